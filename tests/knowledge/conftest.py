"""Fixtures for all tests of the knowledge package."""

from __future__ import annotations

import pytest

from tests.knowledge.builders import TODAY


@pytest.fixture(autouse=True)
def _fixed_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the clock still: the builders' review dates would pass one day."""
    monkeypatch.setattr("knowledge.load.today_in_jakarta", lambda: TODAY)
