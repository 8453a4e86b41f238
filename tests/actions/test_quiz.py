"""The quiz: one question at a time, explained at once, with the score."""

from __future__ import annotations

from typing import Any

import pytest

from actions.context import ASKED_QUIZ, PENDING, QUIZ, TOPIC
from actions.quiz import QUESTIONS_A_ROUND, AnswerQuiz, StartQuiz, given_answer, resume_button
from knowledge.store import Store
from tests.actions.fakes import Said, make_question, make_store, run


def asked(*ids: str, right: int = 0, seen: tuple[str, ...] = ()) -> dict[str, Any]:
    state = {"asked": list(ids), "right": right, "seen": list(seen)}
    return {QUIZ: state, PENDING: ASKED_QUIZ}


def reply(store: Store, text: str, **slots: Any) -> Said:
    return run(AnswerQuiz(store), text=text, **slots)


def genuine_or_not(answer: str) -> Store:
    """A quiz of one question about an offer."""
    return make_store(quiz=[make_question("soal_a", kind="asli_atau_tipu", answer=answer)])


def many(count: int) -> Store:
    return make_store(quiz=[make_question(f"soal_{number:02}") for number in range(count)])


def test_the_quiz_begins_with_the_first_question(store: Store) -> None:
    said = run(StartQuiz(store))
    assert said.bubbles == ["Pertanyaan 1 dari 2:\nSoal soal_a?"]
    assert said.slots[PENDING] == ASKED_QUIZ


def test_easy_questions_come_first() -> None:
    store = make_store(
        quiz=[
            make_question("a", level="sulit"),
            make_question("b", level="sedang"),
            make_question("c", level="mudah"),
        ]
    )
    assert "Soal c?" in run(StartQuiz(store)).text


def test_a_question_of_true_or_false_has_two_buttons(store: Store) -> None:
    assert run(StartQuiz(store)).buttons == {
        "Benar": '/jawab_kuis{"jawaban": "benar"}',
        "Salah": '/jawab_kuis{"jawaban": "salah"}',
    }


def test_a_question_about_an_offer_has_three_buttons() -> None:
    assert list(run(StartQuiz(genuine_or_not("tipu"))).buttons) == [
        "Jalurnya bisa dicek",
        "Tipu",
        "Belum jelas",
    ]


def test_a_right_answer_is_praised_and_explained(store: Store) -> None:
    assert reply(store, "salah", **asked("soal_a")).bubbles[0] == (
        "Betul! Sebab soal_a.\n\nSumber: UU 18/2017. Dicek 21 November 2026."
    )


def test_a_wrong_answer_is_told_the_right_one_without_blame(store: Store) -> None:
    first = reply(store, "benar", **asked("soal_a")).bubbles[0]
    assert first.startswith("Belum tepat. Jawabannya: salah. Sebab soal_a.")


def test_a_right_answer_counts(store: Store) -> None:
    assert reply(store, "salah", **asked("soal_a")).slots[QUIZ]["right"] == 1


def test_a_wrong_answer_does_not_count(store: Store) -> None:
    assert reply(store, "benar", **asked("soal_a")).slots[QUIZ]["right"] == 0


def test_the_next_question_follows_at_once(store: Store) -> None:
    said = reply(store, "salah", **asked("soal_a"))
    assert said.bubbles[-1] == "Pertanyaan 2 dari 2:\nSoal soal_b?"
    assert said.slots[PENDING] == ASKED_QUIZ


def test_an_explanation_is_cited(store: Store) -> None:
    assert reply(store, "salah", **asked("soal_a")).about["sources"] == ["uu"]


def test_the_last_answer_gives_the_score(store: Store) -> None:
    said = reply(store, "salah", **asked("soal_a", "soal_b", right=1))
    assert said.bubbles[-1] == "Selesai. Jawaban betul: 2 dari 2."
    assert said.slots[PENDING] is None


def test_after_the_last_answer_its_topic_can_be_asked_about(store: Store) -> None:
    assert reply(store, "salah", **asked("soal_a", "soal_b")).slots[TOPIC] == "biaya"


def test_a_round_has_five_questions() -> None:
    store = many(QUESTIONS_A_ROUND + 2)
    said = reply(store, "salah", **asked(*[f"soal_{n:02}" for n in range(QUESTIONS_A_ROUND)]))
    assert said.bubbles[-1] == "Selesai. Jawaban betul: 1 dari 5."


