from __future__ import annotations

import pytest

from actions.screening.labelled_offers import Pay
from actions.screening.model import Contact, Facts, Flag, Screening
from bot.evaluation import offer_scores as scores
from bot.evaluation.offer_scores import Mistake
from bot.evaluation.scores import Share
from tests.bot.evaluation.offer_builders import RUPIAH, TEXT, offer, screened, screening, word


@pytest.mark.parametrize(
    ("kind", "risk", "is_false"),
    [
        ("tipu", "rendah", True),
        ("tipu", "bukan_lowongan", True),
        ("tipu", "sedang", False),
        ("tipu", "tinggi", False),
        ("asli", "rendah", False),
        ("abu", "rendah", False),
    ],
)
def test_only_a_scam_can_be_reassured_falsely(kind: str, risk: str, is_false: bool) -> None:
    row = screened(offer(kind), screening(risk))
    assert scores.is_false_reassurance(row) is is_false


def test_any_risk_of_the_label_is_accepted() -> None:
    grey = offer("abu", risks=("sedang", "tinggi"))
    accepted = [
        scores.risk_accepted(screened(grey, screening(r))) for r in ("sedang", "tinggi", "rendah")
    ]
    assert accepted == [True, True, False]
    assert not scores.must_be_high(screened(grey))
    assert scores.must_be_high(screened(offer("tipu")))


FLAGS = (
    screened(offer(flags="a b", arguable="c"), screening(flags="a c d")),
    screened(offer(flags="a", arguable="d"), screening(flags="d")),
    screened(offer("bukan"), screening("bukan_lowongan", flags="a")),
)


def test_missed_and_wrong_flags_leave_out_arguable_ones() -> None:
    assert [scores.missed_flags(row) for row in FLAGS] == [{"b"}, {"a"}, set()]
    assert [scores.wrong_flags(row) for row in FLAGS] == [{"d"}, set(), {"a"}]


@pytest.mark.parametrize(
    ("flag", "recall", "precision"),
    [
        (None, Share(1, 3), Share(1, 3)),
        ("a", Share(1, 2), Share(1, 2)),
        ("b", Share(0, 1), Share(0, 0)),
        ("c", Share(0, 0), Share(0, 0)),
        ("d", Share(0, 0), Share(0, 1)),
    ],
)
def test_recall_and_precision_of_flags(flag: str | None, recall: Share, precision: Share) -> None:
    assert scores.flag_recall(FLAGS, flag) == recall
    assert scores.flag_precision(FLAGS, flag) == precision


@pytest.mark.parametrize(
    ("wanted", "found", "is_right"),
    [
        ("KH", "KH", True),
        ("KH", "MM", False),
        ("KH", None, False),
        (None, None, True),
        (None, "KH", False),
    ],
)
def test_country(wanted: str | None, found: str | None, is_right: bool) -> None:
    row = screened(offer(country=wanted), screening(country=found))
    assert scores.country_right(row) is is_right


@pytest.mark.parametrize(
    ("wanted", "found", "is_right", "begins_right"),
    [
        (RUPIAH, RUPIAH, True, True),
        (RUPIAH, Pay(10e6, None, "IDR", "bulan"), False, True),
        (RUPIAH, Pay(10e6, 10e6, "IDR", None), False, True),
        (RUPIAH, Pay(10e6, 10e6, "USD", "bulan"), False, False),
        (RUPIAH, Pay(9e6, 10e6, "IDR", "bulan"), False, False),
        (Pay(5, None, "USD", "jam"), Pay(5.0, None, "USD", "jam"), True, True),
        (Pay(12.21, 12.21, "GBP", "jam"), Pay(12.210000000001, 12.21, "GBP", "jam"), True, True),
        (RUPIAH, None, False, False),
        (None, RUPIAH, False, False),
        (None, None, True, True),
    ],
)
def test_pay(wanted: Pay | None, found: Pay | None, is_right: bool, begins_right: bool) -> None:
    row = screened(offer(pay=wanted), screening(pay=found))
    assert scores.pay_right(row) is is_right
    assert scores.pay_begins_right(row) is begins_right


def test_chats_are_those_of_recruiters() -> None:
    chat = screened(offer(form="ekspor_chat", stage="biaya"))
    rows = [chat, screened(offer()), screened(offer("bukan", form="chat"))]
    assert scores.chats(rows) == [chat]
    assert scores.stage_right(chat)
    assert not scores.stage_right(screened(chat.offer, screening(stage="umpan")))


@pytest.mark.parametrize(
    ("evidence", "in_place"),
    [
        ((word(),), Share(1, 1)),
        ((word(), word("Kamboja", 9)), Share(2, 2)),
        ((word("Kamboja", 8),), Share(0, 1)),
        ((word("KERJA"),), Share(0, 1)),
        ((word("", 3),), Share(0, 1)),
        ((word("besok", -5),), Share(0, 1)),
        ((), Share(0, 1)),
    ],
)
def test_evidence_is_compared_with_the_text(evidence, in_place: Share) -> None:
    row = screened(offer(), screening(flags="a", evidence=evidence))
    assert scores.evidence_in_place([row]) == in_place


def test_evidence_of_all_facts_is_compared_too() -> None:
    wrong = word("x")
    facts = Facts(wrong, "KH", wrong, wrong, wrong, contacts=(Contact("akun", "x", wrong),))
    row = screened(offer(), Screening(TEXT, "tinggi", 0, (Flag("a", 1, (word(),)),), facts))
    assert scores.evidence_in_place([row]) == Share(1, 6)
    paid = screened(offer(pay=RUPIAH, country="KH"))
    assert scores.evidence_in_place([paid]) == Share(2, 2)


def test_time_for_a_thousand_characters_is_told_by_long_texts_only() -> None:
    rows = [screened(offer(text="x" * 500), ms=5.0), screened(offer(text="x"), ms=5.0)]
    assert scores.times(rows) == [5.0, 5.0]
    assert scores.times_of_a_thousand(rows) == [10.0]


def test_every_mistake_says_what_was_expected_and_what_came() -> None:
    chat = offer(
        flags="a", form="chat", country="KH", pay=Pay(500, None, "USD", None), stage="biaya"
    )
    found = screening("rendah", "b", None, RUPIAH, None, (word("?"),))
    assert list(scores.mistakes([screened(chat, found)])) == [
        Mistake("t_1", "tipu", "risk", "tinggi", "rendah"),
        Mistake("t_1", "tipu", "flag missed", "a", ""),
        Mistake("t_1", "tipu", "flag wrong", "", "b"),
        Mistake("t_1", "tipu", "country", "KH", "-"),
        Mistake("t_1", "tipu", "pay", "USD 500-/-", "IDR 10000000-10000000/bulan"),
        Mistake("t_1", "tipu", "stage", "biaya", "-"),
        Mistake("t_1", "tipu", "evidence", "2 in place", "1 in place"),
    ]


def test_texts_that_are_no_offer_have_no_facts_to_find() -> None:
    row = screened(
        offer("bukan", form="chat"), screening("bukan_lowongan", "", "KH", RUPIAH, "biaya")
    )
    assert list(scores.mistakes([row])) == []
