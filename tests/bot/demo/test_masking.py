"""What a wall shows of a message and of its answer: no numbers, no names, and the evidence where it stands now."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.masking import Masker
from bot.demo.part import Answered
from bot.demo.said import Said
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
    later = ask(masker, "apa tandanya?", "Tanda: “Bu Sri Wahyuni ya”")
    assert later.turn.replies[0].text == "Tanda: “Bu [nama] ya”"
    masker.forget("s")
    assert "Sri" in ask(masker, "halo", "“Bu Sri Wahyuni ya”").turn.replies[0].text


def test_a_report_repeats_words_without_quotation_marks(masker: Masker) -> None:
    ask(masker, OFFER)
    line = "Perekrut: Bu Sri Wahyuni, 081234567890"
    report, advice = Reply(line, repeats=True), Reply(line)
    shown = masker.answered(Incoming("s", "ya"), turn_of("ya", report, advice)).turn.replies
    assert [reply.text for reply in shown] == ["Perekrut: Bu [nama], [nomor]", line]


def test_short_names_are_hidden_as_whole_words_only(masker: Masker) -> None:
    said = "agennya bu ani, lalu pak edi minta 5 juta"
    reply = "Tanda: “bu ani, lalu pak edi minta 5 juta”. Jangan dibayar sebelum ada berita dari media. “ani” “bu ani…”"
    assert ask(masker, said, reply).turn.replies[0].text == (
        "Tanda: “bu [nama], lalu pak [nama] minta 5 juta”. Jangan dibayar sebelum ada berita dari media. “[nama]” “bu [nama]…”"
    )


def test_words_of_our_own_stay_as_they_are(masker: Masker) -> None:
    said = "nama saya hubungi, lihat https://kemlu.go.id dan +62 812-9007-0027, kata Rahayu"
    ours = "Hubungi Kemlu: https://kemlu.go.id, +62 812-9007-0027. Tulis “hubungi kami” atau “cek p3mi”. Jalan Rahayu."
    assert ask(masker, said, ours).turn.replies[0].text == ours


def test_a_quote_is_found_across_lines_and_up_to_where_it_was_cut(masker: Masker) -> None:
    said = "transfer ke\n  0812\u00a03456\u20117890 a.n. Sumiati kata ”bos” secepatnya"
    reply = "“transfer ke 0812\u00a03456\u20117890 a.n. Sumia…” “kata ”bos” secepatnya”"
    shown = ask(masker, said, reply.replace("\u00a0", " ")).turn.replies[0].text
    assert shown == "“transfer ke [nomor] a.n. [nama]…” “kata ”bos” secepatnya”"


def test_numbers_of_offices_stay(masker: Masker) -> None:
    hotline = "Hotline Kemlu +62 812-9007-0027"
    assert ask(masker, OFFER, hotline).turn.replies[0].text == hotline


def test_a_button_has_no_words_of_its_own(masker: Masker) -> None:
    ask(masker, OFFER)
    pressed = masker.answered(
        Incoming("s", "/lapor", kind="button"),
        turn_of("/lapor", Reply("Tanda: “Hubungi 081234567890”")),
    )
    assert (pressed.shown, pressed.turn.replies[0].text) == ("", "Tanda: “Hubungi [nomor]”")


@pytest.mark.parametrize(
    ("more", "is_kept"),
    [
        ({"intent": "di_luar_topik"}, True),
        # Asked back, or with a choice of what may be meant; the best guess is a topic.
        ({"intent": "cek_p3mi", "actions": ("action_unsure",)}, True),
        ({"intent": "cek_p3mi"}, False),
        # It named the country that we had asked for.
        ({"intent": "cek_p3mi", "actions": ("action_unsure",), "topics": ("biaya",)}, False),
        ({"intent": "di_luar_topik", "crisis": ("darurat_disekap", True)}, False),
        ({"intent": "x", "actions": ("action_unsure",), "crisis": ("darurat_a", False)}, False),
        ({"intent": "di_luar_topik", "screening": {"flags": []}}, False),
    ],
)
def test_a_question_without_an_answer_is_noted(
    masker: Masker, more: dict[str, Any], is_kept: bool
) -> None:
    question = ask(masker, "anak saya siti di mana", **more).question
    assert question == ("anak saya [nama] di mana" if is_kept else None)


def test_no_question_is_noted_of_signs_nor_behind_the_harmless_screen(masker: Masker) -> None:
    assert ask(masker, "??? 123", intent="di_luar_topik").question is None
    covered = turn_of("resep sayur", Reply("Sayur lodeh.", covers=True), intent="di_luar_topik")
    assert masker.answered(Incoming("s", "resep sayur"), covered).question is None


def test_what_is_sent_to_the_page_is_plain_data(masker: Masker) -> None:
    json.dumps(ask(masker, OFFER).turn.as_dict())


PIECE = st.text("ab .,\n", max_size=6)


@given(st.lists(st.tuples(PIECE, st.text("0123", min_size=1, max_size=4)), max_size=5), PIECE)
def test_every_character_has_its_place_in_what_is_shown(
    pairs: list[tuple[str, str]], rest: str
) -> None:
    text, hidden = "", []
    for words, number in pairs:
        text += words
        hidden.append((len(text), len(text) + len(number), "[nomor]"))
        text += number
    said = Said(text + rest, hidden)
    assert not set(said.shown) & set("0123")
    for start in range(len(text + rest)):
        begin, end = said.place(start, start + 1)
        assert 0 <= begin < end <= len(said.shown)
