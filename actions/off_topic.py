"""Answers what is outside the subject or rude, unless it answers a question of ours or comes from somebody in danger."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import CRISIS, PENDING, TurnContext
from actions.render.bubbles import Answer, choice
from actions.unsure import MENU, answer_open_question

RUDE = "kasar"


class OffTopic(StoreAction):
    """Runs on `di_luar_topik` and `kasar`."""

    NAME = "action_off_topic"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """A place or a danger that was asked about looks like any odd sentence, so those come first (see parent class)."""
        if turn.slots.get(CRISIS) or turn.slots.get(PENDING):
            found = answer_open_question(self.store, turn)
            if found:
                return found
        answer = Answer()
        if turn.intent == RUDE:
            answer.say(
                "Saya mengerti Anda mungkin kesal. Saya tetap di sini kalau Anda ingin bertanya soal kerja di luar negeri."
            )
        else:
            answer.say(
                "Maaf, itu di luar pengetahuan saya. Saya hanya membantu soal kerja di luar negeri: tanda penipuan, "
                "cara berangkat resmi, hak pekerja, dan tempat melapor. Ada yang ingin ditanyakan soal itu?"
            )
        answer.choices = [choice("Apa yang bisa Mawas bantu", "bisa_apa"), MENU[0]]
        return answer, {}
