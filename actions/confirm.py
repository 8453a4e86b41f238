"""Yes, no and cancel: what they mean depends on the question of ours that is open."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import (
    ASKED_DANGER,
    ASKED_QUIZ,
    CITED,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    GUIDE,
    PART,
    PENDING,
    PLACE,
    PROVINCE,
    QUIZ,
    TOPIC,
    TurnContext,
)
from actions.crisis import open_guide
from actions.explain import ExplainMore
from actions.guide import asked_danger
from actions.quiz import answer_quiz
from actions.render.bubbles import Answer
from actions.unsure import MENU, no_danger
from actions.yes_no import is_no, is_unknown


class Affirm(StoreAction):
    """Runs on `setuju`."""

    NAME = "action_affirm"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Yes to the danger question starts the protocol; yes to nothing in particular goes on as before (see parent class)."""
        if turn.pending == ASKED_QUIZ:
            return answer_quiz(self.store, turn, "benar")
        if asked_danger(turn) or turn.slots.get(TOPIC):
            return ExplainMore(self.store).answer(turn)
        return _menu("Baik. Mau bertanya tentang apa?"), {}


class Deny(StoreAction):
    """Runs on `tolak`."""

    NAME = "action_deny"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """No to the danger question leaves the danger, also when another message came between (see parent class)."""
        asked = asked_danger(turn)
        if asked and turn.pending in (None, ASKED_DANGER):
            # "tidak aman" and "tidak tahu" sound like a refusal to the classifier; only a button or a plain no is one here.
            if turn.text.startswith("/") or is_no(turn.text):
                return no_danger(self.store, turn)
            return open_guide(self.store, asked, turn)
        if turn.pending == ASKED_QUIZ:
            return answer_quiz(self.store, turn, None if is_unknown(turn.text) else "salah")
        return _menu("Baik. Ada hal lain yang ingin ditanyakan?"), {}


class Cancel(StoreAction):
    """Runs on `batal`: leaves whatever is going on and forgets what was talked about."""

    NAME = "action_cancel"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Start over (see parent class)."""
        slots = dict.fromkeys(
            (COUNTRY, PROVINCE, PLACE, CRISIS, GUIDE, PENDING, TOPIC, CITED, FOR_OTHER, QUIZ)
        )
        return _menu("Baik, saya berhenti. Kita mulai dari awal. Mau bertanya tentang apa?"), {
            **slots,
            PART: 0,
        }


def _menu(text: str) -> Answer:
    answer = Answer()
    answer.say(text)
    answer.choices = list(MENU)
    return answer
