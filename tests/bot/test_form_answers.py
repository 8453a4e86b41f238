"""What is typed while the form asks: answers are taken as answers, and danger interrupts at once."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.context import OFFER
from actions.screening.case import Case
from bot.messages import Incoming, Turn

OFFERED = "Dibutuhkan operator pabrik di Malaysia, gaji RM 1700, minat hub PT Karya Bakti"
TYPED = yaml.safe_load((Path(__file__).parent / "form_answers.yml").read_text(encoding="utf-8"))
QUESTIONS = list(TYPED["answers"])
FEWEST = 40
_NUMBERS = itertools.count()


class Form:
    """A conversation of its own for each message, in which a question of the form is open."""

    def __init__(self, conversation: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._conversation = conversation
        self._loop = loop

    def typed(self, question: str, text: str) -> tuple[Turn, dict[str, str]]:
        """The turn of a message typed there, and the answers that are kept after it."""
        sender = f"form-{next(_NUMBERS)}"
        before = [f"jawab_{each}.belum" for each in QUESTIONS[: QUESTIONS.index(question)]]
        self._send(sender, OFFERED)
        for part in ("isi", *before):
            self._send(sender, f'/cek_lowongan{{"lihat": "{part}"}}', kind="button")
        turn = self._send(sender, text)
        tracker = self._loop.run_until_complete(
            self._conversation._agent.tracker_store.retrieve(sender)
        )
        case = Case.of_slot(tracker.get_slot(OFFER))
        assert case
        return turn, {each.question: each.choice for each in case.answers}

    def _send(self, sender: str, text: str, kind: Any = "text") -> Turn:
        incoming = Incoming(sender, text, kind=kind, channel="test")
        turn: Turn = self._loop.run_until_complete(self._conversation.turn(incoming))
        return turn


@pytest.fixture
def form(conversation: Any, loop: asyncio.AbstractEventLoop) -> Form:
    return Form(conversation, loop)


@pytest.mark.parametrize("question", QUESTIONS)
def test_plain_answers_are_taken_as_answers(form: Form, question: str) -> None:
    rows = [
        (text, choice) for choice, texts in TYPED["answers"][question].items() for text in texts
    ]
    assert len(rows) >= FEWEST
    wrong = []
    for text, choice in rows:
        turn, answers = form.typed(question, text)
        if turn.crisis or answers.get(question) != choice:
            wrong.append((text, choice, answers.get(question), turn.intent))
    assert wrong == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_danger_interrupts_whatever_is_asked(form: Form, question: str) -> None:
    assert len(TYPED["cries"]) >= FEWEST
    unheard = []
    for text in TYPED["cries"]:
        turn, answers = form.typed(question, text)
        if not turn.crisis or question in answers or "Pertanyaan" in turn.replies[-1].text:
            unheard.append(text)
    assert unheard == []
