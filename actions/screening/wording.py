"""The sentences in which screening is explained: knowledge/screening/kalimat.yml and the tables beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.screening.missing import Item, MissingRules
from actions.screening.stages import Stage, StageRules
from actions.screening.tables import table
from knowledge.kinds import DEFAULT_ROOT
from knowledge.model import Text

TABLE = "kalimat"
# All that an explanation quotes.
_TABLES = (TABLE, "kelengkapan", "tahap")


@dataclass(frozen=True)
class Wording:
    """All sentences; keys as in kalimat.yml.

    Attributes:
        ask_first: red flags whose question comes before all others.
        asked_by: item that a genuine offer states -> red flags whose own question asks for it already.
        items: what a genuine offer states, by id.
        stages: of a recruiter's chat, by id.
        checked_on: when the oldest of them were compared with their sources.
    """

    headlines: Mapping[str, str]
    verdicts: Mapping[str, Text]
    next_steps: Mapping[str, Text]
    checks: tuple[Text, ...]
    no_accusation: str
    questions_intro: Text
    questions_greeting: str
    questions_closing: str
    hints: str
    how_to_send: str
    nothing_kept: str
    again: str
    severities: Mapping[int, str]
    ask_first: frozenset[str]
    asked_by: Mapping[str, frozenset[str]]
    items: Mapping[str, Item]
    stages: Mapping[str, Stage]
    checked_on: date

    @classmethod
    def load(cls, root: Path = DEFAULT_ROOT) -> Wording:
        """Read the sentences.

        Args:
            root: the knowledge folder.

        Raises:
            OSError: a file cannot be read.
            KeyError: a sentence is missing.
        """
        said = table(root, TABLE)
        return cls(
            headlines=said["headlines"],
            verdicts=_texts(said["verdicts"]),
            next_steps=_texts(said["next_steps"]),
            checks=tuple(map(_text, said["checks"])),
            no_accusation=said["no_accusation"],
            questions_intro=_text(said["questions"]["intro"]),
            questions_greeting=said["questions"]["greeting"],
            questions_closing=said["questions"]["closing"],
            hints=said["hints"],
            how_to_send=said["how_to_send"],
            nothing_kept=said["nothing_kept"],
            again=said["again"],
            severities={int(severity): name for severity, name in said["severities"].items()},
            ask_first=frozenset(said["ask_first"]),
            asked_by={id_: frozenset(flags) for id_, flags in said["asked_by"].items()},
            items=MissingRules.load(root).items,
            stages=StageRules.load(root).stages,
            checked_on=min(
                date.fromisoformat(str(table(root, name)["checked_on"])) for name in _TABLES
            ),
        )


def _text(row: Mapping[str, Any]) -> Text:
    return Text(row["text"], tuple(row["sources"]))


def _texts(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Text]:
    return {key: _text(row) for key, row in rows.items()}
