"""The report in the conversation: asks, takes answers, lets other things come between, and ends with the filled text.

What was answered stands in the slot as ids of messages; the text is put together on the way out (bot/report_message.py).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from actions.context import (
    ASKED_DANGER,
    ASKED_REPORT,
    CRISIS,
    PENDING,
    REPORT,
    TurnContext,
    says_in_indonesia,
)
from actions.crisis_reading import page_asked, wants_report
from actions.dates import today
from actions.form_words import MOST_ASIDES
from actions.render import report as words
from actions.render.bubbles import Answer
from actions.render.contacts import province_named
from actions.report import messages
from actions.report.case import CONSENT, ReportAnswer, ReportCase, country_in, facts_of
from actions.report.order import OrderRules, Where, reads_abroad
from actions.report.rules import FREE, ReportQuestion, ReportRules
from actions.yes_no import begins_with_yes, is_no
from knowledge.store import Store

Result = tuple[Answer, dict[str, Any]]


class ReportTalk:
    """Looks at every message before and after the action of its intent."""

    def __init__(self, store: Store) -> None:
        """Keep where records are read."""
        self._store = store

    @cached_property
    def _rules(self) -> ReportRules:
        return ReportRules.load()

    @cached_property
    def _order(self) -> OrderRules:
        return OrderRules.load()

    def before(self, turn: TurnContext) -> Result | None:
        """The answer to a message that belongs to the report; None for every other."""
        case = ReportCase.of_slot(turn.slots.get(REPORT))
        part = words.part_of(turn.offer_part)
        if part is not None:
            return self._pressed(turn, case, part)
        if case and messages.is_asked(turn):
            return self._answered(turn, case)
        return self._begin(turn, case) if wants_report(turn) else None

    def after(self, turn: TurnContext, answer: Answer, slots: dict[str, Any]) -> Result:
        """The answer of another action, with the open question of the report below it, or how to go on later."""
        case = ReportCase.of_slot(turn.slots.get(REPORT))
        if case is None or case.asking is None or REPORT in slots:
            return answer, slots
        no_danger = slots.get(CRISIS, turn.slots.get(CRISIS)) is None
        denied = turn.pending == ASKED_DANGER and no_danger and CRISIS in slots
        if not (messages.is_asked(turn) or denied):
            return answer, slots
        if answer.crisis is not None:
            case = self._told_danger(turn, case, answer.crisis[0])
            answer.bubbles.append(self._rules.texts["rests"])
            return answer, {**slots, REPORT: case.to_slot()}
        if slots.get(PENDING) or case.asides >= MOST_ASIDES:
            answer.bubbles.append(self._rules.texts["rests"])
            answer.choices = [words.begin_button("Lanjut laporan"), *answer.choices]
            return answer, {**slots, REPORT: replace(case, asides=0).to_slot()}
        asked, asked_slots = self._ask(turn, answer, replace(case, asides=case.asides + 1))
        return asked, {**slots, **asked_slots}

    def _begin(self, turn: TurnContext, case: ReportCase | None) -> Result:
        """Go on with a report, show a finished one, or ask whether to begin one."""
        if case is not None:
            return self._ask(turn, Answer(), replace(case, asides=0))
        if messages.goes_on(turn.text):
            answer = Answer()
            answer.say(self._rules.texts["nothing"])
            answer.choices = [words.begin_button()]
            return answer, {}
        # A button of the guide names its danger, also after that was left.
        _, named = page_asked(turn) or (None, None)
        danger = named or turn.slots.get(CRISIS)
        known = self._rules.means(danger)
        answers = (ReportAnswer(known[0].id, known[1].id),) if known else ()
        country = turn.remembered_country if danger else None
        dangers = (str(danger),) if danger else ()
        new = ReportCase(answers, CONSENT, country=country, dangers=dangers)
        return self._ask(turn, Answer(), new)

    def _pressed(self, turn: TurnContext, case: ReportCase | None, part: str) -> Result:
        """What follows a button; one of an older report is as good as the button that begins."""
        question, _, choice = part.partition(".")
        asked = self._rules.questions.get(question)
        if not part or case is None:
            return self._begin(turn, case)
        if question == CONSENT:
            return self._consented(turn, case, choice == words.YES)
        if part == words.SKIP:
            return self._skip(turn, case)
        if part == words.ASKED:
            return words.asked(self._store, self._order, self._rules), {}
        if part == words.CORRECT:
            return self._choose(case)
        if asked and not choice:
            return self._ask(turn, Answer(), replace(case, asking=asked.id))
        if asked and asked.choice(choice):
            return self._record(turn, case, asked, choice, None)
        return self._ask(turn, Answer(), case)

    def _answered(self, turn: TurnContext, case: ReportCase) -> Result | None:
        """What follows a typed message while a question is open; None when it is about something else."""
        text = turn.text.strip()
        if messages.leaves(text):
            return self._end("stopped")
        if case.asking == CONSENT:
            return self._asked_consent(turn, case)
        question = self._rules.questions.get(case.asking or "")
        if question is None:
            return self._ask(turn, Answer(), case)
        if messages.skips(text):
            return self._skip(turn, case)
        choice = question.lettered(text)
        if choice:
            return self._record(turn, case, question, choice.id, None)
        if text.startswith("/") and not turn.countries:
            return None
        has_topic = self._store.topic(turn.intent) is not None
        if messages.interrupts(turn, case, question.typed(text)) or messages.is_aside(
            turn, has_topic
        ):
            return None
        return self._typed(turn, case, question)

    def _asked_consent(self, turn: TurnContext, case: ReportCase) -> Result | None:
        if is_no(turn.text) or begins_with_yes(turn.text) or turn.intent == "setuju":
            return self._consented(turn, case, not is_no(turn.text))
        is_other = messages.interrupts(turn, case) or turn.intent != messages.NOT_UNDERSTOOD
        if is_other or turn.text.startswith("/"):
            return None
        answer = Answer()
        answer.say(self._rules.texts["again"])
        answer.choices = words.consent_choices()
        return answer, {REPORT: case.to_slot(), PENDING: ASKED_REPORT}

    def _consented(self, turn: TurnContext, case: ReportCase, agreed: bool) -> Result:
        if not agreed:
            return self._end("declined")
        return self._ask(turn, Answer(), replace(case, asking=None))

    def _typed(self, turn: TurnContext, case: ReportCase, question: ReportQuestion) -> Result:
        """Keep a typed answer: its choice where it means one, and its message where it says more."""
        choice = question.typed(turn.text)
        is_plain = choice is not None and question.is_plain(turn.text, choice)
        message = turn.messages[-1].id if turn.messages and not is_plain else None
        return self._record(turn, case, question, choice.id if choice else None, message)

    def _record(
        self,
        turn: TurnContext,
        case: ReportCase,
        question: ReportQuestion,
        choice: str | None,
        message: str | None,
    ) -> Result:
        at_home = choice is not None or says_in_indonesia(turn.text) or bool(turn.provinces)
        pressed = turn.text.startswith("/") and turn.countries[:1]
        answer = ReportAnswer(question.id, choice, None if pressed else message)
        longer = case.with_answer(answer, country_in(question, turn.countries, at_home))
        return self._ask(turn, Answer(), replace(longer, asking=None))

    def _skip(self, turn: TurnContext, case: ReportCase) -> Result:
        skipped = case.with_answer(ReportAnswer(case.asking)) if case.asking else case
        return self._ask(turn, Answer(), replace(skipped, asking=None))

    def _told_danger(self, turn: TurnContext, case: ReportCase, danger: str) -> ReportCase:
        """The report after a message that told of danger: the message may have been an answer all the same."""
        question = self._rules.questions.get(case.asking or "")
        known = self._rules.means(danger)
        choice = known[1].id if known and known[0] == question else None
        # Where a choice was asked for, a cry for help is no answer.
        if question and turn.messages and (choice or question.kind == FREE):
            case = case.with_answer(ReportAnswer(question.id, choice, turn.messages[-1].id))
            left = case.open_questions(self._rules)
            case = replace(case, asking=left[0].id if left else None)
        return case.with_danger(danger)

    def _ask(self, turn: TurnContext, answer: Answer, case: ReportCase) -> Result:
        """The open question, else the next; the end where none is left."""
        if case.asking == CONSENT:
            words.ask_consent(answer, self._rules)
            return answer, {REPORT: case.to_slot(), PENDING: ASKED_REPORT}
        left = case.open_questions(self._rules)
        asked = self._rules.questions.get(case.asking or "") or next(iter(left), None)
        if asked is None:
            return self._finish(turn, replace(case, asking=None))
        number = len({each.question for each in case.answers} - {asked.id}) + 1
        total = number + len([each for each in left if each.id != asked.id])
        words.ask(answer, self._rules, self._store, asked, (number, total))
        slots = {REPORT: replace(case, asking=asked.id).to_slot(), PENDING: ASKED_REPORT}
        return answer, slots

    def _finish(self, turn: TurnContext, case: ReportCase) -> Result:
        facts = facts_of(self._rules, case.answers, case.country)
        province = province_named(self._store, turn.remembered_province)
        where = Where(case.country, province.id if province else None)
        places = self._order.places(self._store, facts, where)
        advice = words.advice_of(places, today(), reads_abroad(facts))
        answer = Answer(report=case.to_slot())
        words.finish(answer, self._store, self._order, self._rules, advice, places)
        return answer, {REPORT: case.to_slot()}

    def _choose(self, case: ReportCase) -> Result:
        """The questions, to answer one anew."""
        answer = Answer()
        answer.say(self._rules.texts["correct"])
        answered = [each.question for each in case.answers]
        facts = facts_of(self._rules, case.answers, case.country)
        asked = self._rules.relevant(facts, answered)
        answer.choices = [words.button(each.label, each.id) for each in asked]
        return answer, {}

    def _end(self, text: str) -> Result:
        """Leave; nothing of the report is kept."""
        answer = Answer()
        answer.say(self._rules.texts[text])
        answer.choices = [words.FORGET] if text == "stopped" else []
        return answer, {REPORT: None}
