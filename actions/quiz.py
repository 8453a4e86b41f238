"""The quiz: one question at a time, explained at once, with the score."""

from __future__ import annotations

import re
from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_QUIZ, OFFER_PART, PENDING, QUIZ, TOPIC, TurnContext
from actions.quiz_answers import ANSWERS, TITLES
from actions.render.bubbles import Answer, Choice, choice
from actions.render.sources import source_line
from knowledge.model import QuizItem
from knowledge.store import Store

QUESTIONS_A_ROUND = 5

# Part that the button asks for which leads back to a question that was interrupted.
_RESUME = "lanjut"

_WORDS = {
    "benar": "benar", "bener": "benar", "betul": "benar", "salah": "salah", "keliru": "salah", "asli": "asli", "resmi": "asli",
    "tipu": "tipu", "penipuan": "tipu", "palsu": "tipu", "bohong": "tipu", "cek": "perlu_dicek", "dicek": "perlu_dicek",
}  # fmt: skip
# The words of the buttons for which a single word means something else.
_PHRASES = {
    ("bisa", "dicek"): "asli",
    ("belum", "jelas"): "perlu_dicek",
    ("tidak", "jelas"): "perlu_dicek",
}
_OPPOSITES = {"benar": "salah", "salah": "benar", "asli": "tipu", "tipu": "asli"}
_NEGATIONS = frozenset("tidak tdk bukan nggak ngga enggak gak ga ndak".split())


class StartQuiz(StoreAction):
    """Runs on `kuis`."""

    NAME = "action_quiz"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The next question that was not asked yet, or the one that was interrupted (see parent class).

        State of a quiz: {"asked": [ids of this round], "right": number, "seen": [ids of earlier rounds]}.
        """
        state = turn.slots.get(QUIZ) or _round_after([])
        if turn.offer_part == _RESUME and state["asked"]:
            state = {**state, "asked": state["asked"][:-1]}
        if len(state["asked"]) >= _round_length(self.store):
            state = _round_after([*state["seen"], *state["asked"]])
        return _ask(self.store, Answer(), state)


class AnswerQuiz(StoreAction):
    """Runs on `jawab_kuis`."""

    NAME = "action_answer_quiz"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Judge the answer, or offer the quiz when none is going on (see parent class)."""
        if turn.pending != ASKED_QUIZ:
            answer = Answer()
            answer.say("Kuis belum dimulai. Mau mencoba?")
            answer.choices = [choice("Mulai kuis", "kuis")]
            return answer, {}
        return answer_quiz(self.store, turn, given_answer(turn.text))


def resume_button() -> Choice:
    """The button that asks the question again that was open."""
    return choice("Lanjut kuis", "kuis", **{OFFER_PART: _RESUME})


def given_answer(text: str) -> str | None:
    """The answer that the words mean, "tidak benar" being "salah"; None when they mean none."""
    words = re.findall(r"[a-z]+", text.casefold())
    for before, word in zip(["", *words], words, strict=False):
        if (before, word) in _PHRASES:
            return _PHRASES[before, word]
        if word in _WORDS:
            given = _WORDS[word]
            return _OPPOSITES.get(given, given) if before in _NEGATIONS else given
    return None


def answer_quiz(
    store: Store, turn: TurnContext, given: str | None
) -> tuple[Answer, dict[str, Any]]:
    """Say whether the answer is right, explain, and ask the next question or give the score."""
    state = turn.slots.get(QUIZ) or _round_after([])
    item = store.quiz_item(state["asked"][-1]) if state["asked"] else None
    if item is None:
        return _ask(store, Answer(), state)
    answer = Answer()
    if given not in ANSWERS[item.kind]:
        answer.say("Jawab dengan salah satu tombol, atau tulis batal untuk berhenti.")
        answer.choices = _choices(item)
        return answer, {QUIZ: state, PENDING: ASKED_QUIZ}
    right = given == item.answer
    state = {**state, "right": state["right"] + int(right)}
    verdict = "Betul!" if right else f"Belum tepat. Jawabannya: {TITLES[item.answer].lower()}."
    answer.cite(item.explanation.sources)
    answer.say(
        f"{verdict} {item.explanation.text}",
        source_line(store.sources(item.explanation.sources), item.checked_on),
    )
    if len(state["asked"]) < _round_length(store):
        return _ask(store, answer, state)
    answer.say(f"Selesai. Jawaban betul: {state['right']} dari {len(state['asked'])}.")
    answer.choices = [
        choice("Main lagi", "kuis"),
        choice("Tanda lowongan palsu", "ciri_lowongan_palsu"),
    ]
    return answer, {QUIZ: _round_after([*state["seen"], *state["asked"]]), TOPIC: item.topic}


def _ask(store: Store, answer: Answer, state: dict[str, Any]) -> tuple[Answer, dict[str, Any]]:
    """Add the next question. The order is by level, easy first, so that a round is the same for everybody in a hall."""
    order = {"mudah": 0, "sedang": 1, "sulit": 2}
    items = sorted(store.quiz(), key=lambda item: (order.get(item.level, 3), item.id))
    fresh = [item for item in items if item.id not in (*state["asked"], *state["seen"])]
    if not fresh:  # every question was seen: begin again
        state = {**state, "seen": []}
        fresh = [item for item in items if item.id not in state["asked"]]
    if not fresh:
        raise LookupError("the quiz has no question")
    item = fresh[0]
    state = {**state, "asked": [*state["asked"], item.id]}
    answer.say(f"Pertanyaan {len(state['asked'])} dari {_round_length(store)}:\n{item.question}")
    answer.choices = _choices(item)
    return answer, {QUIZ: state, PENDING: ASKED_QUIZ}


def _round_after(seen: list[str]) -> dict[str, Any]:
    return {"asked": [], "right": 0, "seen": seen}


def _round_length(store: Store) -> int:
    return min(QUESTIONS_A_ROUND, len(store.quiz()))


def _choices(item: QuizItem) -> list[Any]:
    return [choice(TITLES[given], "jawab_kuis", jawaban=given) for given in ANSWERS[item.kind]]
