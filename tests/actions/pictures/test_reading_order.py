"""Columns, tables, paragraphs: the order in which a person reads."""

from __future__ import annotations

import math

from actions.pictures.model import PictureLine
from actions.pictures.reading_order import arranged
from actions.pictures.words import cleaned

HEIGHT, LETTER = 40, 20


def _line(text: str, x: float, y: float, degrees: float = 0) -> PictureLine:
    edges = (
        (x, y),
        (x + LETTER * len(text), y),
        (x + LETTER * len(text), y + HEIGHT),
        (x, y + HEIGHT),
    )
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    a, b, c, d = ((px * cos - py * sin, px * sin + py * cos) for px, py in edges)
    return PictureLine(text, 1.0, (a, b, c, d))


def _text(*lines: PictureLine) -> list[str]:
    return arranged(list(reversed(lines)))[0].splitlines()


def _columns(step: int, degrees: float = 0) -> list[PictureLine]:
    left = ["Syarat:", "- Usia 18-35", "- SMA", "- Sehat", "- Paspor"]
    right = ["Fasilitas:", "- Mess", "- Makan", "- Visa"]
    return [
        _line("LOWONGAN KERJA DI TAIWAN TAHUN INI", 100, 0, degrees),
        *(_line(text, 0, 100 + 60 * n, degrees) for n, text in enumerate(left)),
        *(_line(text, 500, 100 + step * n, degrees) for n, text in enumerate(right)),
        _line("Daftar di kantor kami setiap hari kerja", 0, 500, degrees),
    ]


COLUMNS = [
    "LOWONGAN KERJA DI TAIWAN TAHUN INI",
    *("Syarat:", "- Usia 18-35", "- SMA", "- Sehat", "- Paspor"),
    *("Fasilitas:", "- Mess", "- Makan", "- Visa"),
    "Daftar di kantor kami setiap hari kerja",
]


def test_columns_are_read_one_after_the_other() -> None:
    assert _text(*_columns(60)) == COLUMNS


def test_columns_with_lines_at_other_heights() -> None:
    assert _text(*_columns(75)) == COLUMNS


def test_columns_in_a_crooked_picture() -> None:
    assert _text(*_columns(60, degrees=8)) == COLUMNS


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Gaji", ": NT$ 29.500"), ("Kontrak", ": 3 tahun"), ("Lokasi", ": Taichung")]
    lines = [
        _line(text, x, 60 * n)
        for n, row in enumerate(rows)
        for x, text in zip((0, 400), row, strict=True)
    ]
    assert _text(*lines) == ["Gaji : NT$ 29.500", "Kontrak : 3 tahun", "Lokasi : Taichung"]


def test_bubbles_of_a_chat_stay_in_their_order() -> None:
    said = [("Halo kak", 0), ("Iya ada", 600), ("Gaji berapa?", 0), ("15 juta", 600)]
    lines = [_line(text, x, 120 * n) for n, (text, x) in enumerate(said)]
    assert _text(*lines) == [text for text, _ in said]


def test_a_broken_sentence_is_one_line_again() -> None:
    lines = [
        _line("Proses resmi dan tidak ada", 0, 0),
        _line("potongan gaji selama bekerja.", 0, 52),
        _line("Visa kerja", 0, 120),
        _line("- asrama gratis", 0, 172),
    ]
    assert _text(*lines) == [
        "Proses resmi dan tidak ada potongan gaji selama bekerja.",
        "Visa kerja",
        "- asrama gratis",
    ]


def test_a_short_line_was_broken_on_purpose() -> None:
    lines = [
        _line("tanpa biaya", 0, 0),
        _line("paspor dipegang agen selama kontrak", 0, 52),
    ]
    assert len(_text(*lines)) == 2


def test_no_lines_are_no_text() -> None:
    assert arranged([]) == ("", ())


def test_letters_are_cleaned() -> None:
    assert cleaned("　Ｇａｊｉ：ＮＴ＄　２９，５００ ") == "Gaji:NT$ 29,500"
    assert cleaned("口 Visa kerja") == "• Visa kerja"
    assert cleaned("招聘 Taiwan") == "招聘 Taiwan"
    assert cleaned("\u200bWA\u00a00812") == "WA 0812"
    assert cleaned("—— ★") == ""
