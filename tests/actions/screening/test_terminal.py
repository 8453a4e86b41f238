"""The report for terminals: readable without colours, and safe against what an offer may hold."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from actions.pictures.model import PictureLine, PictureText
from actions.screening.explain import Explainer
from actions.screening.model import Evidence, Flag, Salary, Screening
from actions.screening.terminal import TerminalReport, pay_in_words
from actions.screening.wording import Wording
from tests.actions.screening.offers import ALL, GENUINE, NEWS, SCAM, offer_store, words

WORDING = Wording.load()
ESCAPE = re.compile(r"\x1b\[[\d;]+m")


def report(
    screening: Screening,
    *,
    width: int = 80,
    colours: bool = False,
    name: str = "a.txt",
    picture: PictureText | None = None,
) -> str:
    writer = TerminalReport(width, colours, datetime.date(2026, 11, 28))
    told = Explainer(offer_store(), WORDING).explain(screening)
    return writer.report(name, screening.facts, told, picture)


def read_picture(text: str, confidence: float = 0.99, is_complete: bool = True) -> PictureText:
    corners = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    lines = tuple(PictureLine(line, confidence, corners) for line in text.split("\n"))
    return PictureText(text, lines, (100, 100), 0, is_complete, 0.5)


def test_what_was_read_in_a_picture_is_shown_before_what_was_found_in_it() -> None:
    text = report(SCAM, picture=read_picture("KERJA KAMBOJA\nVisa turis dulu"))
    assert text.index("Yang terbaca di gambar") < text.index("Tanda yang ditemukan")
    assert "\n  KERJA KAMBOJA\n  Visa turis dulu\n" in text
    assert "Ada yang salah baca?" in text
    assert "kurang jelas" not in text
    assert "belum terbaca" not in text


def test_a_picture_that_was_read_badly_or_in_part_says_so() -> None:
    text = report(NEWS, picture=read_picture("a", confidence=0.7, is_complete=False))
    assert "Angka dan nama bisa salah baca." in text
    assert "Bagian bawahnya belum terbaca" in text


def test_a_scam_is_explained_from_verdict_to_sources() -> None:
    text = report(SCAM)
    places = [
        text.index(part)
        for part in (
            "a.txt",
            "Risiko tinggi",
            "bukan tuduhan",
            "Tanda yang ditemukan (4)",
            "“Visa turis dulu”",
            "Sebab visa_kunjungan.",
            "Asli visa_kunjungan.",
            "Negara: “KAMBOJA”",
            "Belum disebut",
            "Tanya tanpa_p3mi?",
            "Cek visa_kunjungan.",
            "Tempat bertanya",
            "Tempat melapor",
            "Lakukan sekarang",
            "Sumber (dicek ",
        )
    ]
    assert places == sorted(places)


def test_the_pay_is_shown_as_said_and_as_read() -> None:
    assert "“gaji 12-15 juta/bln”, dibaca IDR 12.000.000 sampai 15.000.000 per" in report(SCAM)


@pytest.mark.parametrize(
    ("low", "high", "period", "said"),
    [
        (8e6, 8e6, "bulan", "IDR 8.000.000 per bulan"),
        (1e7, None, None, "IDR 10.000.000 ke atas"),
        (13.9, 15.5, "jam", "IDR 13,90 sampai 15,50 per jam"),
    ],
)
def test_pay_in_words(low: float, high: float | None, period: str | None, said: str) -> None:
    assert pay_in_words(Salary(low, high, "IDR", period, words("gaji"))) == said


@pytest.mark.parametrize("screening", ALL.values(), ids=ALL)
def test_without_colours_there_is_no_escape(screening: Screening) -> None:
    assert "\x1b" not in report(screening)


@pytest.mark.parametrize("screening", ALL.values(), ids=ALL)
def test_colours_add_nothing_but_colours(screening: Screening) -> None:
    coloured = report(screening, colours=True)
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == report(screening)


def test_low_is_never_green() -> None:
    assert "\x1b[1;34m" in report(GENUINE, colours=True)
    assert "32m" not in report(GENUINE, colours=True)


def test_an_offer_cannot_paint_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;judul\x07 visa"
    screening = replace(
        SCAM, flags=(Flag("visa_kunjungan", 3, (Evidence(hostile, 0, len(hostile)),)),)
    )
    assert "\x1b" not in report(screening, name="nama\x1b[31m.txt")
    assert "\x07" not in report(screening)


@pytest.mark.parametrize("width", [10, 40, 200])
def test_lines_fit_the_terminal(width: int) -> None:
    lines = report(SCAM, width=width).splitlines()
    assert max(map(len, lines)) <= max(40, min(width, 88))


def test_what_is_no_offer_is_short() -> None:
    assert len(report(NEWS).splitlines()) < 8


def test_signs_of_a_text_that_is_no_offer_are_listed() -> None:
    text = report(replace(NEWS, hints=SCAM.flags))
    assert "Kalau ini kata orang yang menawari Anda kerja" in text
    assert "Judul visa_kunjungan: “Visa turis dulu”" in text
    assert "Risiko" not in text
