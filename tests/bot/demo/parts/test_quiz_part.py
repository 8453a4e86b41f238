from __future__ import annotations

import json

import pytest

from bot.demo.part import PartError
from bot.demo.parts.quiz import KIND, Quiz
from bot.demo.parts.quiz_rounds import A_ROUND
from bot.demo.sessions.model import SessionNotebook
from knowledge.store import Store
from tests.bot.demo.halls import SetVotes, services

# q01 is a trick, q11 a genuine offer, q02 no offer.
ARGUMENTS = {"items": ["q01", "q11", "q02"], "title": "Coba"}


def _quiz(store: Store, notebook: SessionNotebook, votes: SetVotes | None = None) -> Quiz:
    return KIND.make(ARGUMENTS, None, services(store, notebook, votes))  # type: ignore[return-value]


def _count(quiz: Quiz, **hands: int) -> None:
    for choice, number in hands.items():
        quiz.act("count", {"choice": choice, "n": number})


def test_every_question_of_the_quiz_can_be_chosen_once(real_store: Store) -> None:
    chosen = [item for choice in KIND.choices(real_store) for item in choice.arguments["items"]]
    assert sorted(chosen) == [item.id for item in real_store.quiz()]
    for choice in KIND.choices(real_store):
        quiz = KIND.make(choice.arguments, None, services(real_store))
        assert quiz.view()["of"] == len(choice.arguments["items"])


def test_no_round_has_the_same_answer_throughout(real_store: Store) -> None:
    answers = {item.id: item.answer for item in real_store.quiz()}
    for choice in KIND.choices(real_store):
        given = [answers[item] for item in choice.arguments["items"]]
        commonest = max(given.count(answer) for answer in given)
        assert len(given) <= A_ROUND
        assert len(given) - commonest >= 2, choice.title


def test_what_can_be_checked_is_not_called_genuine(real_store: Store) -> None:
    quiz = KIND.make({"items": ["q11"]}, None, services(real_store))
    quiz.act("next", None)
    view = quiz.view()
    assert (view["answer"], view["caution"]) == ("Jalurnya bisa dicek", "Bukan jaminan.")
    assert quiz.notes()["source"] == view["source"]


def test_the_wall_learns_the_answer_only_when_it_is_shown(real_store: Store) -> None:
    quiz = _quiz(real_store, SessionNotebook(30))
    before = quiz.view()
    assert (before["screen"], before["offer"][:11], before["ask"]) == (
        "soal",
        "Kerja admin",
        "Asli atau tipu?",
    )
    hidden = json.dumps(before)
    assert "right" not in hidden
    assert "Kamboja bukan negara penempatan" not in hidden
    assert quiz.notes()["answer"] == "Tipu"
    quiz.act("next", None)
    after = quiz.view()
    assert [row["id"] for row in after["choices"] if row["right"]] == ["tipu"]
    assert "Dicek 21 November 2026." in after["source"]


def test_hands_and_votes_are_added_and_noted(real_store: Store) -> None:
    notebook, votes = SessionNotebook(30), SetVotes({"q01": {"tipu": 4, "asli": 1}})
    quiz = _quiz(real_store, notebook, votes)
    _count(quiz, tipu=20, asli=3)
    row = quiz.view()["choices"][1]
    assert (row["id"], row["hands"], row["votes"], row["total"]) == ("tipu", 20, 4, 24)
    assert notebook.counts("kuis/q01") == {"asli": 4, "tipu": 24, "perlu_dicek": 0}
    assert quiz.notes()["warning"] == "2 dari 30 peserta belum terhitung."
    _count(quiz, perlu_dicek=9)
    assert "Terhitung 37" in quiz.notes()["warning"]


def test_votes_that_came_without_an_act_are_noted(real_store: Store) -> None:
    notebook, votes = SessionNotebook(30), SetVotes()
    quiz = _quiz(real_store, notebook, votes)
    quiz.note()
    assert notebook.dump()["counts"] == {}
    votes.by_item = {"q01": {"tipu": 4}}
    quiz.note()
    assert notebook.counts("kuis/q01") == {"asli": 0, "tipu": 4, "perlu_dicek": 0}


