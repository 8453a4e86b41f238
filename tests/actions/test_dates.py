"""Dates as Indonesian readers write them."""

from __future__ import annotations

import datetime

import pytest

from actions.dates import in_words, today


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (datetime.date(2026, 11, 21), "21 November 2026"),
        ("2026-11-21", "21 November 2026"),
        ("2026-01-05", "5 Januari 2026"),
        ("2025-12", "Desember 2025"),
        ("2025", "2025"),
    ],
)
def test_full_and_partial_dates_are_written_in_words(date: datetime.date | str, words: str) -> None:
    assert in_words(date) == words


@pytest.mark.parametrize("text", ["", "awal 2025", "2025-13", "2025-00", "2025-1-2-3", "-"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert in_words(text) == text


def test_today_is_the_day_in_jakarta() -> None:
    jakarta = datetime.timezone(datetime.timedelta(hours=7))
    before = datetime.datetime.now(jakarta).date()
    found = today()
    assert before <= found <= datetime.datetime.now(jakarta).date()
