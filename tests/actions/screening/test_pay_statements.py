"""Pay and country of work in statements as different people write them (pay_statements.yml, place_statements.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.screening.facts import facts_of
from actions.screening.labelled_offers import Pay
from tests.actions.screening.pays import pay_of, salary_of
from tests.actions.screening.texts import reading_of

FOLDER = Path(__file__).parent
# Nothing learns from these statements, so that some are read wrongly; when last measured, 96.2% were right.
ENOUGH = 0.95


def _rows(name: str, key: str) -> list[tuple[str, Any]]:
    rows = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [(row["text"], row[key]) for row in rows]


PAYS = [(text, Pay(*pay) if pay else None) for text, pay in _rows("pay_statements.yml", "pay")]


def test_pay_is_read_as_stated() -> None:
    wrong = [text for text, pay in PAYS if pay_of(text) != pay]
    assert len(wrong) <= (1 - ENOUGH) * len(PAYS), wrong


def test_the_evidence_of_pay_is_what_stands_in_the_text() -> None:
    for text, _ in PAYS:
        found = salary_of(text)
        if found:
            assert text[found.evidence.start : found.evidence.end] == found.evidence.text


@pytest.mark.parametrize(("text", "expected"), _rows("place_statements.yml", "country"))
def test_the_country_of_work_is_read_as_stated(text: str, expected: str | None) -> None:
    assert facts_of(reading_of(text)).country_code == expected
