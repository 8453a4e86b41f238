from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from bot.evaluation import answers
from bot.evaluation.answers import Answered, answer_all
from bot.evaluation.measured import Measured
from bot.evaluation.sets import A_BUTTON, Example
from bot.messages import Button, Incoming, Reply
from tests.bot.evaluation.builders import GROUPS, answered

ROW = answered("sapa")


def _spoken(language: str | None) -> Answered:
    turn: Any = SimpleNamespace(ranking=(), intent="sapa", confidence=0.4, language=language)
    return Answered(ROW.example, turn)


@pytest.mark.parametrize(("said", "language"), [("jv", "jv"), ("id", ""), (None, "")])
def test_indonesian_is_no_recognised_language(said: str | None, language: str) -> None:
    assert _spoken(said).language == language


def test_without_a_ranking_the_intent_is_the_prediction() -> None:
    assert (_spoken(None).predicted, _spoken(None).confidence) == ("sapa", 0.4)


@pytest.mark.parametrize(("intent", "right"), [("visa", True), ("gaji", True), ("biaya", False)])
def test_a_button_is_chosen_when_it_was_shown_last(intent: str, right: bool) -> None:
    def shown(*payloads: str) -> Any:
        buttons = tuple(Button("x", payload) for payload in payloads)
        return replace(ROW.turn, replies=(Reply("Pilih.", buttons), Reply("Lagi.")))

    row = answered(A_BUTTON, predicted=intent, name="lanjutan", before=("a", "b"))
    row = replace(row, before=(shown("/biaya"), shown("/visa", '/gaji{"negara": "JP"}')))
    assert Measured(rows=(), groups=GROUPS).is_right(row) is right


def test_nothing_is_offered_before_the_first_message() -> None:
    assert ROW.offered == set()


class _Listener:
    """Notes what is said to it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    async def turn(self, incoming: Incoming) -> Any:
        self.heard.append((incoming.sender, incoming.text))
        return replace(ROW.turn, text=incoming.text)

    async def forget(self, sender: str) -> None:
        self.heard.append((sender, "-"))


def test_every_conversation_is_answered_in_order_and_forgotten(loop: Any) -> None:
    listener: Any = _Listener()
    done: list[int] = []
    examples = [Example("nlu", "a", ("x",)), Example("lanjutan", "c", ("y",), before=("b",))]
    rows = loop.run_until_complete(answer_all(listener, examples, lambda: done.append(1)))
    first, second = f"{answers.CHANNEL}-0", f"{answers.CHANNEL}-1"
    assert listener.heard == [
        (first, "a"),
        (first, "-"),
        (second, "b"),
        (second, "c"),
        (second, "-"),
    ]
    assert [row.turn.text for row in rows] == ["a", "c"]
    assert [turn.text for turn in rows[1].before] == ["b"]
    assert len(done) == 2
