"""Pay and country of work in statements as different people write them (pay_statements.yml, place_statements.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.screening.facts import facts_of
from tests.actions.screening.texts import reading_of

FOLDER = Path(__file__).parent


def _rows(name: str, key: str) -> list[tuple[str, Any]]:
    rows = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [(row["text"], row[key]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), _rows("pay_statements.yml", "pay"))
def test_pay_is_read_as_stated(text: str, expected: list[Any] | None) -> None:
    found = facts_of(reading_of(text)).salary
    stated = [found.low, found.high, found.currency, found.period] if found else None
    assert stated == expected
    if found:
        assert text[found.evidence.start : found.evidence.end] == found.evidence.text


@pytest.mark.parametrize(("text", "expected"), _rows("place_statements.yml", "country"))
def test_the_country_of_work_is_read_as_stated(text: str, expected: str | None) -> None:
    assert facts_of(reading_of(text)).country_code == expected
