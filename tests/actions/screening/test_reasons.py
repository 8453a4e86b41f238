"""Red flags in words: for the country of the offer, and without a quote where something is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.screening.model import Evidence, Flag
from actions.screening.reasons import Reasons
from actions.screening.wording import Wording
from tests.actions.fakes import make_topic
from tests.actions.screening.offers import make_flag, offer_store
from tests.knowledge import builders as build

FLAG = make_flag("negara_rawan") | {"why": build.make_text("Kamboja ditutup. Lanjutan.", "uu")}
TEXTS = [
    {"country": code, **build.make_text(f"Tentang {code}. Lanjutan.", "iom")}
    for code in ("KH", "MY")
]


def why(country: str | None, said: str, **topic: object) -> str:
    about = make_topic("negara_rawan", **{"countries": TEXTS, "country_section": "status", **topic})
    store = offer_store(red_flag=[FLAG], topic=[about])
    flag = Flag("negara_rawan", 2, (Evidence(said, 0, len(said)),))
    [reason] = Reasons(store, Wording.load()).of([flag], country, ())
    return reason.why.text


def test_the_country_of_the_offer_is_explained() -> None:
    assert why("MY", "Malaysia").startswith("Tentang MY.")


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("KH", "Kamboja"),
        # The record begins with this country, or with one that the words name.
        ("MY", "lewat Malaysia ke Kamboja"),
        (None, "kompleks"),
        # Nothing is known about it.
        ("VN", "Vietnam"),
    ],
)
def test_else_the_words_of_the_record_are_kept(country: str | None, said: str) -> None:
    assert why(country, said).startswith("Kamboja ditutup.")


def test_a_topic_about_something_else_than_the_country_explains_nothing() -> None:
    assert why("MY", "Malaysia", country_section="tricks").startswith("Kamboja ditutup.")


WELDER = Evidence("welder", 7, 13, is_absence=True)
SAID = Evidence("tanpa PT", 20, 28)


def absent(
    *evidence: Evidence, missing: tuple[str, ...] = ("nama_p3mi", "izin_p3mi", "biaya")
) -> str:
    store = offer_store(red_flag=[make_flag("tanpa_p3mi")])
    [reason] = Reasons(store, Wording.load()).of([Flag("tanpa_p3mi", 1, evidence)], None, missing)
    return reason.shown(2, "Tertulis: ")


def test_where_something_is_missing_it_is_named_and_nothing_is_quoted() -> None:
    assert absent(WELDER) == "Tidak tertulis: nama P3MI, nomor izin P3MI (SIP3MI)."
    assert absent(WELDER, missing=()) == ""


def test_words_that_raised_it_are_quoted_alone() -> None:
    assert absent(WELDER, SAID) == "Tertulis: “tanpa PT”"
    assert absent(replace(SAID)) == "Tertulis: “tanpa PT”"


def test_a_flag_without_a_record_is_an_error() -> None:
    with pytest.raises(LookupError, match="hilang"):
        Reasons(offer_store(), Wording.load()).of([Flag("hilang", 1, (SAID,))], None, ())
