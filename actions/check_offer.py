"""An offer, or the wish to have one checked: how to check it, never a verdict that it is fine."""

from __future__ import annotations

from typing import Any

from actions.answer_topic import answer_topic
from actions.base import StoreAction
from actions.context import TurnContext
from actions.render.bubbles import Answer

CHECKLIST_TOPIC = "ciri_lowongan_palsu"


class CheckOffer(StoreAction):
    """Runs on `cek_lowongan` and `kirim_lowongan`."""

    NAME = "action_check_offer"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Say what cannot be done yet, then the signs to compare the offer with (see parent class)."""
        topic = self.store.topic(CHECKLIST_TOPIC)
        if topic is None:
            raise LookupError(f"no topic record {CHECKLIST_TOPIC}")
        answer, slots = answer_topic(self.store, topic, turn)
        answer.bubbles.insert(
            0,
            "Saya belum bisa menilai tawaran satu per satu, dan saya tidak pernah menyebut tawaran aman. "
            "Jangan kirim uang, KTP, atau paspor dulu. Cocokkan tawaran itu dengan tanda berikut.",
        )
        return answer, slots