def test_another_round_asks_questions_that_were_not_seen() -> None:
    store = many(QUESTIONS_A_ROUND + 2)
    done = reply(store, "salah", **asked(*[f"soal_{n:02}" for n in range(QUESTIONS_A_ROUND)]))
    again = run(StartQuiz(store), **{QUIZ: done.slots[QUIZ]})
    assert again.bubbles == ["Pertanyaan 1 dari 5:\nSoal soal_05?"]


def test_when_every_question_was_seen_the_quiz_begins_again(store: Store) -> None:
    done = reply(store, "salah", **asked("soal_a", "soal_b"))
    again = run(StartQuiz(store), **{QUIZ: done.slots[QUIZ]})
    assert again.bubbles == ["Pertanyaan 1 dari 2:\nSoal soal_a?"]


def test_starting_over_at_the_last_question_begins_a_new_round(store: Store) -> None:
    again = run(StartQuiz(store), **asked("soal_a", "soal_b"))
    assert again.bubbles == ["Pertanyaan 1 dari 2:\nSoal soal_a?"]


def test_starting_in_the_middle_asks_the_next_question(store: Store) -> None:
    again = run(StartQuiz(store), **asked("soal_a"))
    assert again.bubbles == ["Pertanyaan 2 dari 2:\nSoal soal_b?"]


def test_what_was_interrupted_is_asked_again(store: Store) -> None:
    button = resume_button()
    assert button.payload == '/kuis{"lihat": "lanjut"}'
    again = run(StartQuiz(store), part="lanjut", **asked("soal_a"))
    assert again.bubbles == ["Pertanyaan 1 dari 2:\nSoal soal_a?"]


def test_a_quiz_without_questions_is_an_error() -> None:
    with pytest.raises(LookupError):
        run(StartQuiz(make_store(quiz=[])))


def test_an_answer_to_no_question_offers_the_quiz(store: Store) -> None:
    said = reply(store, "benar")
    assert said.bubbles == ["Kuis belum dimulai. Mau mencoba?"]
    assert said.buttons == {"Mulai kuis": "/kuis"}


@pytest.mark.parametrize("text", ["entahlah", "", "asli"])
def test_what_is_no_answer_is_asked_for_again(store: Store, text: str) -> None:
    said = reply(store, text, **asked("soal_a"))
    assert said.bubbles[0].startswith("Jawab dengan salah satu tombol")
    assert said.slots[PENDING] == ASKED_QUIZ
    assert list(said.buttons) == ["Benar", "Salah"]


def test_a_question_whose_record_is_gone_is_replaced(store: Store) -> None:
    said = reply(store, "benar", **asked("tidak_ada"))
    assert said.bubbles == ["Pertanyaan 2 dari 2:\nSoal soal_a?"]


def test_an_offer_may_need_checking() -> None:
    store = genuine_or_not("perlu_dicek")
    said = reply(store, '/jawab_kuis{"jawaban": "perlu_dicek"}', **asked("soal_a"))
    assert said.bubbles[0].startswith("Betul!")


def test_the_right_answer_is_named_in_words() -> None:
    said = reply(genuine_or_not("perlu_dicek"), "asli", **asked("soal_a"))
    assert said.bubbles[0].startswith("Belum tepat. Jawabannya: belum jelas.")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('/jawab_kuis{"jawaban": "benar"}', "benar"),
        ('/jawab_kuis{"jawaban": "perlu_dicek"}', "perlu_dicek"),
        ("menurutku itu ASLI", "asli"),
        ("palsu!", "tipu"),
        ("bener", "benar"),
        ("perlu dicek dulu", "perlu_dicek"),
        ("Jalurnya bisa dicek", "asli"),
        ("Belum jelas", "perlu_dicek"),
        ("jelas tipu", "tipu"),
        ("tidak benar", "salah"),
        ("gak salah", "benar"),
        ("bukan penipuan", "asli"),
        ("itu bukan asli", "tipu"),
        ("entahlah", None),
        ("", None),
    ],
)
def test_words_are_read_as_an_answer(text: str, answer: str | None) -> None:
    assert given_answer(text) == answer
