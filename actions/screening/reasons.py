"""Puts red flags into words: why each is dangerous where the work is, the words that raised it, and what was not written at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from actions.screening.model import Evidence, Flag
from actions.screening.quoting import first_sentence, quotable, quotes
from actions.screening.wording import Wording
from knowledge.model import RedFlag, Text
from knowledge.store import Store

# Topics of this kind say of each country whether one should work there.
_ABOUT_COUNTRY = "status"


@dataclass(frozen=True)
class Reason:
    """A red flag in words.

    Attributes:
        record: what a genuine offer says, what to ask, how to check.
        why: why it is dangerous, in the country of the offer where that is known.
        severity: in this offer.
        label: the severity in a word or two.
        evidence: the words that raised it, or those that stand where something is missing.
        unwritten: what the offer should have said instead, for people; empty where nothing is missing.
    """

    record: RedFlag
    why: Text
    severity: int
    label: str
    evidence: tuple[Evidence, ...]
    unwritten: str = ""

    @property
    def quotable(self) -> tuple[Evidence, ...]:
        """The words that raised it; "welder" says nothing about a company that is not named."""
        return quotable(self.evidence)

    def shown(self, most: int, before: str = "") -> str:
        """The first quotes on one line, else what is not written; empty where there is neither.

        Args:
            most: how many quotes.
            before: what stands before quotes.
        """
        said = ", ".join(quotes(self.quotable, most))
        return f"{before}{said}" if said else self.unwritten


class Reasons:
    """Makes reasons of red flags."""

    def __init__(self, store: Store, wording: Wording) -> None:
        """Keep what they are made of."""
        self._store = store
        self._wording = wording

    def of(
        self, flags: Iterable[Flag], country: str | None, missing: Collection[str]
    ) -> tuple[Reason, ...]:
        """Reasons in the order of the flags.

        Args:
            flags: what was found.
            country: ISO code of the country of work.
            missing: items that the offer does not state.

        Raises:
            LookupError: there is no record for a red flag.
        """
        return tuple(self._reason(flag, country, missing) for flag in flags)

    def _reason(self, flag: Flag, country: str | None, missing: Collection[str]) -> Reason:
        record = self._store.red_flag(flag.id)
        if record is None:
            raise LookupError(f"no red flag record {flag.id}")
        is_absence = not quotable(flag.evidence)
        return Reason(
            record=record,
            why=self._why(record, flag, country),
            severity=flag.severity,
            label=self._wording.severities[flag.severity],
            evidence=flag.evidence,
            unwritten=self._unwritten(flag.id, missing) if is_absence else "",
        )

    def _unwritten(self, flag: str, missing: Collection[str]) -> str:
        asked_by, items = self._wording.asked_by, self._wording.items
        names = [
            items[id_].name for id_ in missing if flag in asked_by.get(id_, ()) if id_ in items
        ]
        return f"Tidak tertulis: {', '.join(names)}." if names else ""

    def _why(self, record: RedFlag, flag: Flag, country: str | None) -> Text:
        """The record's own words, unless they begin with other countries and the topic of the same name knows about this one."""
        topic = self._store.topic(record.id)
        if country is None or topic is None or topic.country_section != _ABOUT_COUNTRY:
            return record.why
        evidence = "\n".join(each.text for each in flag.evidence)
        meant = {country} | self._named(evidence)
        if meant & self._named(first_sentence(record.why.text)):
            return record.why
        texts = [each for each in topic.countries if each.country == country]
        return Text(texts[0].text, texts[0].sources) if texts else record.why

    def _named(self, words: str) -> set[str]:
        """ISO codes of the countries that some words name."""
        return {
            row.country
            for row in self._store.countries()
            if any(
                re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE)
                for name in (row.name, *row.aliases)
            )
        }
