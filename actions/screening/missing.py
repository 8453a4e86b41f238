"""Tells what a genuine offer would have said and this one does not, by knowledge/screening/kelengkapan.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.screening.assertion import is_denied
from actions.screening.model import Facts
from actions.screening.patterns import Match, PatternIndex, parse
from actions.screening.reading import Reading
from actions.screening.tables import table
from knowledge.model_parts import Text

TABLE = "kelengkapan"
STATED, NEEDLESS = "stated", "not_needed"
FACTS = ("company", "licence", "position", "salary")


@dataclass(frozen=True)
class Item:
    """Something that a genuine offer states.

    Attributes:
        id: as in `Screening.missing`.
        name: for people: "nama P3MI".
        why: why it must be stated.
        ask: the question to the recruiter, ready to copy.
        fact: field of Facts that states it; None when only phrases do.
    """

    id: str
    name: str
    why: Text
    ask: str
    fact: str | None


@dataclass(frozen=True)
class MissingRules:
    """What a genuine offer states, and how one sees that it does.

    Attributes:
        items: by id, in the order in which they are asked for.
        phrases: how an item is stated or made needless; the key of a pattern is STATED or NEEDLESS and the item.
    """

    items: Mapping[str, Item]
    phrases: PatternIndex

    @classmethod
    def load(cls, root: Path) -> MissingRules:
        """Read the rules.

        Args:
            root: the knowledge folder.

        Raises:
            PatternError: a pattern cannot be read.
            ValueError: an item names a fact that there is not.
        """
        rows = table(root, TABLE)["items"]
        return cls(
            items={row["id"]: _item(row) for row in rows},
            phrases=PatternIndex(
                (f"{role} {row['id']}", parse(each))
                for row in rows
                for role in (STATED, NEEDLESS)
                for each in row[role]
            ),
        )


def missing_in(reading: Reading, facts: Facts, rules: MissingRules) -> tuple[str, ...]:
    """Ids of what an offer does not state, in the order of the table.

    What it denies ("tanpa kontrak") or only asks ("visanya visa kerja?") it does not state.

    Args:
        reading: the offer.
        facts: what was found in it.
        rules: what `MissingRules.load` returns.
    """
    stated = set()
    for match in rules.phrases.find(reading):
        role, item = match.key.split()
        if role == NEEDLESS or not (is_denied(reading, match) or _asks(reading, match)):
            stated.add(item)
    return tuple(
        id_
        for id_, item in rules.items.items()
        if id_ not in stated and not (item.fact and getattr(facts, item.fact))
    )


def _asks(reading: Reading, match: Match) -> bool:
    return "?" in reading.norms[reading.sentence(match.start)[1] - 1]


def _item(row: Mapping[str, Any]) -> Item:
    if row["fact"] not in (None, *FACTS):
        raise ValueError(f"{TABLE}.yml: {row['id']}: fact '{row['fact']}' tidak ada.")
    why = Text(row["why"]["text"], tuple(row["why"]["sources"]))
    return Item(row["id"], row["name"], why, row["ask"], row["fact"])
