"""Checks of the labelled offers. What fails is named by id only, so that nobody reads the unseen half by accident."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import phonenumbers
import pytest

from actions.screening.labelled_offers import (
    FORMS,
    GENUINE,
    GREY,
    KINDS,
    NO_OFFER_AT_ALL,
    PERIODS,
    SCAM,
    Offer,
)
from actions.screening.model import HIGH, LOW, MEDIUM, NO_OFFER, RISKS, STAGES
from bot.paths import KNOWLEDGE, LABELLED_OFFERS
from knowledge.catalogue import read_catalogue
from tests.helpers.labelled_offers import FOLDERS, HALVES, OFFERS
from tests.helpers.rows import rows

SEVERITIES = read_catalogue(KNOWLEDGE).severities

# Kind -> fewest texts over both halves; half of them must be unseen.
FEWEST = {SCAM: 200, GENUINE: 150, GREY: 60, NO_OFFER_AT_ALL: 80}
KEYS = ["id", "kind", "form", "risk", "flags", "arguable", "country", "pay", "stage", "text"]
# Of the open half only, and only where there are words to quote.
EVIDENCE = "evidence"
ALLOWED_RISKS = {
    SCAM: {HIGH, MEDIUM},
    GENUINE: {LOW, MEDIUM, NO_OFFER},
    GREY: {HIGH, MEDIUM, LOW},
    NO_OFFER_AT_ALL: {NO_OFFER},
}
# An invented number has this run of noughts; licence and letter numbers have a stroke.
INVENTED = "000"


def _failing(test: Callable[[Offer], bool]) -> list[str]:
    return [offer.id for offer in OFFERS if not test(offer)]


def test_there_are_enough_of_each_kind_and_half_of_them_are_unseen() -> None:
    both = Counter(offer.kind for offer in OFFERS)
    unseen = Counter(offer.kind for offer in HALVES["unseen"])
    short = {
        kind: (both[kind], unseen[kind])
        for kind, fewest in FEWEST.items()
        if both[kind] < fewest or unseen[kind] < fewest / 2
    }
    assert short == {}


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_every_offer_has_the_same_keys_in_the_same_order(folder: Path) -> None:
    wrong = [row["id"] for row in rows(folder) if [key for key in row if key != EVIDENCE] != KEYS]
    assert wrong == []


def test_evidence_stands_on_one_line_of_the_text_for_flags_that_are_there() -> None:
    """The words that show a flag teach the scorers; what is absent has none."""
    wrong = [
        row["id"]
        for row in rows(LABELLED_OFFERS)
        for flag, quotes in row.get(EVIDENCE, {}).items()
        if flag not in row["flags"]
        or not quotes
        or not all(any(quote in line for line in row["text"].split("\n")) for quote in quotes)
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
@pytest.mark.parametrize("key", ["risk", "flags", "arguable"])
def test_no_list_names_something_twice(folder: Path, key: str) -> None:
    assert [row["id"] for row in rows(folder) if len(row[key]) != len(set(row[key]))] == []


def test_ids_are_unique() -> None:
    counts = Counter(offer.id for offer in OFFERS)
    assert [name for name, count in counts.items() if count > 1] == []
    assert _failing(lambda offer: bool(re.fullmatch(r"[a-z]+_[a-z]?\d+", offer.id))) == []


def test_kinds_and_forms_are_known() -> None:
    assert _failing(lambda offer: offer.kind in KINDS and offer.form in FORMS) == []


def test_risks_are_known_and_go_with_the_kind() -> None:
    assert {risk for risks in ALLOWED_RISKS.values() for risk in risks} == set(RISKS)
    assert (
        _failing(lambda each: bool(each.risks) and set(each.risks) <= ALLOWED_RISKS[each.kind])
        == []
    )


def test_flags_are_those_of_the_catalogue_and_none_is_both_clear_and_arguable() -> None:
    assert _failing(lambda offer: offer.flags | offer.arguable <= set(SEVERITIES)) == []
    assert _failing(lambda offer: not offer.flags & offer.arguable) == []


@pytest.mark.parametrize("half", HALVES)
def test_every_flag_of_the_catalogue_is_there(half: str) -> None:
    assert set(SEVERITIES) - {flag for offer in HALVES[half] for flag in offer.flags} == set()


def test_one_severe_flag_or_a_closed_country_is_a_high_risk() -> None:
    def is_right(offer: Offer) -> bool:
        severe = {flag for flag in offer.flags if SEVERITIES[flag] == 3 or flag == "negara_rawan"}
        return not severe or offer.risks == (HIGH,)

    assert _failing(is_right) == []


def test_weak_flags_alone_are_no_certain_high_risk() -> None:
    def is_right(offer: Offer) -> bool:
        weak = all(SEVERITIES[flag] == 1 for flag in offer.flags)
        return not weak or offer.risks != (HIGH,)

    assert _failing(is_right) == []


def test_what_is_no_offer_has_no_flags_and_no_facts() -> None:
    def is_right(offer: Offer) -> bool:
        return offer.kind != NO_OFFER_AT_ALL or not any(
            (offer.flags, offer.arguable, offer.country, offer.pay, offer.stage)
        )

    assert _failing(is_right) == []


def test_a_genuine_offer_has_no_flag_above_the_weakest() -> None:
    assert (
        _failing(
            lambda offer: (
                offer.kind != GENUINE or all(SEVERITIES[flag] == 1 for flag in offer.flags)
            )
        )
        == []
    )


def test_stages_are_known_and_only_those_of_chats() -> None:
    assert _failing(lambda offer: offer.stage is None or offer.stage in STAGES) == []
    assert _failing(lambda offer: offer.stage is None or offer.is_chat) == []
    scams = [offer for offer in OFFERS if offer.is_chat and offer.kind == SCAM]
    assert [offer.id for offer in scams if offer.stage is None] == []


def test_countries_are_codes_of_iso_3166() -> None:
    codes = phonenumbers.SUPPORTED_REGIONS - {"ID"}
    assert _failing(lambda offer: offer.country is None or offer.country in codes) == []


def test_pay_has_amounts_a_currency_and_a_period() -> None:
    def is_right(offer: Offer) -> bool:
        pay = offer.pay
        return pay is None or (
            type(pay.low) in (int, float)
            and pay.low > 0
            and (pay.high is None or (type(pay.high) in (int, float) and pay.high >= pay.low))
            and bool(re.fullmatch(r"[A-Z]{3}", pay.currency))
            and (pay.period is None or pay.period in PERIODS)
        )

    assert _failing(is_right) == []


def test_texts_are_worth_reading() -> None:
    assert _failing(lambda offer: len(offer.text.strip()) >= 20) == []


def _invented(number: str) -> bool:
    return INVENTED in re.sub(r"\D", "", number) or "/" in number


@pytest.mark.parametrize("number", ["0812-3456-7890", "+855 12 345 678", "(021) 799 2489"])
def test_real_numbers_are_recognised(number: str) -> None:
    (found,) = phonenumbers.PhoneNumberMatcher(f"WA {number} ya", "ID")
    assert not _invented(found.raw_string)


def test_all_phone_numbers_are_invented() -> None:
    def is_right(offer: Offer) -> bool:
        found = phonenumbers.PhoneNumberMatcher(offer.text, "ID")
        return all(_invented(match.raw_string) for match in found)

    assert _failing(is_right) == []


def test_addresses_of_mail_lead_nowhere() -> None:
    def is_right(offer: Offer) -> bool:
        domains = re.findall(r"\w@([\w-]+(?:\.[\w-]+)+)", offer.text)
        return all(domain.endswith(".example") for domain in domains)

    assert _failing(is_right) == []
