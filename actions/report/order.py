"""Whom to contact, in which order, by knowledge/report/urutan.yml; with the evidence to keep and what officers may ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.render.channels import usable
from actions.report.case import ABOUT_OTHER, ABROAD
from actions.report.rules import FOLDER
from actions.screening.tables import table
from knowledge.kinds import DEFAULT_ROOT
from knowledge.model import Channel, Text
from knowledge.store import Store

# Places that depend on where somebody is: the mission, the local emergency number, the office of the province.
MISSION, EMERGENCY, OFFICE = "perwakilan", "darurat_setempat", "bp3mi"
# The list of all offices, for those whose province is not known.
OFFICES = "bp3mi_direktori"


@dataclass(frozen=True)
class Place:
    """One place to contact.

    Attributes:
        name: of the place.
        text: what to ask for there.
        channel: its contacts; None for a place that everybody knows, such as the own bank.
    """

    name: str
    text: Text
    channel: Channel | None = None


@dataclass(frozen=True)
class Where:
    """What is known of where somebody is.

    Attributes:
        country: ISO code; None when it is not known.
        province: id; None when it is not known.
    """

    country: str | None = None
    province: str | None = None


@dataclass(frozen=True)
class OrderRules:
    """What comes after the questions.

    Attributes:
        most: places at most.
        rules: the most urgent first.
        evidence: what to keep.
        keeping: how to keep it.
        asked: what officers may ask.
        after: what to ask for everywhere.
        checked_on: when all of it was compared with its sources.
    """

    most: int
    rules: tuple[Mapping[str, Any], ...]
    evidence: tuple[Text, ...]
    keeping: Text
    asked: tuple[Text, ...]
    after: Text
    checked_on: date

    @classmethod
    def load(cls, root: Path = DEFAULT_ROOT) -> OrderRules:
        """Read the rules."""
        content = table(root, "urutan", FOLDER)
        return cls(
            most=content["most"],
            rules=tuple(content["rules"]),
            evidence=tuple(map(_text, content["keep"]["items"])),
            keeping=_text(content["keep"]["how"]),
            asked=tuple(map(_text, content["asked"])),
            after=_text(content["after"]),
            checked_on=date.fromisoformat(str(content["checked_on"])),
        )

    def places(self, store: Store, facts: Collection[str], where: Where) -> list[Place]:
        """The places in order, each once.

        Args:
            store: where channels are read.
            facts: known of the report.
            where: decides which mission, number and office are meant.
        """
        there = reads_abroad(facts)
        found: dict[str, Place] = {}
        for rule in self.rules:
            if _fits(rule, frozenset(facts)):
                for row in rule["contacts"]:
                    for place in _places(store, row, where, there):
                        found.setdefault(place.name, place)
        return list(found.values())[: self.most]


def reads_abroad(facts: Collection[str]) -> bool:
    """True when the reader is abroad, where numbers that work in Indonesia only are of no use."""
    return ABROAD in facts and ABOUT_OTHER not in facts


def _fits(rule: Mapping[str, Any], facts: frozenset[str]) -> bool:
    some = frozenset(rule.get("any") or ())
    return (
        frozenset(rule.get("all") or ()) <= facts
        and (not some or bool(some & facts))
        and not frozenset(rule.get("unless") or ()) & facts
    )


def _places(store: Store, row: Mapping[str, Any], where: Where, there: bool) -> Iterator[Place]:
    """The place that a row means here; none where there is no such place, or it cannot be reached."""
    text = _text(row)
    if row.get("name"):
        yield Place(row["name"], text)
        return
    channels: Iterable[Channel | None] = (
        _of_role(store, row["role"], where, there)
        if row.get("role")
        else [store.channel(row["channel"])]
    )
    for channel in usable([each for each in channels if each], there):
        yield Place(channel.name, text, channel)


def _of_role(store: Store, role: str, where: Where, there: bool) -> list[Channel | None]:
    if role == MISSION:
        return list(store.missions_for(where.country)[:1]) if where.country else []
    if role == EMERGENCY:
        # Somebody at home who reports for another cannot call it.
        return [store.emergency_for(where.country)] if where.country and there else []
    if there:
        return []
    office = store.bp3mi_for(where.province) if where.province else None
    return [office or store.channel(OFFICES)]


def _text(row: Mapping[str, Any]) -> Text:
    return Text(row["text"], tuple(row["sources"]))
