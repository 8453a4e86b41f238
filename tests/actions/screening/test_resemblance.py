"""How much two texts are the same text."""

from __future__ import annotations

import pytest

from actions.screening.resemblance import resemblance

OFFER = "LOKER MALAYSIA operator pabrik, gaji RM 1.700, lembur, mess gratis"


def test_the_same_text_resembles_itself_whatever_its_signs() -> None:
    assert resemblance(OFFER, OFFER.lower().replace(",", "\n")) == 1.0


def test_misread_letters_and_another_order_cost_little() -> None:
    assert resemblance(OFFER, OFFER.replace("A", "4").replace("RM 1.700", "RM l.7OO")) > 0.6
    assert resemblance(OFFER, ", ".join(reversed(OFFER.split(", ")))) > 0.85


@pytest.mark.parametrize(
    "other", ["", "a", "terus dia minta paspor", f"{OFFER} {'kata lain ' * 20}"]
)
def test_other_texts_and_much_longer_ones_do_not_resemble(other: str) -> None:
    assert resemblance(OFFER, other) < 0.6
    assert resemblance(other, OFFER) == resemblance(OFFER, other)


def test_nothing_resembles_nothing() -> None:
    assert resemblance("", "") == 0.0
