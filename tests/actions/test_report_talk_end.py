"""The end of a report: what is shown, replacing answers, and buttons of older ones."""

from __future__ import annotations

from typing import Any

import pytest

from actions.context import PENDING, REPORT
from actions.report.case import CONSENT, ReportAnswer, ReportCase
from tests.actions.report.turns import RULES, Result, asking, before, case_in, press, talk, turn


def finished(*answers: ReportAnswer, **more: Any) -> Result:
    return before("Bu Yati 0857", asking("kontak", *answers, **more))


def test_the_end_shows_order_evidence_and_how_to_delete() -> None:
    answer, slots = finished(
        ReportAnswer("masalah", "uang"), ReportAnswer("uang", "baru"), country="KH"
    )
    said = "\n".join(answer.bubbles)
    assert answer.bubbles[0] == RULES.texts["ready"]
    assert said.index("1. Bank Anda") < said.index("2. Pusat Anti Penipuan OJK")
    assert "ipastikan" in said
    assert "Bukti transfer" in said
    assert "hapus percakapan" in said
    assert "Sumber: " in said
    assert answer.channels[0] == "ojk_iasc"
    assert answer.report == slots[REPORT]
    assert case_in(slots).asking is None
    assert PENDING not in slots
    assert "Yati" not in said
    assert [each.title for each in answer.choices] == [
        "Ganti jawaban",
        "Yang ditanya petugas",
        "Hapus percakapan",
    ]


def test_an_answer_can_be_replaced_after_the_end() -> None:
    _, slots = finished()
    answer, _ = press("laporan_ganti", case_in(slots), **{PENDING: None})
    assert [each.title for each in answer.choices][:2] == ["Yang terjadi", "Tentang siapa"]
    answer, slots = press("laporan_kapan", case_in(slots), **{PENDING: None})
    assert "Sejak kapan?" in answer.bubbles[0]
    answer, slots = before("bulan Mei", case_in(slots))
    assert answer.bubbles[0] == RULES.texts["ready"]
    assert ReportAnswer("kapan", None, "m9") in case_in(slots).answers


def test_what_officers_ask_has_its_sources() -> None:
    _, slots = finished()
    answer, _ = press("laporan_petugas", case_in(slots), **{PENDING: None})
    assert "Kapan dan lewat siapa" in answer.bubbles[0]
    assert answer.sources


def test_asking_for_it_again_shows_a_finished_report() -> None:
    _, slots = finished()
    answer, _ = before("buatkan laporan", case_in(slots), **{PENDING: None})
    assert answer.bubbles[0] == RULES.texts["ready"]


def test_there_is_nothing_to_go_on_with() -> None:
    answer, slots = before("lanjut laporan")
    assert (answer.bubbles, slots) == ([RULES.texts["nothing"]], {})
    assert answer.choices[0].title == "Siapkan laporan"


@pytest.mark.parametrize(
    "part", ["laporan_siapa.saya", "laporan_ganti", "laporan_lewati", "laporan_dulu.ada"]
)
def test_an_old_button_begins_anew(part: str) -> None:
    _, slots = press(part, None)
    assert case_in(slots).asking == CONSENT


def test_an_unknown_answer_asks_again() -> None:
    answer, _ = press("laporan_siapa.dulu", asking("siapa"))
    assert "Ini tentang siapa?" in answer.bubbles[0]


def test_another_button_is_not_taken() -> None:
    assert talk().before(turn("/biaya", asking("kapan"), "biaya")) is None
    assert talk().before(turn("/biaya", ReportCase(asking=CONSENT), "biaya")) is None
