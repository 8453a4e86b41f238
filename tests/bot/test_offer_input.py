"""Inputs of every kind become text or a plain word why not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.errors import UnreadableError
from bot.evaluation.flyers.render import render
from bot.evaluation.flyers.styles import styles
from bot.offer_input import MOST_TEXT_BYTES, OfferInput, read_input, text_of


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"loker taiwan\n", "loker taiwan\n"),
        ("gaji 5 juta 💵".encode(), "gaji 5 juta 💵"),
        (b"a\r\nb", "a\r\nb"),
        (b"\xef\xbb\xbfloker", "loker"),
        ("loker €".encode("utf-16"), "loker €"),
        ("gaji “besar”".encode("cp1252"), "gaji “besar”"),
        (b"\x1b[31mloker", "\x1b[31mloker"),
    ],
)
def test_text_is_read_exactly(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (b" \r\n\t", "kosong"),
        (b"\xef\xbb\xbf", "kosong"),
        (b"%PDF-1.7", "bukan berkas teks"),
        (b"PK\x03\x04", "bukan berkas teks"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "bukan berkas teks"),
        (b"{\\rtf1 loker", "bukan berkas teks"),
        (bytes(range(256)), "bukan berkas teks"),
        (b"a\x00b", "bukan berkas teks"),
        (b"\xff\xfea", "bukan berkas teks"),
        (b"\x81\x8d", "bukan berkas teks"),
        (b"a" * (MOST_TEXT_BYTES + 1), "lebih dari 1 MB"),
    ],
)
def test_what_is_no_text_is_told_plainly(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        text_of(data)
    assert "Saran: " in str(told.value)


def test_files_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"loker")
    assert read_input(str(tmp_path / "a.txt")) == OfferInput("loker")
    assert read_input("-", io.BytesIO(b"chat")) == OfferInput("chat")


def test_a_text_that_begins_like_a_bitmap() -> None:
    assert read_input("-", io.BytesIO(b"BMI Hong Kong dicari")) == OfferInput(
        "BMI Hong Kong dicari"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "rusak"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "rusak"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "rusak"),
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"BM\x9a\0\0\0\0\0\0\0", "BMP"),
    ],
)
def test_a_picture_that_cannot_be_read_is_told_plainly(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as told:
        read_input("-", io.BytesIO(data))
    assert " Saran: " in str(told.value)


def test_a_picture_whatever_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "tawaran.txt"
    path.write_bytes(render("Kerja di Taiwan\nGaji 15 juta", styles()[0]))
    given = read_input(str(path))
    assert given.picture is not None
    assert given.text == given.picture.text
    assert "Taiwan" in given.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tidak_ada.txt", "berkas tidak ada"),
        (".", "folder"),
        ("a\x00b", "tidak bisa dibuka"),
        ("/dev/zero", "bukan berkas teks|lebih dari 1 MB"),
    ],
)
def test_names_that_lead_nowhere(
    name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match=words):
        read_input(name)
