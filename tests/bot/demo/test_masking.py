"""What a wall shows of a message and of its answer: no numbers, no names, and the evidence where it stands now."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.masking import Masker, _hidden, _Moved
from bot.demo.part import Answered
from bot.messages import Incoming, Reply
from knowledge.store import Store
from tests.bot.demo.stages import turn_of

OFFER = "Gaji 15 juta pakai visa turis. Hubungi 081234567890 Bu Sri Wahyuni ya"

Ask = Callable[..., Answered]


@pytest.fixture
def masker(real_store: Store) -> Masker:
    return Masker(real_store)


def flag(text: str, words: str, id_: str = "visa_kunjungan") -> dict[str, Any]:
    start = text.index(words)
    evidence = {"text": words, "start": start, "end": start + len(words)}
    return {"id": id_, "severity": 3, "why": "", "evidence": [evidence]}


def ask(masker: Masker, text: str, *replies: str, **more: Any) -> Answered:
    turn = turn_of(text, *map(Reply, replies), **more)
    return masker.answered(Incoming("s", text), turn)


def test_numbers_and_names_become_labels(masker: Masker) -> None:
    shown = ask(masker, OFFER).shown
    assert shown == "Gaji 15 juta pakai visa turis. Hubungi [nomor] Bu [nama] ya"


def test_evidence_stands_where_its_words_are_now(masker: Masker) -> None:
    flags = [flag(OFFER, "Hubungi 081234567890", "kontak"), flag(OFFER, "visa turis")]
    answered = ask(masker, OFFER, screening={"flags": flags})
    words = {mark.flag: answered.shown[mark.start : mark.end] for mark in answered.marks}
    assert words == {"kontak": "Hubungi [nomor]", "visa_kunjungan": "visa turis"}


def test_evidence_of_an_earlier_message_is_not_looked_for_in_this_one(masker: Masker) -> None:
    assert ask(masker, "dan ini?", screening={"flags": [flag(OFFER, "visa turis")]}).marks == ()


def test_replies_do_not_repeat_what_was_hidden_now_or_before(masker: Masker) -> None:
    now = ask(masker, OFFER, "Tanda: “Hubungi 081234567890 Bu Sri Wahyuni”")
    assert now.turn.replies[0].text == "Tanda: “Hubungi [nomor] Bu [nama]”"
    later = ask(masker, "apa laporannya?", "Nomor perekrut: 081234567890")
    assert later.turn.replies[0].text == "Nomor perekrut: [nomor]"
    masker.forget("s")
    assert "0812" in ask(masker, "halo", "081234567890").turn.replies[0].text


def test_numbers_of_offices_stay(masker: Masker) -> None:
    hotline = "Hotline Kemlu +62 812-9007-0027"
    assert ask(masker, OFFER, hotline).turn.replies[0].text == hotline


def test_a_button_has_no_words_of_its_own(masker: Masker) -> None:
    ask(masker, OFFER)
    pressed = masker.answered(
        Incoming("s", "/lapor", kind="button"), turn_of("/lapor", Reply("Hubungi 081234567890"))
    )
    assert (pressed.shown, pressed.turn.replies[0].text) == ("", "Hubungi [nomor]")


def test_only_a_question_that_was_not_understood_is_noted(masker: Masker) -> None:
    assert ask(masker, "anak saya siti di mana", intent="di_luar_topik").question == (
        "anak saya [nama] di mana"
    )
    assert ask(masker, "cek p3mi").question is None
    danger = ask(masker, "tolong", intent="di_luar_topik", crisis=("darurat_disekap", True))
    assert danger.question is None


def test_what_is_sent_to_the_page_is_plain_data(masker: Masker) -> None:
    json.dumps(ask(masker, OFFER).turn.as_dict())


PIECE = st.text("ab .,\n", max_size=6)


@given(st.lists(st.tuples(PIECE, st.text("0123", min_size=1, max_size=4)), max_size=5), PIECE)
def test_what_was_hidden_is_found_again(pairs: list[tuple[str, str]], rest: str) -> None:
    text = "".join(words + number for words, number in pairs) + rest
    masked = "".join(f"{words}[nomor]" for words, _ in pairs) + rest
    hidden = _hidden(text, masked)
    moved = _Moved(text, hidden)
    assert not set(moved.text) & set("0123")
    for start in range(len(text)):
        begin, end = moved.place(start, start + 1)
        assert 0 <= begin < end <= len(moved.text)
