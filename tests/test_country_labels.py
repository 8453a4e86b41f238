"""Checks of the countries of work that stand beside the kind of a text (nlu_data/offers/kinds)."""

from __future__ import annotations

import re

from bot.paths import LABELLED_OFFERS
from tests.helpers.rows import rows

COUNTRY = "country"
LABELLED = [row for row in rows(LABELLED_OFFERS.parent / "kinds") if COUNTRY in row]


def test_only_offers_have_a_label() -> None:
    assert len(LABELLED) == 791
    assert {row["kind"] for row in LABELLED} == {"tawaran"}


def test_a_label_is_a_country_abroad_or_none() -> None:
    codes = {row[COUNTRY] for row in LABELLED} - {None}
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert "ID" not in codes
