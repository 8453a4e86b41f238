"""What words ask, and what they conclude."""

from __future__ import annotations

import pytest

from actions.asking import asks, asks_for_another, concludes, may_ask


@pytest.mark.parametrize(
    "text",
    [
        "visa turis aman ga bro",
        "kerja gituan amankah",
        "itu jebakan ya",
        "cara cek pt resmi",
        "kirim ktp atau jangan",
        "bisa gak kerja di luar",
        "jebakan kan",
    ],
)
def test_what_is_asked_without_a_word_that_asks_may_be_a_question(text: str) -> None:
    assert may_ask(text)
    assert not asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "visanya turis dulu nanti diganti di sana",
        "nanti potong gaji 12 bulan ya",
        "transfer dulu 2 juta ke rekening bu Siti",
        "tidak usah kontrak",
        "langkah pertama kirim ktp",
        "gak perlu bayar",
    ],
)
def test_what_a_recruiter_states_is_no_question(text: str) -> None:
    assert not may_ask(text)


@pytest.mark.parametrize("text", ["tawaran baru dong", "mau cek lowongan lain", "loker yg lain"])
def test_who_wants_another_offer_is_heard(text: str) -> None:
    assert asks_for_another(text)
    assert not asks_for_another(f"{text} {'kata ' * 9}")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("oke makasih saya jadi berangkat", True),
        ("makasih ya brarti aman", True),
        ("siap daftar", True),
        ("makasih", False),
        ("kapan berangkat", False),
    ],
)
def test_a_conclusion_is_heard(text: str, is_one: bool) -> None:
    assert concludes(text) is is_one
