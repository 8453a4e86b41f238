"""The data cards of the labelled offers count right, and the halves share no text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from actions.screening.labelled_offers import KINDS, Offer
from bot.evaluation.shared_texts import shared_texts
from bot.paths import KNOWLEDGE, LABELLED_OFFERS, UNSEEN_OFFERS
from knowledge.catalogue import read_catalogue
from tests.helpers.labelled_offers import HALVES, OTHER_TRAINING
from tests.helpers.rows import rows

SEVERITIES = read_catalogue(KNOWLEDGE).severities


def _names(offers: tuple[Offer, ...]) -> dict[str, str]:
    return {offer.id: offer.text for offer in offers}


def test_the_halves_share_no_text() -> None:
    assert shared_texts(_names(HALVES["unseen"]), _names(HALVES["open"])) == []


@pytest.mark.parametrize("half", HALVES)
def test_no_text_stands_twice_in_a_half(half: str) -> None:
    texts = _names(HALVES[half])
    assert shared_texts(texts, texts) == []


@pytest.mark.parametrize("folder", OTHER_TRAINING, ids=lambda folder: folder.name)
def test_the_unseen_half_shares_no_text_with_what_is_trained_on(folder: Path) -> None:
    texts = {f"{folder.name} {number}": row["text"] for number, row in enumerate(rows(folder))}
    assert texts
    assert shared_texts(_names(HALVES["unseen"]), texts) == []


def _counts(page: Path) -> dict[str, list[int]]:
    """Kind -> the numbers of its row in the table of a data card."""
    rows = re.findall(
        r"^\| `(\w+)` \| (\d+(?: \| \d+)*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {kind: [int(number) for number in numbers.split(" | ")] for kind, numbers in rows}


def test_the_data_cards_count_right() -> None:
    first, second = (Counter(offer.kind for offer in half) for half in HALVES.values())
    card = LABELLED_OFFERS.parent / "README.md"
    assert _counts(card) == {
        kind: [first[kind], second[kind], first[kind] + second[kind]] for kind in KINDS
    }
    assert _counts(UNSEEN_OFFERS / "README.md") == {kind: [second[kind]] for kind in KINDS}
    others = [sum(1 for _ in rows(folder)) for folder in OTHER_TRAINING]
    for number in (*others, *map(len, HALVES.values())):
        assert f" {number:,} " in card.read_text(encoding="utf-8")


def test_the_data_card_defines_every_flag_with_its_severity() -> None:
    card = (LABELLED_OFFERS.parent / "README.md").read_text(encoding="utf-8")
    defined = re.findall(r"^\| `(\w+)` \((\d)\) \|", card, re.MULTILINE)
    assert {flag: int(severity) for flag, severity in defined} == dict(SEVERITIES)