def test_handsets_vote_until_the_answer_is_shown(real_store: Store) -> None:
    quiz = _quiz(real_store, SessionNotebook())
    open_ = quiz.phone()
    assert open_ is not None
    assert [option["id"] for option in open_["options"]] == ["asli", "tipu", "perlu_dicek"]
    quiz.act("next", None)
    assert quiz.phone() is None
    quiz.act("next", None)
    following = quiz.phone()
    assert following is not None
    assert following["poll"] != open_["poll"]


def test_at_the_end_stand_the_questions_that_were_counted(real_store: Store) -> None:
    quiz = _quiz(real_store, SessionNotebook(30))
    _count(quiz, tipu=15, asli=5)
    quiz.act("next", None)
    quiz.act("next", None)
    _count(quiz, tipu=10, asli=10)
    for _ in range(4):
        quiz.act("next", None)
    result = quiz.view()
    assert (result["screen"], result["right"], result["of"]) == ("hasil", 25, 40)
    assert [(row["answer"], row["right"], row["of"]) for row in result["rows"]] == [
        ("Tipu", 15, 20),
        ("Jalurnya bisa dicek", 10, 20),
    ]
    with pytest.raises(PartError, match="sudah selesai"):
        quiz.act("next", None)


def test_one_can_go_back_and_correct(real_store: Store) -> None:
    notebook = SessionNotebook(30)
    quiz = _quiz(real_store, notebook)
    _count(quiz, tipu=15)
    quiz.act("next", None)
    quiz.act("next", None)
    quiz.act("back", None)
    assert quiz.view()["screen"] == "jawaban"
    _count(quiz, tipu=16)
    assert notebook.counts("kuis/q01")["tipu"] == 16
    quiz.act("back", None)
    assert quiz.view()["screen"] == "soal"
    with pytest.raises(PartError, match="soal pertama"):
        quiz.act("back", None)
    quiz.act("clear", None)
    assert notebook.counts("kuis/q01") == {}


@pytest.mark.parametrize(
    ("do", "value"),
    [
        ("count", None),
        ("count", {"choice": "benar", "n": 3}),
        ("count", {"choice": ["tipu"], "n": 3}),
        ("count", {"choice": "tipu"}),
        ("count", {"choice": "tipu", "n": -1}),
        ("count", {"choice": "tipu", "n": 5001}),
        ("count", {"choice": "tipu", "n": "12"}),
        ("count", {"choice": "tipu", "n": True}),
        ("dance", None),
    ],
)
def test_what_cannot_be_changes_nothing(real_store: Store, do: str, value: object) -> None:
    notebook = SessionNotebook(30)
    quiz = _quiz(real_store, notebook)
    before = quiz.dump()
    with pytest.raises(PartError):
        quiz.act(do, value)
    assert quiz.dump() == before
    assert notebook.dump()["counts"] == {}


def test_it_goes_on_from_its_dump(real_store: Store) -> None:
    quiz = _quiz(real_store, SessionNotebook(30))
    _count(quiz, tipu=15)
    quiz.act("next", None)
    dump = json.loads(json.dumps(quiz.dump()))
    again = KIND.make(ARGUMENTS, dump, services(real_store))
    assert again.view() == quiz.view()
    assert again.dump() == quiz.dump()


def test_shown_anew_it_keeps_what_was_noted_until_it_is_counted_again(real_store: Store) -> None:
    notebook = SessionNotebook(30)
    _count(_quiz(real_store, notebook), tipu=15)
    again = _quiz(real_store, notebook)
    again.act("next", None)
    assert notebook.counts("kuis/q01")["tipu"] == 15


@pytest.mark.parametrize(
    "arguments", [{"items": ["q01", "gone"]}, {"items": []}, {"items": "q01"}, {"kind": "gone"}]
)
def test_questions_that_are_not_there_are_refused(
    real_store: Store, arguments: dict[str, object]
) -> None:
    with pytest.raises(PartError, match="tidak ada lagi"):
        KIND.make(arguments, None, services(real_store))


def test_a_state_of_fewer_questions_is_no_trouble(real_store: Store) -> None:
    quiz = KIND.make(ARGUMENTS, {"at": 99}, services(real_store))
    assert quiz.view()["screen"] == "hasil"
