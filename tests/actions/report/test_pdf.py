"""The report on paper: pages, words, letters that cannot be printed, and a name or number that is never lost."""

from __future__ import annotations

import datetime
import re
import zlib
from collections.abc import Sequence

import pytest

from actions.render import fonts
from actions.render.report import advice_of
from actions.report.order import OrderRules, Where
from actions.report.pdf import Paper, pdf_of
from actions.report.sheet import Sheet
from actions.report.text import Given, lines_of
from tests.actions.report.turns import RULES, STORE

TODAY = datetime.date(2026, 11, 29)
FACTS = ("uang_terkirim", "anak", "luar_negeri", "orang_lain", "dokumen_dipegang")
FULL = [
    Given("masalah", "uang"),
    Given("siapa", "keluarga", "anak saya"),
    Given("umur", "anak"),
    Given("cerita", None, "Dijanjikan kerja di restoran, lalu disuruh menipu orang. " * 6),
    Given("kapan", None, "sejak 3 Maret 2026"),
    Given("tempat", None, "Myawaddy, Myanmar"),
    Given("pelaku", None, "Rudi, wa 0812-3333-4444"),
    Given("uang", "baru"),
    Given("jumlah", None, "Rp5.000.000 ke BCA a.n. Siti 1234567890"),
    Given("dokumen", "orang"),
    Given("kontak", None, "Bu Yati 0857-1111-2222"),
]


def paper(given: Sequence[Given]) -> Paper:
    order = OrderRules.load()
    places = order.places(STORE, FACTS, Where("MM"))
    lines = lines_of(RULES, given, "MM", "Myanmar")
    return Paper(RULES, order, lines, advice_of(places, TODAY, False), "Sumber: UU.", TODAY)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def test_an_ordinary_report_has_two_pages_and_is_small() -> None:
    pdf = pdf_of(paper(FULL))
    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 2
    assert len(pdf) < 100_000
    assert b"/Lang (id)" in pdf
    assert all(float(size) in (595.28, 841.89) for size in _sizes(pdf))


def _sizes(pdf: bytes) -> list[bytes]:
    (box,) = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+ [\d.]+)\]", pdf))
    return box.split()


def test_an_empty_report_is_a_form_to_fill_by_hand() -> None:
    assert pages(pdf_of(paper([]))) == 2


def test_a_long_story_runs_on() -> None:
    longer = [each for each in FULL if each.question != "cerita"]
    longer.append(Given("cerita", None, "Saya dijanjikan kerja. " * 300))
    assert pages(pdf_of(paper(longer))) >= 4


def test_the_answers_are_not_readable_in_the_properties_of_the_file() -> None:
    pdf = pdf_of(paper(FULL))
    assert b"Yati" not in pdf
    assert b"/Title (Laporan kejadian)" in pdf
    assert b"/Author" not in pdf


class Watched(Sheet):
    """Remembers what it shows."""

    def __init__(self) -> None:
        super().__init__("Judul", "Kaki")
        self.seen: list[str] = []
        self.add_page()

    def _shown(self, text: str) -> str:
        shown = super()._shown(text)
        self.seen.append(shown)
        return shown


def test_a_letter_that_the_font_has_not_is_seen_to_be_missing() -> None:
    sheet = Watched()
    sheet.row("Nama", "Siti ខ្មែរ 𝗔𝗱𝗶 ⚠️", 50)
    assert sheet.seen == ["Siti □□□□□ Adi ⚠"]
    assert sheet.unprinted
    sheet = Watched()
    sheet.row("Nama", "Siti Nurhalizá – “ya”", 50)
    assert not sheet.unprinted


@pytest.mark.parametrize(
    "words", ["x" * 400, "kata " * 2000, "a\nb\nc", "https://a.id/" + "b" * 300]
)
def test_any_answer_can_be_printed(words: str) -> None:
    sheet = Watched()
    sheet.row("Label", words, 52)
    assert sheet.bytes().startswith(b"%PDF")


def test_a_place_is_never_parted_by_the_end_of_a_page() -> None:
    sheet = Watched()
    for number in range(30):
        sheet.place(
            f"{number}. Tempat\nMinta.\n• telepon: +62 811\n• situs: {'x' * 120}\nJam: 24 jam."
        )
    assert pages(sheet.bytes()) >= 3


def test_without_fonts_there_is_a_plain_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    with pytest.raises(FileNotFoundError, match=r"DejaVuSans\.ttf"):
        Sheet("x", "y")


def test_streams_are_compressed() -> None:
    pdf = pdf_of(paper(FULL))
    stream = re.search(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)
    assert stream
    assert zlib.decompress(stream[1])
