"""Reads the held-out messages of people in danger and of people who only sound like it (tests/danger), and answers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.errors import MawasError
from bot.evaluation.answers import Answered, answer_all
from bot.evaluation.sets import Example

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.conversation import Conversation

# What a message without danger is about, as far as these sets say.
NO_DANGER = "bukan_bahaya"
SOMEBODY = "darurat_orang_lain"


@dataclass(frozen=True)
class DangerExample:
    """A message and the danger that it tells of.

    Attributes:
        set: name of the file.
        text: the message.
        ids: the right protocol first, then those that are as right; none where nobody is in danger.
        for_other: whether somebody else than the writer is in danger.
        lang: language, or the mixture that it is written in.
        style: how it is written ("berbisik", "salah ketik").
    """

    set: str
    text: str
    ids: tuple[str, ...] = ()
    for_other: bool = False
    lang: str = ""
    style: str = ""

    @property
    def message(self) -> Example:
        """As one of all unseen messages."""
        return Example(self.set, self.text, self.ids or (NO_DANGER,))


@dataclass(frozen=True)
class Judged:
    """A message, and what came of it."""

    example: DangerExample
    answered: Answered

    @property
    def is_danger(self) -> bool:
        """Whether somebody is in danger."""
        return bool(self.example.ids)

    @property
    def how(self) -> str:
        """How danger was noticed; empty where it was not."""
        noted = self.answered.turn.danger if self.answered.turn.crisis else None
        return str(noted["how"]) if noted else ""

    @property
    def for_other(self) -> bool:
        """Whether it was noticed that somebody else is in danger."""
        noted = self.answered.turn.danger
        return bool(noted and noted["for_other"])

    @property
    def has_right_protocol(self) -> bool:
        """Whether a right protocol was opened or asked about.

        The family's part of a more exact one is as right as the one for somebody who is known.
        """
        crisis = self.answered.turn.crisis
        if crisis is None:
            return False
        is_exact = SOMEBODY in self.example.ids and self.for_other
        return crisis[0] in self.example.ids or is_exact


def read_dangers(folder: Path) -> list[DangerExample]:
    """Read every file of a folder; nothing where there is none.

    Raises:
        MawasError: a file has a form that is not known.
    """
    found: list[DangerExample] = []
    for file in sorted(folder.glob("*.yml")):
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        try:
            found += [_example(file.stem, row) for row in rows]
        except (KeyError, TypeError, AttributeError) as error:
            raise MawasError(
                f"{file}: bentuknya tidak dikenal ({error!r}). Saran: tiap butir {{id, also, for_other, lang, style, text}}."
            ) from error
    return found


def _example(name: str, row: dict[str, Any]) -> DangerExample:
    also = row.get("also") or ()
    ids = [row["id"], *([also] if isinstance(also, str) else also)] if row["id"] else []
    return DangerExample(
        name,
        str(row["text"]),
        tuple(ids),
        bool(row.get("for_other")),
        str(row.get("lang") or ""),
        str(row.get("style") or ""),
    )


async def judge(
    conversation: Conversation,
    examples: Iterable[DangerExample],
    advance: Callable[[], None] = lambda: None,
) -> list[Judged]:
    """Answer every message in a conversation of its own.

    Args:
        conversation: the assistant.
        examples: what is said to it.
        advance: called after each message.
    """
    examples = list(examples)
    answers = await answer_all(conversation, [each.message for each in examples], advance)
    return [Judged(*pair) for pair in zip(examples, answers, strict=True)]


def judged_twins(rows: Iterable[Answered], dangers: frozenset[str]) -> Iterator[Judged]:
    """Messages of the other sets that are about danger, as far as they say."""
    for row in rows:
        if row.intent in dangers:
            example = DangerExample(
                row.example.set, row.example.text, row.example.intents, lang=row.example.region
            )
            yield Judged(example, row)
