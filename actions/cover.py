"""The safe word: a harmless screen for somebody whose phone is looked at, until the word is said again."""

from __future__ import annotations

from typing import Any

from actions.context import ASKED_REPORT, COVERED, OFFER_PART, PENDING, TOPIC, UNSURE, TurnContext
from actions.crisis import Result, ask_about_danger
from actions.crisis_reading import page_asked
from actions.crisis_talk import CrisisTalk
from actions.guide import Guide, asked_danger, danger_in_hand
from actions.harmless import CHAT, RECIPE, is_safe_word
from actions.render.bubbles import Answer, choice
from actions.render.crisis_pages import HIDE
from actions.unsure import MENU
from actions.way_back import offer_way_back, report_button
from knowledge.store import Store

# What the door (bot/conversation.py) turns any message behind the screen into.
_CHAT_PART = "obrolan"
CHAT_PAYLOAD = choice("", "lanjutan", **{OFFER_PART: _CHAT_PART}).payload


class CoverTalk:
    """Shows the harmless screen, chats on behind it, and goes back."""

    def __init__(self, store: Store, guide: CrisisTalk) -> None:
        """Keep where records are read, and what shows the pages of a danger."""
        self._store = store
        self._guide = guide

    def before(self, turn: TurnContext) -> Result | None:
        """The answer to the safe word, and to any message behind the screen (see Talk)."""
        hides = turn.offer_part == COVERED or is_safe_word(turn.text)
        if hides and turn.slots.get(COVERED):
            return self._back(turn)
        page = page_asked(turn)
        if hides or (page and page[0] == HIDE):
            return _covered(turn, RECIPE)
        if turn.offer_part == _CHAT_PART:
            return _covered(turn, CHAT[len(turn.messages) % len(CHAT)])
        return None

    def after(self, turn: TurnContext, answer: Answer, slots: dict[str, Any]) -> Result:
        """The answer as it is (see Talk)."""
        return answer, slots

    def _back(self, turn: TurnContext) -> Result:
        """Where they were: the page of a danger, the question about it, what was interrupted, or the menu."""
        in_hand, asked = danger_in_hand(turn), asked_danger(turn)
        if in_hand:
            answer, slots = self._guide.page(Guide.of(turn).page, in_hand, turn)
            answer.choices = [*report_button(turn), *answer.choices]
            return answer, slots
        if asked:
            return ask_about_danger(self._store, asked, turn)
        answer = Answer()
        answer.say("Baik, kita lanjut. Apa yang ingin Anda tanyakan?")
        answer.choices = list(MENU)
        offer_way_back(self._store, turn, answer, turn.pending, turn.slots.get(TOPIC))
        # A question of the report is asked again by its button; what is typed before that is no answer to it.
        return answer, {PENDING: None if turn.pending == ASKED_REPORT else turn.pending}


def _covered(turn: TurnContext, text: str) -> Result:
    """A harmless bubble; what was open stays open behind it."""
    kept = {PENDING: turn.pending, UNSURE: turn.slots.get(UNSURE)}
    return Answer(bubbles=[text], covers=True), {COVERED: True, **kept}
