"""Leaving the guide for somebody in danger, coming back, and going on with what was interrupted."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer_topic import AnswerTopic
from actions.context import ASKED_DANGER, ASKED_FORM, ASKED_QUIZ, CRISIS, GUIDE, OFFER, PENDING
from actions.guide import Guide
from knowledge.store import Store
from tests.actions.guide_turns import HELD, inside, say, store_of_dangers


@pytest.fixture
def store() -> Store:
    return store_of_dangers()


@pytest.mark.parametrize("text", ["keluar", "K", "saya sudah aman kok", "Batal", "udah selamat"])
def test_the_guide_is_left_by_plain_words(store: Store, text: str) -> None:
    said = say(store, text, **inside(country="KH"))
    assert said.slots[CRISIS] is None
    assert said.slots[GUIDE]["left"] == HELD
    assert "tulis: bantuan" in said.text
    assert "+855 23 217 934" in said.text
    assert "?" not in said.text


@pytest.mark.parametrize("text", ["saya mau keluar dari sini", "tidak bisa keluar", "tidak aman"])
def test_who_wants_out_of_a_building_does_not_leave_the_guide(store: Store, text: str) -> None:
    assert say(store, text, **inside()).slots[CRISIS] == HELD


def test_who_left_comes_back_by_a_word(store: Store) -> None:
    slots = {CRISIS: None, GUIDE: Guide(left=HELD, country="KH").to_slot()}
    said = say(store, "bantuan", **slots)
    assert said.slots[CRISIS] == HELD
    assert said.about["channels"][0] == "kbri_phnom_penh"
    assert said.slots[GUIDE]["left"] is None


def test_the_button_opens_it_again(store: Store) -> None:
    slots = {CRISIS: None, GUIDE: Guide(left=HELD, country="KH").to_slot()}
    said = say(store, part=f"awal.{HELD}", intent="lanjutan", **slots)
    assert said.slots[CRISIS] == HELD


def test_the_word_means_nothing_to_who_was_never_there(store: Store) -> None:
    assert say(store, "bantuan").about["crisis"] is None


@pytest.mark.parametrize(
    ("guide", "slots", "button"),
    [
        ({"pending": ASKED_QUIZ}, {}, "Lanjut kuis"),
        ({"pending": ASKED_FORM}, {OFFER: {"risk": "sedang"}}, "Lanjut isi"),
        ({}, {OFFER: {"risk": "sedang"}}, "Hasil tawaran tadi"),
        ({"topic": "biaya"}, {}, "Judul biaya"),
    ],
)
def test_what_was_interrupted_is_offered_on_leaving(
    store: Store, guide: dict[str, Any], slots: dict[str, Any], button: str
) -> None:
    said = say(store, "keluar", **inside(**guide), **slots)
    assert button in said.buttons
    assert "bisa dilanjutkan" in said.text


def test_words_between_the_question_and_its_answer_keep_it_open(store: Store) -> None:
    slots = {CRISIS: HELD, PENDING: ASKED_DANGER, GUIDE: Guide(asked=True).to_slot()}
    said = say(store, "nomor KBRI di sana berapa ya", AnswerTopic, intent="kontak_kbri", **slots)
    assert "Balas Y untuk ya, T untuk tidak." in said.text
    assert CRISIS not in said.slots


def test_a_no_after_an_unclear_yes_leaves_the_danger(store: Store) -> None:
    asked = {CRISIS: HELD, PENDING: ASKED_DANGER, GUIDE: Guide(asked=True).to_slot()}
    unclear = say(store, "nomor kemlu", AnswerTopic, intent="kontak_kbri", **asked)
    assert unclear.slots[GUIDE]["doubted"] is True
    said = say(store, "tidak", intent="tolak", **{CRISIS: HELD, GUIDE: unclear.slots[GUIDE]})
    assert said.slots[CRISIS] is None


def test_a_no_in_a_danger_that_is_certain_leads_to_people(store: Store) -> None:
    said = say(store, "tidak", intent="tolak", **inside())
    assert said.slots[CRISIS] == HELD
    assert "Tidak apa-apa." in said.text
