"""The quiz: one question at a time, explained at once, with the score."""

from __future__ import annotations

import re
from typing import Any

from actions.base import StoreAction
from actions.context import ASKED_QUIZ, PENDING, QUIZ, TOPIC, TurnContext
from actions.render.bubbles import Answer, choice
from actions.render.sources import source_line
from knowledge.model import QuizItem
from knowledge.store import Store

QUESTIONS_A_ROUND = 5

# What people may answer, per kind of question; the value is also the button's title.
ANSWERS = {"benar_salah": ("benar", "salah"), "asli_atau_tipu": ("asli", "tipu", "perlu_dicek")}
TITLES = {
    "benar": "Benar",
    "salah": "Salah",
    "asli": "Asli",
    "tipu": "Tipu",
    "perlu_dicek": "Perlu dicek",
}
_WORDS = {
    "benar": "benar", "betul": "benar", "salah": "salah", "keliru": "salah", "asli": "asli", "resmi": "asli",
    "tipu": "tipu", "penipuan": "tipu", "palsu": "tipu", "bohong": "tipu", "cek": "perlu_dicek", "dicek": "perlu_dicek",
}  # fmt: skip


class StartQuiz(StoreAction):
    """Runs on `kuis`."""

    NAME = "action_quiz"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The next question that was not asked yet; state is {"asked": [ids], "right": n} (see parent class)."""
        state = turn.slots.get(QUIZ) or {"asked": [], "right": 0}
        if len(state["asked"]) >= QUESTIONS_A_ROUND:
            state = {"asked": [], "right": 0}
        answer = Answer()
        return _ask(self.store, answer, state)


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
        given = next(
            (
                _WORDS[word]
                for word in re.findall(r"[a-z]+", turn.text.casefold())
                if word in _WORDS
            ),
            None,
        )
        return answer_quiz(self.store, turn, given)


def answer_quiz(
    store: Store, turn: TurnContext, given: str | None
) -> tuple[Answer, dict[str, Any]]:
    """Say whether the answer is right, explain, and ask the next question or give the score."""
    state = turn.slots.get(QUIZ) or {"asked": [], "right": 0}
    item = store.quiz_item(state["asked"][-1]) if state["asked"] else None
    if item is None:
        return _ask(store, Answer(), state)
    answer = Answer()
    if given not in ANSWERS[item.kind]:
        answer.say("Jawab dengan salah satu tombol, atau tulis batal untuk berhenti.")
        answer.choices = _choices(item)
        return answer, {QUIZ: state, PENDING: ASKED_QUIZ}
    right = given == item.answer
    state = {"asked": state["asked"], "right": state["right"] + int(right)}
    verdict = "Betul!" if right else f"Belum tepat. Jawabannya: {TITLES[item.answer].lower()}."
    answer.cite(item.explanation.sources)
    answer.say(
        f"{verdict} {item.explanation.text}",
        source_line(store.sources(item.explanation.sources), item.checked_on),
    )
    if len(state["asked"]) < min(QUESTIONS_A_ROUND, len(store.quiz())):
        return _ask(store, answer, state)
    answer.say(f"Selesai. Jawaban betul: {state['right']} dari {len(state['asked'])}.")
    answer.choices = [
        choice("Main lagi", "kuis"),
        choice("Tanda lowongan palsu", "ciri_lowongan_palsu"),
    ]
    return answer, {QUIZ: None, TOPIC: item.topic}


def _ask(store: Store, answer: Answer, state: dict[str, Any]) -> tuple[Answer, dict[str, Any]]:
    """Add the next question. The order is by level, easy first, so that a round is the same for everybody in a hall."""
    order = {"mudah": 0, "sedang": 1, "sulit": 2}
    items = sorted(store.quiz(), key=lambda item: (order.get(item.level, 3), item.id))
    item = next((item for item in items if item.id not in state["asked"]), None)
    if item is None:
        raise LookupError("the quiz has no question left")
    state = {"asked": [*state["asked"], item.id], "right": state["right"]}
    answer.say(
        f"Pertanyaan {len(state['asked'])} dari {min(QUESTIONS_A_ROUND, len(items))}:\n{item.question}"
    )
    answer.choices = _choices(item)
    return answer, {QUIZ: state, PENDING: ASKED_QUIZ}


def _choices(item: QuizItem) -> list[Any]:
    return [choice(TITLES[given], "jawab_kuis", jawaban=given) for given in ANSWERS[item.kind]]
