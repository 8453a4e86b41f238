"""Red flags that no single phrase raises: they follow from facts (where, what, how much) and from what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from actions.screening.assertion import is_denied
from actions.screening.model import Evidence, Facts
from actions.screening.patterns import Match
from actions.screening.pay_judgement import judge
from actions.screening.reading import Named, Reading
from actions.screening.tables import table
from knowledge.model import Destination
from knowledge.model_parts import WageRow

TABLE = "negara"
_DOMESTIC_WORK = frozenset(("pekerja_rumah_tangga", "urusan_rumah_tangga"))
_SCAM_AREAS = frozenset(("kompleks_scam",))
_ONLINE = "posisi_penipuan_daring"

Found = Mapping[str, list[Evidence]]


@dataclass(frozen=True)
class DerivedRules:
    """What is known of countries.

    Attributes:
        closed: ISO codes not open for placement and known for scam compounds.
        mixed: ISO codes where scam compounds stand beside ordinary work.
        closed_for_domestic_work: ISO codes closed for work in private households.
        wages: published wages by ISO code.
    """

    closed: frozenset[str]
    mixed: frozenset[str]
    closed_for_domestic_work: frozenset[str]
    wages: Mapping[str, Sequence[WageRow]]

    @classmethod
    def load(cls, root: Path, destinations: Iterable[Destination]) -> DerivedRules:
        """Read negara.yml.

        Args:
            root: the knowledge folder.
            destinations: whose published wages pay is judged by.

        Raises:
            FileNotFoundError: it is not there.
        """
        row = table(root, TABLE)
        return cls(
            frozenset(row["closed"]),
            frozenset(row["mixed"]),
            frozenset(row["closed_for_domestic_work"]),
            {each.country: each.wages for each in destinations},
        )


def derived(
    reading: Reading, facts: Facts, said: Found, rules: DerivedRules
) -> dict[str, list[Evidence]]:
    """Flags that follow from the facts, with the words that state them.

    Args:
        reading: the offer.
        facts: what it says of itself.
        said: flags that its phrases raise.
        rules: what is known of countries.
    """
    views = {
        "negara_rawan": _risky_country(reading, facts, said, rules),
        "moratorium": _closed_for_domestic_work(reading, facts, rules),
        "gaji_tidak_wajar": _unreasonable_pay(reading, facts, rules),
        "tanpa_p3mi": _no_company(reading, facts),
        "rekrut_medsos": _only_private_contact(facts),
    }
    return {flag: evidence for flag, evidence in views.items() if evidence}


def _risky_country(
    reading: Reading, facts: Facts, said: Found, rules: DerivedRules
) -> list[Evidence]:
    if facts.country and facts.country_code in rules.closed:
        return [facts.country]
    is_online = _ONLINE in said or bool(_named(reading, _SCAM_AREAS))
    if facts.country and facts.country_code in rules.mixed and is_online:
        return [facts.country]
    others = [
        entity
        for entity in reading.entities
        if entity.label == "negara" and entity.value in rules.closed
    ]
    return _words(reading, others[:1])


def _closed_for_domestic_work(
    reading: Reading, facts: Facts, rules: DerivedRules
) -> list[Evidence]:
    if not facts.country or facts.country_code not in rules.closed_for_domestic_work:
        return []
    work = _words(reading, _named(reading, _DOMESTIC_WORK)[:1])
    return [*work, facts.country] if work else []


def _unreasonable_pay(reading: Reading, facts: Facts, rules: DerivedRules) -> list[Evidence]:
    if not facts.salary:
        return []
    wages = rules.wages.get(facts.country_code or "", ())
    work = [concept.label for concept in reading.concepts]
    verdict = judge(facts.salary, facts.country_code, work, wages, text=reading.text)
    return [facts.salary.evidence] if verdict and verdict.is_unreasonable else []


def _no_company(reading: Reading, facts: Facts) -> list[Evidence]:
    """The words of the offer that stand where a company should: its contact, its position, else its first line."""
    if facts.company or facts.licence:
        return []
    lines = [(start, end) for start, end in reading.sentences if end - start > 1]
    places = [
        *(contact.evidence for contact in facts.contacts[:1]),
        *([facts.position] if facts.position else []),
        *(reading.evidence(*line) for line in lines[:1]),
    ]
    return [replace(place, is_absence=True) for place in places[:1]]


def _only_private_contact(facts: Facts) -> list[Evidence]:
    if facts.company or facts.licence:
        return []
    return [contact.evidence for contact in facts.contacts[:1]]


def _named(reading: Reading, labels: frozenset[str]) -> list[Named]:
    """Concepts that are meant: "bukan rumah tangga" names no domestic work."""
    return [
        concept
        for concept in reading.concepts
        if concept.label in labels
        and not is_denied(reading, Match(concept.label, concept.start, concept.end))
    ]


def _words(reading: Reading, named: Iterable[Named]) -> list[Evidence]:
    return [reading.evidence(each.start, each.end) for each in named]
