"""The records as frozen dataclasses. Field names equal the keys in YAML: one vocabulary.

Full dates are `datetime.date`. Dates that may be partial (`2025`, `2025-08`) stay strings.
Phone numbers and country codes are always strings. Lists are tuples.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from knowledge.model_crisis import Crisis
from knowledge.model_hall import Character, Check, Roleplay, Scene
from knowledge.model_parts import (
    Contact,
    CountryText,
    District,
    Evidence,
    Mission,
    NextStep,
    Part,
    Review,
    Status,
    Text,
    WageRow,
)
from knowledge.model_words import Concept, ConceptTheme, Language, NameWords

__all__ = [
    "Channel", "Character", "Check", "Concept", "ConceptTheme", "Contact", "Country", "CountryText", "Crisis", "Destination", "District",
    "Evidence", "Knowledge", "Language", "Mission", "NameWords", "NextStep", "Part", "Province", "QuizItem", "Record",
    "RedFlag", "Review", "Roleplay", "Scene", "Source", "Status", "Text", "Topic", "WageRow",
]  # fmt: skip


@dataclass(frozen=True)
class Topic:
    """One topic that the assistant can answer."""

    id: str
    group: str
    title: str
    short: Text
    next_step: Text
    simpler: Text
    longer: tuple[Part, ...]
    for_other: Text
    related: tuple[str, ...]
    channels: tuple[str, ...]
    checked_on: date
    checked_by: str
    review_by: date
    countries: tuple[CountryText, ...] = ()
    country_section: str | None = None
    lookup: str | None = None
    expert_review: tuple[Review, ...] = ()


@dataclass(frozen=True)
class Source:
    """A publication that statements rest on; `date` may be partial."""

    id: str
    label: str
    title: str
    publisher: str
    date: str | None
    kind: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Channel:
    """A place to ask or report. `conflict` and `evidence` are for editors and never shown."""

    id: str
    name: str
    level: str
    country: str
    serves: str
    contacts: tuple[Contact, ...]
    handles: tuple[str, ...]
    status: str
    confidence: str
    confirmed_on: str | None
    checked_on: date
    checked_by: str
    review_by: date
    evidence: tuple[Evidence, ...]
    operator: str | None = None
    province: str | None = None
    city: str | None = None
    hours: str | None = None
    alert: str | None = None
    conflict: str | None = None
    next: tuple[NextStep, ...] = ()


@dataclass(frozen=True)
class RedFlag:
    """A sign of danger in an offer. `severity` is 1, 2 or 3 (3 is dangerous on its own)."""

    id: str
    title: str
    severity: int
    why: Text
    genuine: Text
    ask_recruiter: str
    verify: Text
    phrases: tuple[str, ...]
    near_misses: tuple[str, ...]
    topics: tuple[str, ...]
    channels: tuple[str, ...]
    checked_on: date
    checked_by: str
    review_by: date
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Destination:
    """What is known about working in one country."""

    id: str
    country: str
    name: str
    status: Status
    wages: tuple[WageRow, ...]
    notes: tuple[Text, ...]
    checked_on: date
    checked_by: str
    review_by: date
    schemes: Text | None = None
    wages_text: Text | None = None
    costs: Text | None = None
    tricks: Text | None = None


@dataclass(frozen=True)
class Country:
    """A country and the missions that serve it, the first to call first. `id` is lower case."""

    id: str
    country: str
    name: str
    aliases: tuple[str, ...]
    missions: tuple[Mission, ...]
    emergency: str | None
    checked_on: date
    review_by: date
    note: str | None = None
    editor_note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Province:
    """A province and the BP3MI office (id of a channel) that serves it."""

    id: str
    code: str
    name: str
    aliases: tuple[str, ...]
    districts: tuple[District, ...]
    bp3mi: str | None
    certainty: str
    other_channels: tuple[str, ...]
    checked_on: date
    review_by: date
    note: str | None = None
    editor_note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class QuizItem:
    """One question of the quiz."""

    id: str
    kind: str
    topic: str
    question: str
    answer: str
    explanation: Text
    level: str
    checked_on: date
    review_by: date


Record = (
    Topic
    | Source
    | Channel
    | Crisis
    | RedFlag
    | Destination
    | Country
    | Province
    | QuizItem
    | Scene
    | Roleplay
    | Check
    | ConceptTheme
    | Language
    | NameWords
)


@dataclass(frozen=True)
class Knowledge:
    """All valid records by id, in order of id. Countries are keyed by their lower-case code."""

    sources: dict[str, Source] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    provinces: dict[str, Province] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    crisis: dict[str, Crisis] = field(default_factory=dict)
    red_flags: dict[str, RedFlag] = field(default_factory=dict)
    destinations: dict[str, Destination] = field(default_factory=dict)
    quiz: dict[str, QuizItem] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    roleplays: dict[str, Roleplay] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    concepts: dict[str, ConceptTheme] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)
    names: dict[str, NameWords] = field(default_factory=dict)

    def words_beside(self, kind: str) -> NameWords:
        """Return the words that decide about one kind of name; no words where no record says any."""
        return self.names.get(kind) or NameWords(kind, "")
