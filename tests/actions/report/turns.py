"""Messages while a report is put together, as the talk about it sees them."""

from __future__ import annotations

from typing import Any

from actions.context import ASKED_REPORT, PENDING, REPORT, TurnContext
from actions.render.bubbles import Answer
from actions.report.case import ReportAnswer, ReportCase
from actions.report.rules import ReportRules
from actions.report_talk import ReportTalk
from actions.said import Message
from tests.helpers.real_store import RealStore

Result = tuple[Answer, dict[str, Any]]

RULES = ReportRules.load()
STORE = RealStore()


def talk() -> ReportTalk:
    return ReportTalk(STORE)


def asking(question: str, *answers: ReportAnswer, **more: Any) -> ReportCase:
    """A report with an open question; what comes before it was left out unless told."""
    given = {each.question for each in answers}
    before = []
    for id_ in RULES.questions:
        if id_ == question:
            break
        if id_ not in given:
            before.append(ReportAnswer(id_))
    return ReportCase((*answers, *before), question, **more)


def turn(
    text: str,
    case: ReportCase | None = None,
    intent: str = "nlu_fallback",
    share: float = 0.9,
    countries: tuple[str, ...] = (),
    part: str | None = None,
    **slots: Any,
) -> TurnContext:
    """A message; with a report its question is open unless told otherwise."""
    kept = {REPORT: case.to_slot() if case else None, PENDING: ASKED_REPORT if case else None}
    return TurnContext(
        intent,
        text,
        countries,
        (),
        ((intent, share),),
        {**kept, **slots},
        offer_part=part,
        messages=(Message("m9", text, intent, 0.0),),
    )


def answered(text: str = "Jawaban lain.", **more: Any) -> Answer:
    answer = Answer(**more)
    answer.say(text)
    return answer


def case_in(slots: dict[str, Any]) -> ReportCase:
    case = ReportCase.of_slot(slots[REPORT])
    assert case
    return case


def before(text: str, case: ReportCase | None = None, **given: Any) -> Result:
    found = talk().before(turn(text, case, **given))
    assert found
    return found


def press(part: str, case: ReportCase | None, **given: Any) -> Result:
    return before(f'/lanjutan{{"lihat":"{part}"}}', case, intent="lanjutan", part=part, **given)
