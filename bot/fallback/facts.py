"""What the fallback knows, made from knowledge/: records of dangers and contacts, names of countries, and what words weigh."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.fallback.cues import Cues, learn, words_of
from bot.fallback.lessons import lessons, plain_phrases
from bot.paths import KNOWLEDGE, SENTENCES
from knowledge.convert import RECORD_CLASSES, to_record
from knowledge.kinds import FOLDERS
from knowledge.load import load
from knowledge.model import Country, Knowledge
from knowledge.spelling import slang

# Kinds of record that are kept.
_KINDS = ("source", "channel", "country", "crisis")
_PLACES, _HOME = "tempat", "ID"


@dataclass(frozen=True)
class Facts:
    """Everything that an answer needs.

    Attributes:
        knowledge: dangers, channels, countries and the sources of dangers; nothing that only editors need.
        countries: words of a name in their common spelling -> code of the country, ISO 3166 alpha-2.
        cues: notices danger.
    """

    knowledge: Knowledge
    countries: Mapping[str, str]
    cues: Cues

    def as_dict(self) -> dict[str, Any]:
        """Plain values for `of_dict`; dates stay dates."""
        records = {
            kind: [dataclasses.asdict(each) for each in _of_kind(self.knowledge, kind).values()]
            for kind in _KINDS
        }
        return {"records": records, "countries": self.countries, "cues": self.cues.as_dict()}

    @classmethod
    def of_dict(cls, data: Mapping[str, Any]) -> Facts:
        """What `as_dict` wrote, with dates as ISO 8601.

        Raises:
            LookupError, TypeError, ValueError: these are no such values.
        """
        records = {
            FOLDERS[kind]: {row["id"]: to_record(RECORD_CLASSES[kind], row) for row in rows}
            for kind, rows in data["records"].items()
        }
        return cls(Knowledge(**records), data["countries"], Cues(**data["cues"]))  # type: ignore[arg-type]


def facts_of_records() -> Facts:
    """Read them from knowledge/ and nlu_data/; takes seconds.

    Raises:
        OSError, LookupError, ValueError, yaml.YAMLError: files are missing or cannot be read.
    """
    knowledge = load(KNOWLEDGE).knowledge
    if not knowledge.crisis or not knowledge.channels:
        raise LookupError("no dangers or no channels")
    dangers = knowledge.crisis.values()
    concepts = [concept for theme in knowledge.concepts.values() for concept in theme.concepts]
    cues = learn(lessons(dangers, SENTENCES), plain_phrases(dangers, concepts))
    return Facts(_shortened(knowledge), _names(knowledge), cues)


def _of_kind(knowledge: Knowledge, kind: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(knowledge, FOLDERS[kind])
    return found


def _shortened(knowledge: Knowledge) -> Knowledge:
    """Without what is for editors, and without sources that nothing here cites."""
    crises = {
        id_: dataclasses.replace(
            each, phrases=(), near_misses=(), patterns=(), unless=(), expert_review=()
        )
        for id_, each in knowledge.crisis.items()
    }
    cited = {
        source
        for each in crises.values()
        for text in (each.lead, *each.urgent, *each.urgent_family)
        for source in text.sources
    }
    return Knowledge(
        crisis=crises,
        channels={
            id_: dataclasses.replace(each, evidence=(), conflict=None)
            for id_, each in knowledge.channels.items()
        },
        countries={
            id_: dataclasses.replace(each, evidence=(), editor_note=None)
            for id_, each in knowledge.countries.items()
        },
        sources={id_: each for id_, each in knowledge.sources.items() if id_ in cited},
    )


def _names(knowledge: Knowledge) -> dict[str, str]:
    """Names that mean a country wherever they stand."""
    doubtful = {name.casefold() for name in knowledge.words_beside(_PLACES).doubtful}
    found: dict[str, str] = {}
    for country in knowledge.countries.values():
        for name in _all_names(country):
            spelt = " ".join(words_of(name))
            # "KL" is how people write "kalau".
            if spelt and name.casefold() not in doubtful and name.casefold() not in slang():
                found.setdefault(spelt, country.country)
    return found


def _all_names(country: Country) -> tuple[str, ...]:
    # Nobody is abroad in Indonesia, and most who name it tell where they come from.
    return () if country.country == _HOME else (country.name, *country.aliases)
