"""What a conversation keeps of an offer: enough to answer the buttons, and not its text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from actions.screening.kept import from_slot, to_slot
from actions.screening.model import Facts, Screening
from tests.actions.screening.offers import GENUINE, GREY, SCAM


@pytest.mark.parametrize("screening", [SCAM, GREY, GENUINE, replace(SCAM, stage="biaya")])
def test_what_is_kept_comes_back(screening: Screening) -> None:
    facts = Facts(country_code=screening.facts.country_code)
    kept = json.loads(json.dumps(to_slot(screening)))
    assert from_slot(kept) == replace(screening, text="", facts=facts)


def test_no_more_words_than_the_evidence_are_kept() -> None:
    kept = json.dumps(to_slot(SCAM), ensure_ascii=False)
    assert "Visa turis dulu" in kept
    for words in ("LOKER", "admin", "juta/bln", "+62812"):
        assert words not in kept


def test_nothing_was_kept_before_the_first_offer() -> None:
    assert from_slot(None) is None
    assert from_slot({}) is None
