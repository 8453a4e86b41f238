"""What is counted of screened offers. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isclose
from typing import NamedTuple

from actions.screening.labelled_offers import NO_OFFER_AT_ALL, SCAM, Pay
from actions.screening.model import HIGH, LOW, NO_OFFER, Evidence, Screening
from bot.evaluation.offers import Screened
from bot.evaluation.scores import Share

Rows = Sequence[Screened]
# Up to here, time for a thousand characters would be mostly what any text costs.
FEWEST_CHARACTERS = 300


class Mistake(NamedTuple):
    """Something that came out otherwise than labelled.

    Attributes:
        id: the offer.
        kind: its kind.
        what: "risk", "flag missed", "flag wrong", "country", "pay", "stage" or "evidence".
        expected: what the label says; empty for a flag that should not be raised.
        came: what was found; empty for a flag that was not raised.
    """

    id: str
    kind: str
    what: str
    expected: str
    came: str


def share(rows: Iterable[Screened], test: Callable[[Screened], bool]) -> Share:
    """The share of offers that pass a test."""
    results = [test(row) for row in rows]
    return Share(sum(results), len(results))


def of_kind(rows: Rows, *kinds: str) -> list[Screened]:
    """Offers of some kinds."""
    return [row for row in rows if row.offer.kind in kinds]


def offers_proper(rows: Rows) -> list[Screened]:
    """All but texts that are no offer: only these have facts to find."""
    return [row for row in rows if row.offer.kind != NO_OFFER_AT_ALL]


def chats(rows: Rows) -> list[Screened]:
    """Recruiters' chats."""
    return [row for row in offers_proper(rows) if row.offer.is_chat]


def called(*risks: str) -> Callable[[Screened], bool]:
    """A test: the risk is one of these."""
    return lambda row: row.screening.risk in risks


def risk_accepted(row: Screened) -> bool:
    """The risk is one that an expert accepts."""
    return row.screening.risk in row.offer.risks


def is_false_reassurance(row: Screened) -> bool:
    """A scam that was said to be harmless or no offer at all."""
    return row.offer.kind == SCAM and row.screening.risk in (LOW, NO_OFFER)


def must_be_high(row: Screened) -> bool:
    """Nothing but the highest risk is accepted."""
    return row.offer.risks == (HIGH,)


def raised(row: Screened) -> frozenset[str]:
    """Ids of the flags that were raised."""
    return frozenset(flag.id for flag in row.screening.flags)


def missed_flags(row: Screened) -> frozenset[str]:
    """Flags that are clearly there and were not raised."""
    return row.offer.flags - raised(row)


def wrong_flags(row: Screened) -> frozenset[str]:
    """Flags that were raised and are neither there nor arguable."""
    return raised(row) - row.offer.flags - row.offer.arguable


def flag_recall(rows: Rows, flag: str | None = None) -> Share:
    """How many of the flags that are there were raised; of one flag or of all."""
    wanted = [(row, each) for row in rows for each in row.offer.flags if flag in (None, each)]
    return Share(sum(each in raised(row) for row, each in wanted), len(wanted))


def flag_precision(rows: Rows, flag: str | None = None) -> Share:
    """How many of the flags that were raised are there, arguable ones left out; of one flag or of all."""
    found = [
        (row, each)
        for row in rows
        for each in raised(row) - row.offer.arguable
        if flag in (None, each)
    ]
    return Share(sum(each in row.offer.flags for row, each in found), len(found))


def country_right(row: Screened) -> bool:
    """The country of work is the labelled one, or none is found where none is said."""
    return row.screening.facts.country_code == row.offer.country


def stated(screening: Screening) -> Pay | None:
    """The pay that was found, as a label writes it."""
    found = screening.facts.salary
    return Pay(found.low, found.high, found.currency, found.period) if found else None


def pay_right(row: Screened) -> bool:
    """Amounts, currency and period are the labelled ones, or none are found where none are said."""
    wanted, found = row.offer.pay, stated(row.screening)
    if wanted is None or found is None:
        return wanted is found
    return (
        pay_begins_right(row) and _same(wanted.high, found.high) and wanted.period == found.period
    )


def pay_begins_right(row: Screened) -> bool:
    """Smallest amount and currency are the labelled ones, or none are found where none are said."""
    wanted, found = row.offer.pay, stated(row.screening)
    if wanted is None or found is None:
        return wanted is found
    return _same(wanted.low, found.low) and wanted.currency == found.currency


def stage_right(row: Screened) -> bool:
    """A chat has come as far as labelled."""
    return row.screening.stage == row.offer.stage


def evidence_in_place(rows: Rows) -> Share:
    """How many pieces of evidence are the words at their place in the text; a flag without any counts as one that is not."""
    in_place = [
        _is_in_place(each, row.offer.text)
        for row in rows
        for each in (*_evidence_of_flags(row.screening), *_evidence_of_facts(row.screening))
    ]
    return Share(sum(in_place), len(in_place))


def times(rows: Rows) -> list[float]:
    """Milliseconds of each offer."""
    return [row.ms for row in rows]


def times_of_a_thousand(rows: Rows) -> list[float]:
    """Milliseconds for 1,000 characters of each offer that is long enough to tell."""
    return [
        row.ms * 1000 / len(row.offer.text)
        for row in rows
        if len(row.offer.text) > FEWEST_CHARACTERS
    ]


def mistakes(rows: Rows) -> Iterator[Mistake]:
    """Everything that came out otherwise than labelled, offer by offer."""
    for row in rows:
        for what, expected, came in _mistakes(row):
            yield Mistake(row.offer.id, row.offer.kind, what, expected, came)


def _mistakes(row: Screened) -> Iterator[tuple[str, str, str]]:
    offer, screening = row.offer, row.screening
    if not risk_accepted(row):
        yield "risk", " ".join(offer.risks), screening.risk
    for flag in sorted(missed_flags(row)):
        yield "flag missed", flag, ""
    for flag in sorted(wrong_flags(row)):
        yield "flag wrong", "", flag
    if offers_proper([row]):
        if not country_right(row):
            yield "country", offer.country or "-", screening.facts.country_code or "-"
        if not pay_right(row):
            yield "pay", _pay(offer.pay), _pay(stated(screening))
    if chats([row]) and not stage_right(row):
        yield "stage", offer.stage or "-", screening.stage or "-"
    spans = evidence_in_place([row])
    if spans.hits < spans.total:
        yield "evidence", f"{spans.total} in place", f"{spans.hits} in place"


def _evidence_of_flags(screening: Screening) -> list[Evidence | None]:
    return [each for flag in screening.flags for each in flag.evidence or (None,)]


def _evidence_of_facts(screening: Screening) -> list[Evidence]:
    facts = screening.facts
    single = [facts.country, facts.position, facts.company, facts.licence]
    if facts.salary:
        single.append(facts.salary.evidence)
    return [each for each in single if each] + [each.evidence for each in facts.contacts]


def _is_in_place(evidence: Evidence | None, text: str) -> bool:
    return bool(
        evidence
        and evidence.text
        and evidence.start >= 0
        and text[evidence.start : evidence.end] == evidence.text
    )


def _same(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return isclose(wanted, found)


def _pay(pay: Pay | None) -> str:
    """In one cell of a table: "MYR 1800-2200/bulan"."""
    if pay is None:
        return "-"
    high = "" if pay.high is None else f"{pay.high:.12g}"
    return f"{pay.currency} {pay.low:.12g}-{high}/{pay.period or '-'}"
