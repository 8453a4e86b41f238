"""What a danger or the safe word interrupted, and the buttons that lead back to it."""

from __future__ import annotations

from actions.context import ASKED_FORM, ASKED_QUIZ, OFFER, OFFER_PART, REPORT, TurnContext
from actions.quiz import resume_button
from actions.render.bubbles import Answer, Choice, choice
from actions.render.offer import BUTTON_INTENT
from actions.render.offer_update import FORM, verdict_button
from actions.render.report import begin_button
from actions.report.case import ReportCase
from knowledge.store import Store


def report_button(turn: TurnContext) -> list[Choice]:
    """The button that goes on with the report, where one waits."""
    case = ReportCase.of_slot(turn.slots.get(REPORT))
    return [begin_button("Lanjut laporan")] if case and case.asking else []


def offer_way_back(
    store: Store, turn: TurnContext, answer: Answer, pending: str | None, topic_id: str | None
) -> None:
    """Add a sentence and the buttons to what was interrupted, if anything was.

    Args:
        store: where the topic is read.
        turn: the message that ends the interruption.
        answer: is added to.
        pending: our question that was open then.
        topic_id: the topic that was talked about then.
    """
    buttons = report_button(turn)
    if pending == ASKED_QUIZ:
        buttons.append(resume_button())
    if turn.slots.get(OFFER):
        if pending == ASKED_FORM:
            buttons.append(choice("Lanjut isi", BUTTON_INTENT, **{OFFER_PART: FORM}))
        buttons.append(verdict_button())
    topic = store.topic(topic_id) if topic_id else None
    if topic:
        buttons.append(choice(topic.title, topic.id))
    if buttons:
        answer.say("Yang tadi terhenti bisa dilanjutkan. Pilih di bawah.")
        answer.choices = [*buttons, *answer.choices]
