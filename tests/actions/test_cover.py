"""The safe word and the harmless screen."""

from __future__ import annotations

from typing import Any

import pytest

from actions.context import (
    ASKED_DANGER,
    ASKED_QUIZ,
    COVERED,
    CRISIS,
    GUIDE,
    OFFER_PART,
    PENDING,
    TOPIC,
)
from actions.cover import CHAT_PAYLOAD, CoverTalk
from actions.crisis_talk import CrisisTalk
from actions.follow_up import FollowUp
from actions.guide import Guide
from actions.harmless import CHAT, RECIPE, SWITCH_PAYLOAD, is_safe_word
from actions.talks import Talks
from knowledge.store import Store
from tests.actions.fakes import Said, run

HELD = "darurat_disekap"
BETRAYS = "mawas bantuan darurat bahaya kerja negeri kbri polisi lapor korban kopi:".split()


def say(store: Store, part: str | None = None, text: str = "", **slots: Any) -> Said:
    guide = CrisisTalk(store)
    talk = Talks(CoverTalk(store, guide), guide)
    return run(FollowUp(store, talk), intent="lanjutan", text=text, part=part, **slots)


@pytest.mark.parametrize("text", ["kopi", "Kopi", " KOPI! ", "kopi ☕", "*kopi*", "kopi..."])
def test_the_safe_word_alone_is_the_safe_word(text: str) -> None:
    assert is_safe_word(text)


@pytest.mark.parametrize(
    "text", ["kopi susu", "saya petik kopi", "", "☕", "kopikopi", "k o p i x"]
)
def test_with_other_words_it_is_not(text: str) -> None:
    assert not is_safe_word(text)


def test_the_payloads_ask_for_a_part() -> None:
    assert f'/lanjutan{{"{OFFER_PART}": "samar"}}' == SWITCH_PAYLOAD
    assert CHAT_PAYLOAD != SWITCH_PAYLOAD


def test_the_screen_is_one_bubble_without_buttons(store: Store) -> None:
    said = say(store, "samar", **{CRISIS: HELD})
    assert (said.bubbles, said.buttons) == ([RECIPE], {})
    assert said.about["covers"] is True
    assert said.about["crisis"] is None
    assert said.slots[COVERED] is True


@pytest.mark.parametrize("text", [RECIPE, *CHAT])
def test_nothing_on_the_screen_betrays_what_it_hides(text: str) -> None:
    assert [word for word in BETRAYS if word in text.casefold()] == []


def test_behind_the_screen_what_was_open_stays_open(store: Store) -> None:
    said = say(store, "obrolan", **{COVERED: True, PENDING: ASKED_QUIZ})
    assert said.bubbles[0] in CHAT
    assert (said.slots[COVERED], said.slots[PENDING]) == (True, ASKED_QUIZ)


def test_the_letter_of_the_guide_hides_too(store: Store) -> None:
    assert say(store, text="s", **{CRISIS: HELD}).bubbles == [RECIPE]


def test_the_word_leads_back_to_the_page(store: Store) -> None:
    guide = Guide(page="jangan", country="KH").to_slot()
    said = say(store, "samar", **{COVERED: True, CRISIS: HELD, GUIDE: guide})
    assert "Sebaiknya jangan:" in said.text
    assert said.slots[COVERED] is None


def test_the_word_leads_back_to_the_danger_question(store: Store) -> None:
    slots = {COVERED: True, CRISIS: HELD, GUIDE: {"asked": True}, PENDING: ASKED_DANGER}
    said = say(store, "samar", **slots)
    assert said.about["crisis"] == (HELD, False)
    assert said.slots[PENDING] == ASKED_DANGER


def test_the_word_leads_back_to_what_was_going_on(store: Store) -> None:
    slots = {COVERED: True, PENDING: ASKED_QUIZ, TOPIC: "biaya"}
    said = say(store, "samar", **slots)
    assert list(said.buttons)[:2] == ["Lanjut kuis", "Judul biaya"]
    assert said.slots[PENDING] == ASKED_QUIZ


def test_the_word_leads_back_to_the_menu(store: Store) -> None:
    said = say(store, "samar", **{COVERED: True})
    assert len(said.buttons) == 3


def test_any_other_answer_ends_the_hiding(store: Store) -> None:
    assert say(store, text="Kamboja", **{COVERED: True}).slots[COVERED] is None
