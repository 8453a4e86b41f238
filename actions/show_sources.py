"""Shows where the last answer comes from."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_QUIZ, CITED, PENDING, TOPIC, TurnContext
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
            return nothing_before(), {PENDING: turn.pending}
        answer = Answer()
        answer.cite(source.id for source in sources)
        # In the quiz the last answer was an explanation: the date of an earlier topic would be wrong for it.
        in_quiz = turn.pending == ASKED_QUIZ
        topic = None if in_quiz else self.store.topic(str(turn.slots.get(TOPIC)))
        checked = f"\nIsi jawaban dicek {in_words(topic.checked_on)}." if topic else ""
        answer.say(
            "Jawaban tadi disusun dari:",
            *source_texts(sources),
            f"Alamat di atas hanya untuk dibaca. Ada yang belum jelas? Tulis pertanyaan Anda.{checked}",
        )
        # It was no answer to our question, which stays open: the quiz goes on.
        return answer, {PENDING: turn.pending}
