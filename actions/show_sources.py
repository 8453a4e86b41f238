"""Shows where the last answer comes from."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_QUIZ, CITED, CRISIS, TOPIC, TurnContext
from actions.dates import in_words
from actions.explain import nothing_before
from actions.render.bubbles import Answer
from actions.render.sources import source_texts


class ShowSources(StoreAction):
    """Runs on `sumber`."""

    NAME = "action_show_sources"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Title, publisher, date and address of every source of the last answer (see parent class)."""
        sources = self.store.sources(turn.slots.get(CITED) or [])
        if not sources:
            return nothing_before(), {CRISIS: turn.slots.get(CRISIS)}
        answer = Answer()
        answer.cite(source.id for source in sources)
        # What was cited last may be a danger's or the quiz's; the topic's date would be wrong for them.
        by_topic = not turn.slots.get(CRISIS) and turn.pending != ASKED_QUIZ
        topic = self.store.topic(str(turn.slots.get(TOPIC))) if by_topic else None
        checked = f"\nIsi jawaban dicek {in_words(topic.checked_on)}." if topic else ""
        answer.say(
            "Jawaban tadi disusun dari:",
            *source_texts(sources),
            f"Alamat di atas hanya untuk dibaca.{checked}",
        )
        return answer, {}
