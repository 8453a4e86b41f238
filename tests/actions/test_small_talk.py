"""Greeting and farewell, which are often something else."""

from __future__ import annotations

from typing import Any

import pytest

from actions.base import StoreAction
from actions.context import ASKED_COUNTRY, ASKED_DANGER, ASKED_FORM, OFFER, PENDING
from actions.small_talk import Greet, SayGoodbye
from tests.actions.fakes import Said, make_store, make_tracker, run_on
from tests.actions.offer_turns import ASKING, CASE, case_in, talk

ACTIONS = [(Greet, "sapa", "Halo, saya Mawas"), (SayGoodbye, "pamit", "Sampai jumpa")]


def said(action: type[StoreAction], intent: str, text: str = "x", **slots: Any) -> Said:
    events = [{"event": "user", "message_id": "m1", "text": "Butuh orang"}]
    tracker = make_tracker(intent=intent, text=text, events=events, **slots)
    return run_on(action(make_store(), talk()), tracker)


@pytest.mark.parametrize(("action", "intent", "words"), ACTIONS)
def test_each_says_its_own(action: type[StoreAction], intent: str, words: str) -> None:
    found = said(action, intent)
    assert words in found.text
    assert found.slots[PENDING] is None


@pytest.mark.parametrize("pending", [ASKED_DANGER, ASKED_COUNTRY])
@pytest.mark.parametrize(("action", "intent", "words"), ACTIONS)
def test_a_question_of_ours_stays_open(
    action: type[StoreAction], intent: str, words: str, pending: str
) -> None:
    found = said(action, intent, **{PENDING: pending})
    assert found.slots[PENDING] == pending
    assert words in found.text


@pytest.mark.parametrize(("action", "intent", "words"), ACTIONS)
def test_an_answer_to_the_form_is_no_small_talk(
    action: type[StoreAction], intent: str, words: str
) -> None:
    found = said(action, intent, "turis", **{PENDING: ASKED_FORM, OFFER: ASKING.to_slot()})
    assert words not in found.text
    assert case_in(found.slots).answers


def test_a_farewell_ends_the_form_and_repeats_the_verdict() -> None:
    found = said(SayGoodbye, "pamit", "dadah", **{PENDING: ASKED_FORM, OFFER: ASKING.to_slot()})
    assert "Pertanyaan" not in found.text
    assert case_in(found.slots).asking is None
    assert found.slots[PENDING] is None


def test_a_greeting_asks_the_open_question_again() -> None:
    found = said(Greet, "sapa", "halo", **{PENDING: ASKED_FORM, OFFER: ASKING.to_slot()})
    assert found.bubbles[-1].startswith("Pertanyaan 1 dari 4")
    assert "Ingat hasil" not in said(Greet, "sapa", "halo", **{OFFER: CASE.to_slot()}).text
