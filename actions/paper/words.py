"""The words on the printed sheets, by knowledge/paper/lembar.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.screening.tables import table
from knowledge.kinds import DEFAULT_ROOT

TABLE, FOLDER = "lembar", "paper"
SIGNS, PATH, CARD, POSTER = "signs", "path", "card", "poster"


@dataclass(frozen=True)
class PaperLine:
    """One thing that a sheet says.

    Attributes:
        text: a sentence or two.
        sources: ids; empty for what states no fact.
        title: above it; empty where the record `flag` has it, or nothing has.
        do: what to do about it; may be empty.
        picture: name in `actions.paper.pictures`; may be empty.
        flag: id of the red flag that it is about; may be empty.
    """

    text: str
    sources: tuple[str, ...] = ()
    title: str = ""
    do: str = ""
    picture: str = ""
    flag: str = ""


@dataclass(frozen=True)
class SheetWords:
    """The words of one sheet.

    Attributes:
        said: titles and headings by their key.
        rows: the signs, steps, or things to do, in order.
        how: how the sheet is used; only cards have it.
        contacts: ids of channels, the most important first.
        lead: below the title.
        stop: after the rows.
    """

    said: Mapping[str, str]
    rows: tuple[PaperLine, ...]
    how: tuple[PaperLine, ...]
    contacts: tuple[str, ...]
    lead: PaperLine | None
    stop: PaperLine | None

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of all sources, each once, in the order in which they are needed."""
        lines: Iterable[PaperLine | None] = (self.lead, *self.rows, self.stop)
        return tuple(dict.fromkeys(id_ for line in lines if line for id_ in line.sources))


@dataclass(frozen=True)
class PaperWords:
    """The words of all sheets.

    Attributes:
        sheets: by SIGNS, PATH, CARD, POSTER.
        checked_on: when they were compared with their sources.
        review_by: when that has to be done again.
    """

    sheets: Mapping[str, SheetWords]
    checked_on: date
    review_by: date

    @classmethod
    def load(cls, root: Path = DEFAULT_ROOT) -> PaperWords:
        """Read the words.

        Raises:
            FileNotFoundError: there are none.
        """
        content = table(root, TABLE, FOLDER)
        return cls(
            {name: _sheet(content[name]) for name in (SIGNS, PATH, CARD, POSTER)},
            date.fromisoformat(str(content["checked_on"])),
            date.fromisoformat(str(content["review_by"])),
        )


def _sheet(content: Mapping[str, Any]) -> SheetWords:
    return SheetWords(
        said={key: value for key, value in content.items() if isinstance(value, str)},
        rows=tuple(_lines(content["rows"])),
        how=tuple(_lines(content.get("how") or ())),
        contacts=tuple(content["contacts"]),
        lead=next(_lines([content["lead"]]), None) if "lead" in content else None,
        stop=next(_lines([content["stop"]]), None) if "stop" in content else None,
    )


def _lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[PaperLine]:
    for row in rows:
        yield PaperLine(**{**row, "sources": tuple(row.get("sources") or ())})
