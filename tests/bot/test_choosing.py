"""Choosing a button by its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.choosing import chosen

PAYLOADS = ["/selengkapnya", "/biaya", "/sumber"]


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("2", "/biaya"),
        ("yang kedua", "/biaya"),
        ("yg no 2 aja", "/biaya"),
        ("nomor dua dong", "/biaya"),
        ("Pertama!", "/selengkapnya"),
        ("nomer telu", "/sumber"),
        ("yang terakhir", "/sumber"),
    ],
)
def test_a_number_chooses_the_button_at_its_place(text: str, payload: str) -> None:
    assert chosen(text, PAYLOADS) == payload


@pytest.mark.parametrize(
    "text",
    ["", "4", "yang kedua biayanya berapa", "2 orang", "anak kedua saya", "mau", "0", "dua bulan"],
)
def test_other_messages_choose_nothing(text: str) -> None:
    assert chosen(text, PAYLOADS) is None


def test_without_buttons_nothing_is_chosen() -> None:
    assert chosen("2", []) is None
    assert chosen("terakhir", []) is None


@given(st.text(max_size=60))
def test_any_text_is_a_button_or_none(text: str) -> None:
    assert chosen(text, PAYLOADS) in (None, *PAYLOADS)
