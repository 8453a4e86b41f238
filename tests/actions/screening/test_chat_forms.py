"""Forms in which chats are copied by hand, and messages without any name."""

from __future__ import annotations

import pytest

from actions.screening.conversation import bubbles_in


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "[3/9 20:14] Bu Haji: majikan di Dammam\n[3/9 20:19] Nani: ditutup bu?\n[3/9 20:21] Bu Haji: dibuka lagi",
            {"Bu Haji", "Nani"},
        ),
        (
            "[Admin Vera]: gampang kok kak\nSaya: buat apa?\n[Admin Vera]: mutasi saja\nSaya: oh",
            {"Admin Vera", "Saya"},
        ),
        (
            "+62 821 0000 7710: selamat siang\nHendra: ya pak\n+62 821 0000 7710: transfer dulu\nHendra: ke mana",
            {"+62 821 0000 7710", "Hendra"},
        ),
    ],
)
def test_names_may_be_bracketed_numbers_or_dated_without_a_year(
    text: str, speakers: set[str]
) -> None:
    assert {bubble.speaker for bubble in bubbles_in(text)} == speakers


@pytest.mark.parametrize(
    ("text", "is_chat"),
    [
        (
            "Dek, mau ikut kerja ke Brunei ga? jaga toko, 500 dolar. Jangan bilang bapak dulu ya",
            True,
        ),
        (
            "Paspor kamu taruh di lemari saya ya\nJangan keluar pagar, nanti tetangga lapor\nMajikan datang besok\n"
            "Sabar dulu, kerja rumah biasa kok",
            True,
        ),
        ("Kak mau tanya, saya ditawari kerja di Laos, aman ga?", False),
        ("Mbak, uang arisan sudah saya titip ya", False),
        ("WELDER KE POLANDIA\nGross 5.000 PLN\nTes 3G/6G\nPT Las Nusa, SIP3MI 3/2022", False),
    ],
)
def test_messages_without_names_are_told_from_questions_and_advertisements(
    text: str, is_chat: bool
) -> None:
    assert bool(bubbles_in(text)) is is_chat
