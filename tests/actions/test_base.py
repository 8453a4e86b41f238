"""What every action does besides answering: send, cite, remember places, close our question."""

from __future__ import annotations

from typing import Any

import pytest

from actions.base import StoreAction
from actions.context import CITED, COUNTRY, PENDING, PROVINCE, TurnContext
from actions.render.bubbles import Answer
from knowledge.store import Store
from tests.actions.fakes import make_turn, run


class Parrot(StoreAction):
    """Says what it was told to say."""

    NAME = "action_parrot"
    slots: dict[str, Any] = {}
    sources: tuple[str, ...] = ()

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        return Answer(["Halo."], sources=list(self.sources)), self.slots


@pytest.fixture
def parrot(store: Store) -> Parrot:
    return Parrot(store)


def test_an_action_is_known_by_its_name(parrot: Parrot) -> None:
    assert parrot.name() == "action_parrot"


def test_the_answer_is_sent(parrot: Parrot) -> None:
    assert run(parrot).bubbles == ["Halo."]


def test_places_of_the_message_are_remembered(parrot: Parrot) -> None:
    slots = run(parrot, countries=["KH"], provinces=["Aceh"]).slots
    assert (slots[COUNTRY], slots[PROVINCE]) == ("KH", "Aceh")


def test_places_named_earlier_stay_remembered(parrot: Parrot) -> None:
    slots = run(parrot, **{COUNTRY: "KH", PROVINCE: "Aceh"}).slots
    assert (slots[COUNTRY], slots[PROVINCE]) == ("KH", "Aceh")


def test_an_open_question_is_closed_by_any_answer(parrot: Parrot) -> None:
    assert run(parrot, **{PENDING: "negara"}).slots[PENDING] is None


def test_what_was_cited_is_remembered(parrot: Parrot) -> None:
    parrot.sources = ("uu",)
    assert run(parrot).slots[CITED] == ["uu"]


def test_an_answer_without_sources_leaves_the_last_citation(parrot: Parrot) -> None:
    assert CITED not in run(parrot).slots


def test_the_actions_own_slots_win(parrot: Parrot) -> None:
    parrot.slots = {PENDING: "provinsi", COUNTRY: None}
    slots = run(parrot, countries=["KH"]).slots
    assert (slots[PENDING], slots[COUNTRY]) == ("provinsi", None)


def test_an_action_must_say_how_it_answers(store: Store) -> None:
    with pytest.raises(NotImplementedError):
        StoreAction(store).answer(make_turn())
