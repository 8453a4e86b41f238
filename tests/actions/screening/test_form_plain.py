"""Which typed messages are nothing but an answer."""

from __future__ import annotations

import pytest

from actions.screening.form import FormRules
from bot.paths import KNOWLEDGE
from knowledge.load import load
from tests.actions.screening.texts import reading_of

FORM = FormRules.load(load(KNOWLEDGE).knowledge.red_flags.get)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("biaya", "bayar 5jt"),
        ("biaya", "saya sudah bayar 3 juta kak"),
        ("perekrut", "kakak ipar"),
        ("kontrak", "gak dikasih"),
        ("kontrak", "sudah"),
        ("visa", "turis dulu katanya"),
    ],
)
def test_an_answer_and_small_words_are_plain(asked: str, text: str) -> None:
    assert FORM.is_plain(text, reading_of, asked)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        # Every pattern allows words between; none of them may be a cry.
        ("biaya", "tidak boleh keluar, bayar"),
        ("biaya", "bayar 30 juta kalau mau pulang"),
        ("biaya", "keluarga saya diminta 50 juta"),
        ("kontrak", "gak dikasih makan"),
        ("kontrak", "sudah, saya dikurung"),
        ("perekrut", "kakak ipar saya disekap"),
        ("visa", "visa turis, paspor diambil"),
        # Plain words that answer nothing.
        ("visa", "iya"),
        ("biaya", "kakak ipar"),
        ("biaya", ""),
        ("gaji", "5 juta"),
    ],
)
def test_any_other_word_and_what_answers_nothing_is_not(asked: str, text: str) -> None:
    assert not FORM.is_plain(text, reading_of, asked)
