"""Hears somebody who pours out their heart; never with soothing words while they are in danger."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import TurnContext
from actions.guide import asked_danger
from actions.render.bubbles import Answer, choice
from actions.unsure import answer_open_question


class AcknowledgeWorry(StoreAction):
    """Runs on `curhat`."""

    NAME = "action_acknowledge_worry"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The guide where danger was asked about, else an open ear and what it may be about (see parent class)."""
        found = answer_open_question(self.store, turn) if asked_danger(turn) else None
        if found:
            return found
        answer = Answer()
        answer.say(
            "Terima kasih sudah bercerita. Rasa ragu itu wajar, dan bertanya dulu adalah langkah yang baik. "
            "Bagian mana yang paling membuat Anda khawatir?"
        )
        answer.choices = [
            choice("Tawarannya terasa aneh", "ciri_lowongan_palsu"),
            choice("Soal uang atau utang", "biaya_dimuka"),
            choice("Soal keluarga di luar negeri", "cari_keluarga"),
        ]
        return answer, {}
