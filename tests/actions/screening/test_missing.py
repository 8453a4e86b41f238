"""What a genuine offer would have said and this one does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.screening.missing import MissingRules, missing_in
from actions.screening.model import Evidence, Facts, Salary
from bot.paths import KNOWLEDGE
from tests.actions.screening.texts import reading_of

RULES = MissingRules.load(KNOWLEDGE)
ALL = tuple(RULES.items)
WORDS = Evidence("x", 0, 1)


def missing(text: str, facts: Facts = Facts()) -> tuple[str, ...]:  # noqa: B008 - frozen
    return missing_in(reading_of(text), facts, RULES)


def test_an_empty_text_states_nothing() -> None:
    assert missing("") == ALL


@pytest.mark.parametrize(
    ("facts", "item"),
    [
        (Facts(company=WORDS), "nama_p3mi"),
        (Facts(licence=WORDS), "izin_p3mi"),
        (Facts(position=WORDS), "posisi"),
        (Facts(salary=Salary(1, 1, "IDR", "bulan", WORDS)), "gaji"),
    ],
)
def test_a_fact_that_was_found_is_stated(facts: Facts, item: str) -> None:
    assert missing("halo", facts) == tuple(id_ for id_ in ALL if id_ != item)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Job order 0231/2026 untuk kilang di Melaka", "job_order"),
        ("Lowongan ini terdaftar di SISKOP2MI", "job_order"),
        ("Visa kerja keluar sebelum terbang", "visa_kerja"),
        ("Work permit is arranged by the employer", "visa_kerja"),
        ("Visa SSW perawat lansia", "visa_kerja"),
        ("Perjanjian kerja ditandatangani di Disnaker", "kontrak"),
        ("Kontrak dua bahasa, boleh dibawa pulang", "kontrak"),
        ("Salinan kontrak diberikan sebelum berangkat", "kontrak"),
        ("Rincian biaya ditempel di papan", "biaya"),
        ("Biaya penempatan ditanggung majikan", "biaya"),
        ("Kantor: Jl. Veteran, dekat pasar", "alamat_kantor"),
        ("Datang ke kantor cabang Kendal", "alamat_kantor"),
    ],
)
def test_what_is_stated_is_not_missing(text: str, item: str) -> None:
    assert item not in missing(text)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Berangkat tanpa perjanjian kerja juga bisa", "kontrak"),
        ("Kontrak 2 tahun, mess gratis", "kontrak"),
        ("Masuk pakai visa turis dulu", "visa_kerja"),
        ("Visanya visa kerja kah?", "visa_kerja"),
        ("Biaya 5 juta ke rekening saya", "biaya"),
        ("Kantor di rumah saja", "alamat_kantor"),
        ("PT nanti diberi tahu", "nama_p3mi"),
    ],
)
def test_what_is_denied_asked_or_something_else_stays_missing(text: str, item: str) -> None:
    assert item in missing(text)


def test_a_programme_of_governments_needs_no_company() -> None:
    found = missing("Perawat G to G Jerman, daftar di laman kementerian")

    assert {"nama_p3mi", "izin_p3mi", "job_order"}.isdisjoint(found)


def test_the_order_is_that_of_the_table() -> None:
    found = missing("Visa kerja resmi, gaji dibicarakan")

    assert list(found) == sorted(found, key=ALL.index)


def test_every_question_can_be_sent_as_it_is() -> None:
    for item in RULES.items.values():
        assert "?" in item.ask
        assert item.ask[0].isupper()
        assert item.name
        assert item.why.sources


@pytest.mark.parametrize(
    "piece", ["kontrak ", "biaya biaya majikan ", "kantor jl ", "[", "🔥", "tidak visa "]
)
def test_a_long_hostile_text_comes_to_an_end(piece: str) -> None:
    reading = reading_of((piece * (100_000 // len(piece)))[:100_000])
    missing_in(reading, Facts(), RULES)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert set(missing(text)) <= set(ALL)
