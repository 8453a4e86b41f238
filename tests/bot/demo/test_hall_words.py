"""What a chat asks to be typed is not shown to a hall."""

from __future__ import annotations

import pytest

from actions.render import offer
from actions.render.bubbles import choice
from actions.render.crisis import QUESTION
from bot.demo.hall_words import (
    SIGNS_PAYLOAD,
    hall_text,
    hall_title,
    without_reasons,
    without_signs,
)
from bot.messages import Button

SIGNS = "Ada 3 tanda di tawaran ini. 2 yang terberat:\n\n1. Visa turis\n“turis”\n\n2. Bayar dulu"


def test_the_button_that_lists_all_signs_is_that_of_the_assistant() -> None:
    assert choice("Semua", offer.BUTTON_INTENT, lihat=offer.SIGNS).payload == SIGNS_PAYLOAD


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Hubungi polisi.\n\nLayar dilihat orang? Tulis: kopi", "Hubungi polisi."),
        ("KBRI:\n+95 1\nBalas A langkah, C kontak, K keluar.", "KBRI:\n+95 1"),
        (QUESTION, "Apakah Anda atau orang yang Anda kenal dalam bahaya sekarang?"),
        ("Ada bahaya sekarang? Balas Y untuk ya, T untuk tidak.", "Ada bahaya sekarang?"),
        ("Bukan di Myanmar? Tulis nama negaranya.", "Bukan di Myanmar? Tulis nama negaranya."),
        ("Balas pesan itu? Jangan.", "Balas pesan itu? Jangan."),
        ("Balas Y untuk ya.", ""),
        (
            "Sumber: Ini Balikpapan, tanpa tanggal; OJK; dan 2 lainnya (tulis: sumbernya?). Dicek 21 November 2026.",
            "Sumber: Ini Balikpapan; OJK; dan 2 lainnya. Dicek 21 November 2026.",
        ),
        ("Surat itu tanpa nama, tanpa tanggal.", "Surat itu tanpa nama, tanpa tanggal."),
    ],
)
def test_letters_and_the_word_are_left_out(said: str, shown: str) -> None:
    assert hall_text(said) == shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [("A Langkah", "Langkah"), ("Y Ya", "Ya"), ("Semua tanda", "Semua tanda"), ("A", "A")],
)
def test_a_button_has_no_letter(title: str, shown: str) -> None:
    assert hall_title(Button(title, "/x")) == shown


def test_signs_that_were_seen_one_by_one_are_not_listed_again() -> None:
    assert without_signs(f"Risiko tinggi.\n\n{SIGNS}\n\nBelum disebut: izin.", 3) == (
        "Risiko tinggi.\n\nBelum disebut: izin."
    )
    # One of them has no words in the message: it was not seen.
    assert without_signs(SIGNS, 2) == SIGNS
    assert without_signs("1. Lapor\n\n2. Simpan bukti", 9) == "1. Lapor\n\n2. Simpan bukti"


def test_why_each_sign_is_one_is_not_said_again() -> None:
    said = "1. Visa turis\n\nMengapa: bukan untuk kerja.\n\nSeharusnya: visa kerja."
    assert without_reasons(said) == "1. Visa turis\n\nSeharusnya: visa kerja."
