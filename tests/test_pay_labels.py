"""Checks of the labels of pay that stand beside the kind of a text (nlu_data/offers/kinds)."""

from __future__ import annotations

from actions.screening.labelled_offers import PERIODS
from bot.paths import LABELLED_OFFERS
from tests.helpers.rows import rows

KINDS = LABELLED_OFFERS.parent / "kinds"
PAY = "pay"
LABELLED = [row for row in rows(KINDS) if PAY in row]


def test_only_offers_have_a_label() -> None:
    assert len(LABELLED) == 560
    assert {row["kind"] for row in LABELLED} == {"tawaran"}


def test_the_keys_of_a_label_stand_in_one_order() -> None:
    keys = {tuple(row[PAY]) for row in LABELLED if row[PAY]}
    assert keys == {("min", "max", "currency", "period")}


def test_sums_currencies_and_periods_are_possible() -> None:
    wrong = [
        pay
        for row in LABELLED
        if (pay := row[PAY])
        and not (
            0 < pay["min"] <= (pay["max"] or pay["min"])
            and len(pay["currency"]) == 3
            and pay["currency"].isupper()
            and pay["period"] in (*PERIODS, None)
        )
    ]
    assert wrong == []
