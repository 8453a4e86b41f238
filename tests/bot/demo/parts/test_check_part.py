from __future__ import annotations

import json
from typing import Any

import pytest

from bot.demo.counted import of_statement
from bot.demo.part import Part, PartError
from bot.demo.parts.check import KIND
from bot.demo.sessions.model import SessionNotebook
from knowledge.store import Store
from tests.bot.demo.halls import SetVotes, services


@pytest.fixture(scope="module")
def check(real_store: Store) -> Any:
    return real_store.checks()[0]


def _round(store: Store, check: Any, round_: str, notebook: SessionNotebook) -> Part:
    return KIND.make({"check": check.id, "round": round_}, None, services(store, notebook))


def _answer(part: Part, check: Any, right: int, wrong: int) -> None:
    """Step through the five statements."""
    for item in check.items:
        part.act("next", None)
        other = "salah" if item.answer == "benar" else "benar"
        part.act("count", {"choice": item.answer, "n": right})
        part.act("count", {"choice": other, "n": wrong})
    part.act("next", None)


def test_both_rounds_of_every_check_can_be_chosen(real_store: Store) -> None:
    chosen = [
        (choice.arguments["check"], choice.arguments["round"])
        for choice in KIND.choices(real_store)
    ]
    assert chosen == [
        (check.id, round_) for check in real_store.checks() for round_ in ("sebelum", "sesudah")
    ]
    assert all(len(check.items) == 5 for check in real_store.checks())


def test_before_nothing_is_given_away(real_store: Store, check: Any) -> None:
    part = _round(real_store, check, "sebelum", SessionNotebook(30))
    screens = [part.view()]
    for _ in range(6):
        part.act("next", None)
        screens.append(part.view())
    assert [screen["screen"] for screen in screens] == ["mulai", *["soal"] * 5, "selesai"]
    said = json.dumps(screens, ensure_ascii=False)
    assert not any(item.explanation.text in said for item in check.items)
    assert '"right"' not in said
    with pytest.raises(PartError, match="sudah selesai"):
        part.act("next", None)


def test_after_each_answer_stands_beside_what_was_answered_before(
    real_store: Store, check: Any
) -> None:
    notebook = SessionNotebook(30)
    _answer(_round(real_store, check, "sebelum", notebook), check, 10, 20)
    part = _round(real_store, check, "sesudah", notebook)
    _answer(part, check, 24, 4)
    shown = part.view()
    assert (shown["screen"], shown["sebelum"], shown["sesudah"]) == (
        "jawaban",
        {"right": 10, "of": 30},
        {"right": 24, "of": 28},
    )
    assert shown["explanation"] == check.items[0].explanation.text
    for _ in range(5):
        part.act("next", None)
    result = part.view()
    assert (result["screen"], len(result["rows"])) == ("hasil", 5)


def test_without_a_first_round_the_second_stands_alone(real_store: Store, check: Any) -> None:
    part = _round(real_store, check, "sesudah", SessionNotebook(30))
    _answer(part, check, 24, 4)
    assert part.view()["sebelum"] is None


def test_counts_are_noted_by_round(real_store: Store, check: Any) -> None:
    notebook = SessionNotebook(30)
    part = _round(real_store, check, "sebelum", notebook)
    part.act("next", None)
    part.act("count", {"choice": "tidak_tahu", "n": 12})
    name = of_statement("sebelum", check.id, check.items[0].id)
    assert notebook.dump()["counts"] == {name: {"benar": 0, "salah": 0, "tidak_tahu": 12}}
    part.act("clear", None)
    assert notebook.dump()["counts"] == {}


def test_votes_of_handsets_count(real_store: Store, check: Any) -> None:
    notebook = SessionNotebook(30)
    votes = SetVotes()
    arguments = {"check": check.id, "round": "sebelum"}
    part = KIND.make(arguments, None, services(real_store, notebook, votes))
    assert part.phone() is None
    part.act("next", None)
    open_ = part.phone()
    assert open_ is not None
    assert open_["question"] == check.items[0].statement
    votes.by_item[check.items[0].id] = {"salah": 6}
    part.note()
    assert notebook.counts(of_statement("sebelum", check.id, check.items[0].id))["salah"] == 6


def test_nothing_is_counted_where_nothing_is_asked(real_store: Store, check: Any) -> None:
    part = _round(real_store, check, "sebelum", SessionNotebook(30))
    with pytest.raises(PartError, match="tidak ada yang dihitung"):
        part.act("count", {"choice": "benar", "n": 3})
    with pytest.raises(PartError, match="layar pertama"):
        part.act("back", None)
    with pytest.raises(PartError, match="panah kanan"):
        part.act("dance", None)


@pytest.mark.parametrize("round_", ["sebelum", "sesudah"])
def test_it_goes_on_from_its_dump_on_every_screen(
    real_store: Store, check: Any, round_: str
) -> None:
    notebook = SessionNotebook(30)
    part = _round(real_store, check, round_, notebook)
    while True:
        state = json.loads(json.dumps(part.dump()))
        arguments = {"check": check.id, "round": round_}
        again = KIND.make(arguments, state, services(real_store, notebook))
        assert (again.view(), again.notes()) == (part.view(), part.notes())
        assert part.notes()["say"]
        try:
            part.act("next", None)
        except PartError:
            break


@pytest.mark.parametrize(
    "arguments", [{}, {"check": "gone", "round": "sebelum"}, {"check": "remaja", "round": "kapan"}]
)
def test_a_check_that_is_not_there_is_refused(real_store: Store, arguments: dict[str, str]) -> None:
    with pytest.raises(PartError, match="tidak ada lagi"):
        KIND.make(arguments, None, services(real_store))
