"""Leaving the guide for somebody in danger: nothing is asked, the way back is told, and what was interrupted is offered."""

from __future__ import annotations

from dataclasses import replace

from actions.context import CRISIS, GUIDE, TurnContext
from actions.crisis import Result
from actions.guide import Guide
from actions.render.bubbles import Answer, choice
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_pages import FIRST, guide_button
from actions.way_back import offer_way_back
from knowledge.store import Store

CLEAR_BUTTON = choice("Hapus percakapan", "hapus_data")


def left(store: Store, crisis_id: str, turn: TurnContext, words: CrisisAnswer) -> Result:
    """The last words, with the number once more: "keluar" may have meant a building.

    Args:
        store: where records are read.
        crisis_id: the danger.
        turn: the message that leaves.
        words: say the number.
    """
    answer = Answer()
    answer.say(
        "Baik, halaman bantuan saya tutup. Kalau perlu lagi, tulis: bantuan.",
        words.contact_line(answer),
    )
    answer.choices = [guide_button("Buka lagi", crisis_id, FIRST), CLEAR_BUTTON]
    guide = Guide.of(turn)
    offer_way_back(store, turn, answer, guide.pending, guide.topic)
    return answer, {CRISIS: None, GUIDE: replace(guide, left=crisis_id).to_slot()}
