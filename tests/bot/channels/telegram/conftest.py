"""Fixtures of the Telegram tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _one_reading_of_certificates() -> Iterator[None]:
    """Every client reads all certificates of the world anew (20 ms); nothing here speaks https."""
    import httpx

    made = httpx.create_ssl_context()
    with pytest.MonkeyPatch.context() as patch:
        place = "httpx._transports.default.create_ssl_context"
        patch.setattr(place, lambda **options: made, raising=False)
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that a person would wait out are short."""
    from bot.channels.telegram import connect, delivery, polling

    for module in (connect, delivery, polling):
        monkeypatch.setattr(module, "_FIRST_PAUSE", 0.02)
    for module in (delivery, polling):
        monkeypatch.setattr(module, "_REFUSED_PAUSE", 0.1)


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-telegram-bot's own limiter: what says a lot would take a minute."""
    from bot.channels.telegram import connect

    monkeypatch.setattr(connect, "AIORateLimiter", lambda: None)
