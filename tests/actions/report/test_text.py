"""The filled report as text."""

from __future__ import annotations

import datetime

from actions.report.text import Given, ReportLine, lines_of, report_text
from tests.actions.report.turns import RULES

TODAY = datetime.date(2026, 11, 29)


def words(
    *given: Given, country: str | None = None, name: str | None = None
) -> dict[str, str | None]:
    return {line.label: line.words for line in lines_of(RULES, given, country, name)}


def test_what_was_left_out_stays_visible() -> None:
    found = lines_of(RULES, [Given("kapan", None, "kemarin")], None, None)
    text = report_text(RULES, found, TODAY)
    assert text.startswith(
        "LAPORAN KEJADIAN\nDisusun 29 November 2026\n\nYang terjadi: (belum diisi)"
    )
    assert "\nKapan: kemarin\n" in text


def test_a_choice_with_words_keeps_them_in_the_persons_words() -> None:
    found = words(Given("siapa", "keluarga", "anak  saya\nyang kedua"), Given("umur", "anak"))
    assert found["Tentang siapa"] == "Keluarga pelapor. Kata pelapor: anak saya yang kedua"
    assert found["Umur"] == "Belum 18 tahun"


def test_the_country_is_named_once() -> None:
    here = Given("tempat", None, "Myawaddy")
    assert words(here, country="MM", name="Myanmar")["Di mana"] == "Myawaddy (Myanmar)"
    there = Given("tempat", None, "Myawaddy, myanmar")
    assert words(there, country="MM", name="Myanmar")["Di mana"] == "Myawaddy, myanmar"
    assert words(Given("tempat"), country="MM", name="Myanmar")["Di mana"] == "Myanmar"
    assert words(Given("tempat", "ID"), country="ID", name=None)["Di mana"] == "di Indonesia"
    assert words(Given("tempat"))["Di mana"] is None


def test_an_answer_stays_in_the_report_though_it_makes_its_question_needless() -> None:
    assert words(Given("dokumen", "orang"))["Paspor dan HP"] == "Paspor dipegang orang lain"


def test_the_answer_to_a_question_that_an_editor_took_out_is_left_out() -> None:
    assert "Kapan" in words(Given("dulu_ada", None, "x"))


def test_nothing_is_left_out_of_a_long_answer() -> None:
    story = "kata " * 800
    line = ReportLine("Kejadian", words(Given("cerita", None, story))["Kejadian"])
    assert report_text(RULES, [line], TODAY).count("kata") == 800
