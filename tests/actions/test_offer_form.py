"""The form after a verdict: asking, understanding, stopping, and going on after something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.context import (
    ASKED_COUNTRY,
    ASKED_FORM,
    PENDING,
)
from actions.offer_form import MOST_ASIDES
from actions.screening.case import FormAnswer
from tests.actions.offer_turns import ASKING, CASE, answered, case_in, talk, turn
from tests.actions.screening.offers import GREY, NEWS


def test_a_typed_answer_is_kept_with_its_message_and_the_next_question_follows() -> None:
    found = talk().before(turn("visa kerja kak", "visa"))
    assert found
    answer, slots = found
    assert answer.bubbles == [
        "Pertanyaan 2 dari 4:\nSiapa yang memberangkatkan? Boleh tulis nama PT dan nomor izinnya."
        "\n\nKetik batal untuk berhenti."
    ]
    assert case_in(slots).answers == (FormAnswer("visa", "kerja", "m2"),)
    assert (case_in(slots).asking, slots[PENDING]) == ("perekrut", ASKED_FORM)


def test_an_answer_that_makes_the_risk_high_ends_the_form() -> None:
    found = talk().before(turn("visanya turis katanya", "visa"))
    assert found
    answer, slots = found
    assert "sedang → tinggi" in answer.bubbles[0]
    assert "“visanya turis katanya”" in answer.bubbles[0]
    assert case_in(slots).asking is None
    assert PENDING not in slots


@pytest.mark.parametrize("text", ["B", "b.", "jawab b"])
def test_a_letter_chooses(text: str) -> None:
    found = talk().before(turn(text))
    assert found
    # What is quoted is the answer, not the letter.
    assert "“Visa turis atau kunjungan”" in found[0].bubbles[0]


def test_a_letter_without_a_choice_chooses_nothing() -> None:
    found = talk().before(turn("d"))
    assert found
    assert found[0].bubbles[0].startswith("Saya belum menangkap")


@pytest.mark.parametrize(("text", "intent"), [("stop", "batal"), ("cukup", "di_luar_topik")])
def test_stopping_ends_the_form_and_not_the_conversation(text: str, intent: str) -> None:
    found = talk().before(turn(text, intent))
    assert found
    assert found[0].bubbles == ["Baik, saya berhenti bertanya. Hasil tetap: sedang."]
    assert case_in(found[1]).asking is None


def test_a_question_with_words_of_an_answer_is_a_question() -> None:
    assert talk().before(turn("kalau pakai visa turis dendanya berapa", "visa")) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [("iya", "setuju"), ("tidak", "tolak"), ("sudah", "pamit"), ("sip", "lanjutan")],
)
def test_a_yes_that_answers_nothing_gets_the_choices_again(text: str, intent: str) -> None:
    found = talk().before(turn(text, intent))
    assert found
    assert found[0].bubbles[0].startswith("Saya belum menangkap")
    assert [each.title for each in found[0].choices][:1] == ["Visa kerja"]


@pytest.mark.parametrize(
    ("text", "asking", "choice"),
    [
        ("iya", "biaya", "bayar"),
        ("sudah", "biaya", "bayar"),
        ("tidak", "biaya", "tidak"),
        ("sudah", "kontrak", "ada"),
        ("ya", "kontrak", "ada"),
        ("belum", "kontrak", "belum"),
    ],
)
def test_a_yes_or_no_answers_a_question_that_can_be_answered_so(
    text: str, asking: str, choice: str
) -> None:
    found = talk().before(turn(text, "pamit", replace(ASKING, asking=asking)))
    assert found
    assert FormAnswer(asking, choice, "m2") in case_in(found[1]).answers


def test_a_plain_answer_is_one_whatever_danger_it_may_be_taken_for() -> None:
    asked = replace(ASKING, asking="biaya")
    for text in ("bayar 5jt", "saya sudah bayar 3 juta"):
        found = talk().before(turn(text, "darurat_tebusan", asked))
        assert found
        assert case_in(found[1]).answers[-1].choice == "bayar"
    for text in ("bayar 50 juta baru boleh pulang", "keluarga saya diminta 50 juta"):
        assert talk().before(turn(text, "darurat_tebusan", asked)) is None
    # Without a question of ours they are no answers.
    assert talk().before(turn("bayar 5jt", "darurat_tebusan", CASE, **{PENDING: None})) is None


@pytest.mark.parametrize(
    ("text", "intent", "asking"),
    [
        ("kakak saya hilang di malaysia", "cari_keluarga", "perekrut"),
        ("sudah transfer 5 juta ke orangnya lalu diblokir", "uang_tertipu", "biaya"),
    ],
)
def test_an_urgent_need_is_answered_before_the_form_goes_on(
    text: str, intent: str, asking: str
) -> None:
    assert talk().before(turn(text, intent, replace(ASKING, asking=asking))) is None


def test_a_question_that_an_editor_took_out_is_not_open() -> None:
    gone = replace(CASE, asking="gaji")
    assert talk(NEWS).before(turn("visa turis", "visa", gone)) is None


def test_the_open_question_follows_another_answer() -> None:
    answer, slots = talk().after(turn("biaya?", "biaya"), answered(), {"topik": "biaya"})
    assert answer.bubbles[0] == "Jawaban biaya."
    assert answer.bubbles[1].startswith("Pertanyaan 1 dari 4")
    assert slots["topik"] == "biaya"
    assert (case_in(slots).asides, slots[PENDING]) == (1, ASKED_FORM)


def test_a_form_that_is_not_answered_rests() -> None:
    tired = replace(ASKING, asides=MOST_ASIDES)
    answer, slots = talk().after(turn("biaya?", "biaya", tired), answered(), {})
    assert "saya simpan dulu" in answer.bubbles[1]
    assert answer.choices[0].title == "Lengkapi: 4 pertanyaan"
    assert case_in(slots).asking is None
    assert PENDING not in slots


def test_the_form_waits_for_another_question_of_ours() -> None:
    answer, slots = talk().after(turn("kbri", "kbri"), answered(), {PENDING: ASKED_COUNTRY})
    assert answer.bubbles == ["Jawaban biaya."]
    assert (case_in(slots).asking, slots[PENDING]) == ("visa", ASKED_COUNTRY)


def test_yes_after_a_verdict_starts_the_form() -> None:
    found = talk().before(turn("iya", "setuju", CASE, **{PENDING: None}))
    assert found
    assert found[0].bubbles[0].startswith("Pertanyaan 1 dari 4")
    nothing_open = replace(CASE, screening=GREY)
    assert talk(NEWS).before(turn("iya", "setuju", nothing_open, **{PENDING: None})) is None


def test_a_question_about_the_verdict_leaves_the_form_open() -> None:
    found = talk().before(turn("jadi aman ga?"))
    assert found
    assert found[0].bubbles[0].startswith("🟡")
    assert found[0].bubbles[-1].startswith("Pertanyaan 1 dari 4")
