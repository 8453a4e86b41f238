from __future__ import annotations

import pytest

from bot.evaluation import scores
from bot.evaluation.scores import Confusion, Number, Share
from bot.messages import Reply
from tests.bot.evaluation.builders import answered


def test_a_share_keeps_what_it_missed() -> None:
    right, wrong = answered("biaya"), answered("biaya", predicted="visa")
    found = scores.share([right, wrong], scores.best_is_right)
    assert found == Share(1, 2, (wrong,))
    assert found.value == 0.5
    assert str(found) == "50.0% (1/2)"


def test_a_share_of_nothing_is_nothing() -> None:
    assert scores.share([], scores.best_is_right).value is None
    assert str(Share(0, 0)) == str(Number(None)) == "-"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Number(0.12345), "0.123"),
        (Number(1234.5, " ms", 0), "1,234 ms"),
        (Number(7.25, digits=1), "7.2"),
    ],
)
def test_numbers_are_shown_with_their_unit(number: Number, shown: str) -> None:
    assert str(number) == shown


def test_f1_counts_wrong_guesses_from_all_messages() -> None:
    rows = [
        answered("biaya"),
        answered("biaya", predicted="visa"),
        answered("visa"),
        answered("sapa", predicted="visa"),
    ]
    assert scores.f1_by_intent(rows) == {
        "biaya": pytest.approx(2 / 3),
        "visa": pytest.approx(2 / 4),
        "sapa": 0.0,
    }
    assert scores.macro_f1(rows, ["biaya", "visa", "gaji"]).value == pytest.approx(7 / 12)
    assert scores.macro_f1(rows, ["gaji"]).value is None


@pytest.mark.parametrize(
    ("topics", "both", "one", "none", "wrong", "twice"),
    [
        (("biaya", "visa"), True, False, False, False, True),
        (("biaya",), False, True, False, False, False),
        ((), False, False, True, False, False),
        (("gaji",), False, False, True, True, False),
        (("visa", "gaji"), False, True, False, False, True),
    ],
)
def test_two_questions(
    topics: tuple[str, ...], both: bool, one: bool, none: bool, wrong: bool, twice: bool
) -> None:
    row = answered("biaya visa", topics=topics)
    assert scores.topic_answered(row) is both
    assert scores.one_topic_answered(row) is one
    assert scores.no_topic_answered(row) is none
    assert scores.wrong_but_confident(row) is wrong
    assert scores.answered_twice(row) is twice
    assert scores.unanswered(row) is not scores.answered_from_knowledge(row)


@pytest.mark.parametrize(
    ("crisis", "seen", "certain", "asked"),
    [
        (None, False, False, False),
        (("darurat_disekap", True), True, True, False),
        (("darurat_disekap", False), True, False, True),
    ],
)
def test_danger_is_certain_or_asked_about(
    crisis: tuple[str, bool] | None, seen: bool, certain: bool, asked: bool
) -> None:
    row = answered("darurat_disekap", crisis=crisis)
    assert scores.danger_seen(row) is seen
    assert scores.danger_certain(row) is certain
    assert scores.danger_asked(row) is asked


@pytest.mark.parametrize(
    ("place", "entities", "reply", "right"),
    [
        ("", (), "Apa saja.", True),
        ("TW", ({"entity": "negara", "value": "TW"},), "Apa saja.", True),
        ("TW", (), "Untuk Taiwan: ...", True),
        ("TW", ({"entity": "negara", "value": "JP"},), "Untuk Jepang: ...", False),
        ("Lampung", (), "BP3MI lampung", True),
    ],
)
def test_the_place_is_found_or_named(
    place: str, entities: tuple[dict[str, str], ...], reply: str, right: bool
) -> None:
    row = answered("gaji", place=place, entities=entities, replies=(Reply(reply),))
    assert scores.place_answered(row, {"TW": "Taiwan"}) is right


def test_the_most_frequent_confusion_comes_first() -> None:
    rows = [
        answered("biaya"),
        answered("biaya", predicted="visa", text="a"),
        answered("gaji", predicted="visa", text="b"),
        answered("gaji", predicted="visa", text="c"),
        answered("biaya visa", predicted="visa"),
    ]
    assert scores.confusions(rows) == [
        Confusion("gaji", "visa", ("b", "c")),
        Confusion("biaya", "visa", ("a",)),
    ]


@pytest.mark.parametrize(
    ("values", "below", "found"),
    [([], 0.5, None), ([3], 0.95, 3), ([5, 1, 3], 0.5, 3), (list(range(100)), 0.95, 95)],
)
def test_percentiles(values: list[float], below: float, found: float | None) -> None:
    assert scores.percentile(values, below) == found
