"""Reads the messages that nobody trained on: held-out twins of the intents, and the sets for one question each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.errors import MawasError, MissingError

# Rasa's inline mark of an entity: "gaji [pabrik](pekerjaan) di [korea](negara)".
_MARK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+)\)")

TWIN = "nlu"
SCARY = "menakutkan"
TWO_QUESTIONS = "dua_pertanyaan"
ONE_QUESTION = "satu_pertanyaan"
FOLLOW_UPS = "lanjutan"
LANGUAGE = "bahasa_"
A_BUTTON = "*"
"""Topic of a follow-up that is right when it chooses any of the buttons shown last."""
ENTITIES = "entitas"


@dataclass(frozen=True)
class Example:
    """A message and what it should lead to.

    Attributes:
        set: name of the set that it belongs to.
        text: the message.
        intents: the right intents; two where two questions are asked.
        register: how it is written, if that is noted.
        region: where people write like that, if that is noted.
        before: messages of the same conversation before it.
        place: country code or province that the answer must be about, if any.
    """

    set: str
    text: str
    intents: tuple[str, ...]
    register: str = ""
    region: str = ""
    before: tuple[str, ...] = ()
    place: str = ""

    @property
    def intent(self) -> str:
        """The right intent, the first of two."""
        return self.intents[0]

    @property
    def is_single(self) -> bool:
        """One question, in a conversation of its own."""
        return len(self.intents) == 1 and not self.before


@dataclass(frozen=True)
class Unseen:
    """All sets of a folder: messages to answer, and sentences with marked entities."""

    examples: tuple[Example, ...]
    marked: tuple[str, ...]


def read_unseen(folder: Path) -> Unseen:
    """Read `nlu/` and `sets/` of a folder.

    Raises:
        MissingError: there is neither.
        MawasError: a file has a form that is not known.
    """
    examples = list(_twins(folder / "nlu"))
    marked: list[str] = []
    for file in sorted((folder / "sets").glob("*.yml")):
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        try:
            if file.stem == ENTITIES:
                marked += map(str, rows)
            else:
                examples += [_example(file.stem, row) for row in rows]
        except (KeyError, TypeError, IndexError) as error:
            raise MawasError(
                f"{file}: bentuknya tidak dikenal ({error!r}). Saran: samakan dengan berkas di tests/sets."
            ) from error
    if not examples:
        raise MissingError(f"Tidak ada kalimat uji di {folder}.")
    return Unseen(tuple(examples), tuple(marked))


def blocks(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every block of sentences in a folder of Rasa's files, with its file."""
    for file in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            yield file, block


def sentences(block: dict[str, Any]) -> list[str]:
    """The sentences of a block, without Rasa's marks of entities.

    Raises:
        ValueError: a line is no entry of the list.
    """
    lines = [line for line in block["examples"].splitlines() if line.strip()]
    if not all(line.startswith("- ") for line in lines):
        raise ValueError(f"{block['intent']}: a line does not begin with '- '")
    return [_MARK.sub(r"\1", line.removeprefix("- ")) for line in lines]


def labelled(folder: Path) -> Iterator[tuple[str, str]]:
    """(intent, sentence) of every sentence in a folder of Rasa's files."""
    for _, block in blocks(folder):
        for sentence in sentences(block):
            yield block["intent"], sentence


def marks(block: dict[str, Any]) -> list[list[tuple[str, str]]]:
    """What is marked in each sentence of a block: words and kind of entity, in order."""
    return [_MARK.findall(line) for line in block["examples"].splitlines() if line.strip()]


def _twins(folder: Path) -> Iterator[Example]:
    for _, block in blocks(folder):
        about = block.get("metadata") or {}
        for sentence in sentences(block):
            yield Example(
                TWIN,
                sentence,
                (block["intent"],),
                register=about.get("register", ""),
                region=about.get("region", ""),
            )


def _example(name: str, row: dict[str, Any]) -> Example:
    if "turns" in row:
        *before, last = row["turns"]
        return Example(
            name, last, (row["topic"],), before=tuple(before), place=row.get("place") or ""
        )
    intents = tuple(row["intents"]) if "intents" in row else (row["intent"],)
    return Example(name, row["text"], intents)
