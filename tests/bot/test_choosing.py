"""Choosing a button by its number, or what was offered by a yes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.choosing import chosen, may_choose
from bot.messages import Button

BUTTONS = [
    Button("Lengkap", "/selengkapnya"),
    Button("Biaya", "/biaya"),
    Button("Sumber", "/sumber"),
]


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
        ("saya pilih yang ke dua", "/biaya"),
        ("kalo yang kedua gimana?", "/biaya"),
        ("jelasin nomor tiga dulu", "/sumber"),
        ("nu kadua", "/biaya"),
        ("#2", "/biaya"),
        ("ke3", "/sumber"),
    ],
)
def test_a_number_chooses_the_button_at_its_place(text: str, payload: str) -> None:
    assert chosen(text, BUTTONS) == payload


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "yang kedua biayanya berapa",
        "2 orang",
        "anak kedua saya",
        "mau",
        "0",
        "dua bulan",
        "saya 17",
    ],
)
def test_other_messages_choose_nothing(text: str) -> None:
    assert chosen(text, BUTTONS) is None


def test_without_buttons_nothing_is_chosen() -> None:
    assert chosen("2", []) is None
    assert chosen("terakhir", []) is None


@pytest.mark.parametrize(
    "text", ["iya", "Iya kak", "ya, boleh", "boleh", "iya tolong", "mau dong", "oke sip!", "nggih"]
)
def test_a_yes_takes_up_what_was_offered(text: str) -> None:
    assert may_choose(text)
    assert chosen(text, BUTTONS, "/visa") == "/visa"
    assert chosen(text, BUTTONS) is None


@pytest.mark.parametrize(
    "text", ["tolong", "iya saya dikurung", "mau ke korea", "boleh berangkat ga", "ya?", "tidak"]
)
def test_a_yes_with_more_beside_it_takes_up_nothing(text: str) -> None:
    assert not may_choose(text)
    assert chosen(text, BUTTONS, "/visa") is None


@pytest.mark.parametrize("part", ["no#", "ke ", "yang ", "ya ", "ya,", "no.", "ke-", "aja"])
def test_long_repetitions_are_read_at_once(part: str) -> None:
    assert not may_choose(part * 2000 + "x")


@given(st.text(max_size=60))
def test_any_text_is_a_button_or_none(text: str) -> None:
    assert chosen(text, BUTTONS) in (None, *(button.payload for button in BUTTONS))


@pytest.mark.parametrize("text", ["b", "B.", "balas B"])
def test_a_letter_chooses_the_button_that_begins_with_it(text: str) -> None:
    buttons = [Button("A Langkah", "/a"), Button("B Jangan", "/b"), Button("Biaya", "/biaya")]
    assert may_choose(text)
    assert chosen(text, buttons) == "/b"
    assert chosen(text, BUTTONS) is None


def test_the_word_that_opens_a_guide_again_chooses_its_button() -> None:
    again = Button("Buka lagi", '/lanjutan{"lihat": "awal.darurat_disekap"}')
    assert may_choose("Bantuan")
    assert chosen("bantuan", [*BUTTONS, again]) == again.payload
    assert chosen("bantuan", BUTTONS) is None


@pytest.mark.parametrize("text", ["lanjut", "Lanjutkan dong", "lanjutin lagi", "terusin kak"])
def test_lanjut_goes_on_with_the_explanation_that_has_more(text: str) -> None:
    assert chosen(text, BUTTONS) == "/selengkapnya"
    assert chosen(text, BUTTONS[1:]) is None
