"""The short form after a verdict: asks what the offer does not say, one question at a time, and tells what the answers change.

The open question stands in the slot PENDING like those of country and quiz, and in the case. A Rasa form would need a rule for every
intent that may interrupt it, and could not tell a typed answer from a question by what was asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions import offer_case
from actions.asking import asks, is_about_verdict
from actions.context import ASKED_FORM, OFFER, PENDING, TurnContext
from actions.form_words import MOST_ASIDES, letter_number
from actions.offer_desk import OfferDesk, Result
from actions.render.bubbles import Answer
from actions.render.offer_update import answers_line, ask, change_lines, form_button
from actions.screening.case import Case
from actions.screening.form import FormQuestion
from actions.yes_no import is_done

CANCEL = "batal"
# A question of ours has a short answer: a longer message that asks something is a question of its own.
_SHORT = 3
# So many words that may be pasted are the recruiter's, not an answer.
_PASTED = 12
_ENOUGH = re.compile(
    r"(?:(?:udah|sudah|udh|sdh)\s+)?(?:cukup|selesai|udahan|stop|setop|berhenti|batal)\b(?:\s+\w+){0,3}\W*",
    re.IGNORECASE,
)
# Needs that cannot wait for the end of a form.
_URGENT = frozenset(("cari_keluarga", "data_tersebar", "uang_tertipu"))
# Without a question of ours these go on with what was answered before.
_REPLIES, _FOLLOWS = frozenset(("setuju", "tolak")), "lanjutan"
_BEGINS = re.compile(r"(?:lengkapi|lanjut isi|isi formulir|tanya aja|tanyakan)\b.*", re.IGNORECASE)


class OfferForm:
    """Asks, understands and ends."""

    def __init__(self, desk: OfferDesk) -> None:
        """Keep what judges offers."""
        self._desk = desk

    def is_plain(self, turn: TurnContext, case: Case) -> bool:
        """True when the message is an answer to the open question and nothing else, whatever it may be taken for by itself."""
        if letter_number(turn.text) is not None:
            return True
        read = self._desk.judge.read
        return case.asking is not None and self._desk.form.is_plain(turn.text, read, case.asking)

    def start(self, case: Case) -> Result | None:
        """The next question; None when none is open."""
        left = self._desk.questions(case)
        return self._ask(Answer(), case, left) if left else None

    def begins(self, turn: TurnContext, case: Case) -> bool:
        """True when a message right after the verdict takes up its first button."""
        says = turn.intent == "setuju" or bool(_BEGINS.fullmatch(turn.text.strip()))
        return says and offer_case.is_last(turn, case)

    def pressed(self, turn: TurnContext, case: Case, question: str, choice: str) -> Result:
        """What follows the button of an answer; one of an earlier offer or an older form asks anew."""
        known = self._desk.form.questions.get(question)
        is_open = question in case.answered or known in self._desk.questions(case)
        if known is None or known.choice(choice) is None or not is_open:
            return self.start(case) or self._desk.again(case)
        return self._record(turn, case, {question: choice}, None)

    def answer(self, turn: TurnContext, case: Case) -> Result | None:
        """What follows a typed message while a question is open; None when it is about something else."""
        question = self._desk.form.questions.get(case.asking or "")
        if question is None:
            return None
        if turn.intent == CANCEL or _ENOUGH.fullmatch(turn.text.strip()):
            return self.finish(turn, case)
        if len(turn.text.split()) >= _PASTED and offer_case.may_be_pasted(turn):
            pasted = self._desk.pasted(turn, case)
            if pasted:
                return pasted
        lettered = _lettered(turn.text, question)
        if lettered:
            return self._record(turn, case, lettered, None)
        given = self._typed(turn, case, question)
        if given and not self._is_aside(turn, case):
            message = turn.messages[-1].id if turn.messages else None
            return self._record(turn, case, given, message)
        pasted = self._desk.pasted(turn, case)
        if pasted or given:
            return pasted
        left = self._desk.questions(case)
        if is_about_verdict(turn.text):
            return self._ask(self._desk.again(case)[0], case, left)
        if offer_case.is_understood(turn) and not _is_reply(turn):
            return None
        answer = Answer()
        answer.say(self._desk.form.texts["not_understood"])
        return self._ask(answer, case, left)

    def finish(self, turn: TurnContext, case: Case) -> Result:
        """End: what the answers changed, with the verdict; without answers that nothing changed."""
        base, now = self._desk.judge.judged(turn, case)
        closed = replace(case, screening=now, asking=None)
        lines = case.lines(self._desk.form, offer_case.said(turn.messages))
        if lines:
            change, *signs = change_lines(self._desk.store, base, now)
            told = answers_line([line.choice for line in lines])
            return self._desk.verdict(turn, closed, [f"{told} {change}", *signs])
        answer = Answer()
        answer.say(f"{self._desk.form.texts['stopped']} Hasil tetap: {now.risk}.")
        answer.choices = self._desk.again(closed)[0].choices
        return answer, {OFFER: closed.to_slot()}

    def resume(self, case: Case, answer: Answer, *, waits: bool) -> Result:
        """The open question again, below the answer to something else.

        Args:
            case: with an open question.
            answer: what was answered; it is added to.
            waits: whether that answer ends in another question of ours, so that this one has to wait.
        """
        left = self._desk.questions(case)
        if not left:
            return answer, {OFFER: replace(case, asking=None).to_slot()}
        if waits:
            return answer, {OFFER: replace(case, asides=case.asides + 1).to_slot()}
        if case.asides >= MOST_ASIDES:
            answer.bubbles.append(self._desk.form.texts["rests"])
            answer.choices = [form_button(len(left), begun=bool(case.answers)), *answer.choices]
            return answer, {OFFER: replace(case, asking=None, asides=0).to_slot()}
        return self._ask(answer, replace(case, asides=case.asides + 1), left)

    def _typed(self, turn: TurnContext, case: Case, question: FormQuestion) -> dict[str, str]:
        still = [each.id for each in self._desk.questions(case)]
        return self._desk.form.understood(turn.text, self._desk.judge.read, question.id, still)

    def _is_aside(self, turn: TurnContext, case: Case) -> bool:
        """True for what has words of an answer and another meaning: "kalau pakai visa turis dendanya berapa?", "suami saya hilang"."""
        if turn.intent in _URGENT and not self.is_plain(turn, case):
            return True
        is_long = len(turn.text.split()) > _SHORT
        return is_long and offer_case.is_understood(turn) and asks(turn.text)

    def _record(
        self, turn: TurnContext, case: Case, given: dict[str, str], message: str | None
    ) -> Result:
        """Keep answers, then ask on; an answer that makes the risk high needs no more of them."""
        longer = case.with_answers(given, message)
        _, now = self._desk.judge.judged(turn, longer)
        judged = replace(longer, screening=now)
        left = self._desk.questions(judged)
        return self._ask(Answer(), judged, left) if left else self.finish(turn, longer)

    def _ask(self, answer: Answer, case: Case, left: tuple[FormQuestion, ...]) -> Result:
        asked = next((each for each in left if each.id == case.asking), left[0])
        answered = len(case.answered)
        ask(answer, self._desk.form, asked, answered + 1, answered + len(left))
        return answer, {OFFER: replace(case, asking=asked.id).to_slot(), PENDING: ASKED_FORM}


def _is_reply(turn: TurnContext) -> bool:
    """True for words that only mean something as an answer to us: "iya" or "sudah" where we asked which visa."""
    names_place = bool(turn.countries or turn.provinces)
    follows = turn.intent == _FOLLOWS and not names_place
    return follows or turn.intent in _REPLIES or is_done(turn.text)


def _lettered(text: str, question: FormQuestion) -> dict[str, str]:
    """The answer that a letter chooses."""
    number = letter_number(text)
    if number is None or number >= len(question.choices):
        return {}
    return {question.id: question.choices[number].id}
