"""Greets and says goodbye. What is taken for these is often an answer to us ("ada", "sudah") or the first line of a recruiter."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_FORM, PENDING, TurnContext
from actions.render.bubbles import Answer
from actions.unsure import MENU


class Greet(StoreAction):
    """Runs on `sapa`."""

    NAME = "action_greet"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Who we are and what we help with (see parent class)."""
        answer = Answer()
        answer.say(
            "Halo, saya Mawas. Saya membantu soal kerja di luar negeri: tanda penipuan, cara berangkat resmi, hak, dan tempat "
            "melapor. Apa yang ingin Anda tanyakan?"
        )
        answer.choices = list(MENU)
        return answer, _still_asked(turn)


class SayGoodbye(StoreAction):
    """Runs on `pamit`."""

    NAME = "action_say_goodbye"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """A last warning (see parent class)."""
        answer = Answer()
        answer.say(
            "Sampai jumpa. Kalau nanti ada tawaran yang meragukan, tanya dulu sebelum membayar atau berangkat."
        )
        return answer, _still_asked(turn)


def _still_asked(turn: TurnContext) -> dict[str, Any]:
    """A question of ours stays open over small talk; that of the form is asked again anyway (actions/offer_talk.py)."""
    return {} if turn.pending in (None, ASKED_FORM) else {PENDING: turn.pending}
