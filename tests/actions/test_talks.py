"""Several talks in one."""

from __future__ import annotations

from typing import Any

from actions.context import TurnContext
from actions.render.bubbles import Answer
from actions.talks import Talks
from tests.actions.fakes import make_turn

Result = tuple[Answer, dict[str, Any]]


class Fake:
    """Takes a message or not, and signs what it adds."""

    def __init__(self, name: str, takes: bool) -> None:
        self._name = name
        self._takes = takes

    def before(self, turn: TurnContext) -> Result | None:
        return (Answer([self._name]), {}) if self._takes else None

    def after(self, turn: TurnContext, answer: Answer, slots: dict[str, Any]) -> Result:
        return Answer([*answer.bubbles, self._name]), slots


def test_the_first_that_takes_a_message_answers_it() -> None:
    taken = Talks(Fake("a", False), Fake("b", True), Fake("c", True)).before(make_turn())
    assert taken is not None
    assert taken[0].bubbles == ["b"]


def test_what_nobody_takes_is_left_to_the_action() -> None:
    assert Talks(Fake("a", False)).before(make_turn()) is None


def test_all_add_in_order() -> None:
    answer, slots = Talks(Fake("a", False), Fake("b", True)).after(make_turn(), Answer(["x"]), {})
    assert (answer.bubbles, slots) == (["x", "a", "b"], {})
