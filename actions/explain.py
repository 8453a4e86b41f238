"""Says the last answer again: in plainer words, in more detail, or for somebody else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_DANGER, FOR_OTHER, PART, TOPIC, TurnContext
from actions.crisis import open_guide
from actions.dates import today
from actions.guide import asked_danger
from actions.render.bubbles import Answer
from actions.render.topic import TopicAnswer
from actions.unsure import MENU
from knowledge.model import Topic


class _ExplainTopic(StoreAction):
    """Common to the three: needs a topic that was talked about, or a running danger."""

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The danger that was asked about, else the last topic; without either, say what can be asked (see parent class)."""
        asked = asked_danger(turn)
        topic = self.store.topic(str(turn.slots.get(TOPIC)))
        if asked and (topic is None or turn.pending == ASKED_DANGER):
            return open_guide(self.store, asked, turn)
        if topic is None:
            return nothing_before(), {}
        return self.explain(topic, turn)

    def explain(self, topic: Topic, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The last topic in another form."""
        raise NotImplementedError


class ExplainSimpler(_ExplainTopic):
    """Runs on `ulangi`: "maksudnya?"."""

    NAME = "action_explain_simpler"

    def explain(self, topic: Topic, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The plainest words (see parent class)."""
        country = self.store.country(turn.remembered_country) if turn.remembered_country else None
        return TopicAnswer(self.store, topic, today()).simpler(country), {}


class ExplainMore(_ExplainTopic):
    """Runs on `selengkapnya`: one part of the longer explanation at a time."""

    NAME = "action_explain_more"

    def explain(self, topic: Topic, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The next part; after the last one it starts again (see parent class)."""
        number = int(turn.slots.get(PART) or 0) % len(topic.longer)
        return TopicAnswer(self.store, topic, today()).part(number), {PART: number + 1}


class ExplainForOther(_ExplainTopic):
    """Runs on `untuk_orang_lain`: the question was on another's behalf."""

    NAME = "action_explain_for_other"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Remember it even when nothing was asked yet (see parent class)."""
        answer, slots = super().answer(replace(turn, slots={**turn.slots, FOR_OTHER: True}))
        return answer, {**slots, FOR_OTHER: True}

    def explain(self, topic: Topic, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The variant for those who ask for somebody else (see parent class)."""
        return TopicAnswer(self.store, topic, today()).other(), {}


def nothing_before() -> Answer:
    """Nothing was answered yet that could be said again."""
    answer = Answer()
    answer.say(
        "Belum ada jawaban yang bisa saya jelaskan. Mau bertanya tentang apa? Tulis saja, atau pilih satu."
    )
    answer.choices = list(MENU)
    return answer
