"""An offer with everything that belongs to it: the messages it came in, and what the person answered about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.screening.company import company_in, licence_in
from actions.screening.form import FormChoice, FormRules
from actions.screening.kept import HIDDEN, from_slot, hidden_of, to_slot
from actions.screening.model import LOW, Evidence, Flag, Screening
from actions.screening.private import Hidden
from actions.screening.risk import RiskRules, risk_of


@dataclass(frozen=True)
class FormAnswer:
    """An answer to a question of the form.

    Attributes:
        question: its id.
        choice: id of the choice.
        message: id of the message in which it was typed; None for a button.
    """

    question: str
    choice: str
    message: str | None = None


@dataclass(frozen=True)
class AnswerLine:
    """An answer as it stands below the text of the offer.

    Attributes:
        choice: what it means.
        words: what was typed, else the title of the button.
        message: id of the message in which it was typed; None for a button.
    """

    choice: FormChoice
    words: str
    message: str | None


@dataclass(frozen=True)
class Case:
    """What a conversation keeps of an offer: ids of messages, never their text.

    Attributes:
        screening: the present verdict, as `kept.from_slot` returns it.
        messages: ids of the messages that are the offer, in order.
        answers: to the form, in the order given.
        asking: id of the question that is open; None when none is.
        asides: how many messages in a row were about something else while it was.
        hidden: what a card must not show of the evidence; only for a screening whose text is not at hand.
    """

    screening: Screening
    messages: tuple[str, ...] = ()
    answers: tuple[FormAnswer, ...] = ()
    asking: str | None = None
    asides: int = 0
    hidden: tuple[Hidden, ...] = ()

    @classmethod
    def of_slot(cls, kept: dict[str, Any] | None) -> Case | None:
        """What `to_slot` kept; None when nothing was."""
        screening = from_slot(kept)
        if screening is None or kept is None:
            return None
        return cls(
            screening,
            tuple(kept.get("messages") or ()),
            tuple(FormAnswer(*row) for row in kept.get("answers") or ()),
            kept.get("asking"),
            int(kept.get("asides") or 0),
            tuple(hidden_of(kept)),
        )

    def to_slot(self) -> dict[str, Any]:
        """The case as plain data for a slot."""
        hidden = {} if self.screening.text else {HIDDEN: [list(each) for each in self.hidden]}
        return {
            **to_slot(self.screening),
            **hidden,
            "messages": list(self.messages),
            "answers": [[each.question, each.choice, each.message] for each in self.answers],
            "asking": self.asking,
            "asides": self.asides,
        }

    @property
    def answered(self) -> Collection[str]:
        """Ids of the questions that were answered."""
        return {each.question for each in self.answers}

    def with_answers(self, given: Mapping[str, str], message: str | None) -> Case:
        """The case with answers (question -> choice); a new answer takes the place of an old one."""
        kept = [each for each in self.answers if each.question not in given]
        new = [FormAnswer(question, choice, message) for question, choice in given.items()]
        return replace(self, answers=(*kept, *new), asides=0)

    def lines(self, form: FormRules, said: Mapping[str, str]) -> list[AnswerLine]:
        """The answers with the words they were given in; those to questions that an editor took out since are left out.

        Args:
            form: the questions.
            said: texts of messages by their id.
        """
        rows = []
        for each in self.answers:
            question = form.questions.get(each.question)
            choice = question.choice(each.choice) if question else None
            if choice:
                message = each.message if each.message in said else None
                words = said[message] if message else choice.title
                rows.append(AnswerLine(choice, words, message))
        return rows


@dataclass(frozen=True)
class Judge:
    """Puts answers to a screening.

    Attributes:
        risk: how flags combine.
        severities: of all red flags.
    """

    risk: RiskRules
    severities: Mapping[str, int]

    def judge(self, screening: Screening, answers: Sequence[AnswerLine]) -> Screening:
        """The screening of an offer with what the person answered about it.

        No flag of the text is ever taken back. What was missing is filled, and a licence number that was typed counts as if it stood in
        the text.

        Args:
            screening: of the text alone.
            answers: they become lines below the text, which evidence quotes.
        """
        if not answers:
            return screening
        text = screening.text
        flags = {flag.id: flag for flag in screening.flags}
        facts = screening.facts
        missing = screening.missing
        for line in answers:
            choice, words = line.choice, line.words
            start = len(text) + 1
            text = f"{text}\n{words}"
            missing = tuple(item for item in missing if item not in choice.fills)
            facts = replace(
                facts,
                licence=facts.licence or _placed(licence_in(words), start),
                company=facts.company or _placed(company_in(words), start),
            )
            if choice.raises:
                quote = Evidence(words, start, len(text))
                known = flags.get(choice.raises)
                severity = known.severity if known else self.severities[choice.raises]
                evidence = (*(known.evidence if known else ()), quote)
                flags[choice.raises] = Flag(choice.raises, severity, evidence)
        if facts.company:
            missing = tuple(item for item in missing if item != "nama_p3mi")
        ordered = sorted(flags.values(), key=lambda flag: -flag.severity)
        risk, score = risk_of(
            self.risk,
            {flag.id: flag.severity for flag in ordered},
            # A screening that comes from a slot has no licence left, but only traceable offers are low.
            is_traceable=bool(facts.licence) or screening.risk == LOW,
        )
        return replace(
            screening,
            text=text,
            risk=risk,
            score=score,
            flags=tuple(ordered),
            facts=facts,
            missing=missing,
        )


def _placed(evidence: Evidence | None, start: int) -> Evidence | None:
    """Evidence of a line at its place in the whole text."""
    if evidence is None:
        return None
    return Evidence(evidence.text, start + evidence.start, start + evidence.end)
