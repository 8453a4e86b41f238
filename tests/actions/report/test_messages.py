"""What a message means while a report is put together."""

from __future__ import annotations

import pytest

from actions.report.case import ReportCase
from actions.report.messages import (
    asks_for_report,
    goes_on,
    interrupts,
    is_answer,
    is_aside,
    leaves,
    skips,
)
from tests.actions.report.turns import RULES, asking, turn


@pytest.mark.parametrize(
    "text",
    [
        "buatkan laporan",
        "siapkan laporan",
        "bikin surat laporan",
        "Tolong buatkan saya laporan polisi ya",
        "tolong bikinin laporan dong kak",
        "lanjut laporan",
        "lanjutkan laporan tadi",
        "mau bikin laporan",
        "susun laporan untuk KBRI",
        "buat laporan!",
    ],
)
def test_a_report_is_asked_for(text: str) -> None:
    assert asks_for_report(text)
    assert goes_on(text) is text.startswith("lanjut")


@pytest.mark.parametrize(
    "text",
    [
        "cara buat laporan gimana",
        "laporan",
        "lapor kemana",
        "saya mau lapor",
        "laporan saya belum ditanggapi",
        "apa itu laporan polisi",
        "dia bikin laporan palsu tentang saya",
        "siapkan paspor",
    ],
)
def test_other_words_about_reports_are_questions_of_their_own(text: str) -> None:
    assert not asks_for_report(text)


@pytest.mark.parametrize("text", ["batal", "Batal aja", "berhenti dulu", "stop", "K", "keluar"])
def test_leaving(text: str) -> None:
    assert leaves(text)


@pytest.mark.parametrize(
    "text", ["cukup lama", "selesai kontrak tahun lalu", "tidak boleh keluar", "kuala lumpur"]
)
def test_answers_that_sound_like_leaving(text: str) -> None:
    assert not leaves(text)


@pytest.mark.parametrize("text", ["L", "l.", "lewati aja", "skip", "ga tau", "lupa", "-"])
def test_leaving_out(text: str) -> None:
    assert skips(text)


@pytest.mark.parametrize(
    "text", ["lima juta", "tidak tahu namanya, tapi ada nomornya", "lewat Batam"]
)
def test_answers_that_sound_like_leaving_out(text: str) -> None:
    assert not skips(text)


STORY = "saya dikurung di gedung dan tidak boleh keluar"


@pytest.mark.parametrize(
    ("intent", "share", "dangers", "expected"),
    [
        ("darurat_disekap", 0.9, (), True),
        ("darurat_disekap", 0.9, ("darurat_disekap",), False),
        ("darurat_disekap", 0.9, ("darurat_paspor",), True),
        ("darurat_jiwa", 0.9, ("darurat_jiwa",), True),
        ("nlu_fallback", 0.9, (), False),
    ],
)
def test_danger_that_was_not_answered_yet_interrupts(
    intent: str, share: float, dangers: tuple[str, ...], expected: bool
) -> None:
    case = asking("cerita", dangers=dangers)
    found = turn(STORY, case, intent, share)
    assert interrupts(found, case) is expected
    assert is_answer(found) is not expected


@pytest.mark.parametrize(("share", "expected"), [(0.6, True), (0.3, False)])
def test_suspected_danger_interrupts_when_it_is_likely(share: float, expected: bool) -> None:
    case = ReportCase(asking="cerita")
    found = turn(STORY, case)
    found = type(found)(
        found.intent,
        found.text,
        (),
        (),
        (("darurat_disekap", share), ("di_luar_topik", 1 - share)),
        found.slots,
    )
    assert interrupts(found, case) is expected
    assert not interrupts(found, asking("cerita", dangers=("darurat_paspor",)))


def test_a_short_answer_that_means_a_choice_is_no_cry_for_help() -> None:
    question = RULES.questions["dokumen"]
    case = asking("dokumen")
    found = turn("dipegang bos", case, "darurat_kekerasan")
    assert not interrupts(found, case, question.typed("dipegang bos"))
    first = RULES.questions["masalah"]
    found = turn("dipukul", case, "darurat_kekerasan")
    assert interrupts(found, case, first.typed("dipukul"))
    assert not interrupts(turn("d", case, "darurat_disekap"), case)


@pytest.mark.parametrize(
    ("text", "has_topic", "expected"),
    [
        ("apa itu IASC?", True, True),
        ("kak nomor KBRI berapa", True, True),
        ("uangnya bisa kembali?", True, True),
        ("apa itu IASC?", False, False),
        ("katanya boleh pulang kalau bayar", True, False),
        ("bulan lalu", True, False),
    ],
)
def test_a_question_of_ones_own_is_an_aside(text: str, has_topic: bool, expected: bool) -> None:
    assert is_aside(turn(text, asking("cerita"), "uang_tertipu"), has_topic) is expected


def test_asking_for_a_person_is_an_aside() -> None:
    assert is_aside(turn("mau ngomong sama orang", asking("cerita"), "bicara_manusia"), False)


@pytest.mark.parametrize(
    "text",
    [
        "buatkan laporan" + " aku" * 900 + " !x",
        "buatkan laporan" + " untuk untuk" * 300 + " !x",
        "tolong " * 500 + "buatkan laporan x",
        "lanjut laporan" + " buat kakak saya" * 200 + "?!x",
    ],
)
def test_a_wish_that_never_ends_is_none(text: str) -> None:
    """Each of these took for ever once: their words can be read in two ways, and so on for all that follow."""
    assert not asks_for_report(text)
