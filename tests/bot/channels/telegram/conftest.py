"""Fixtures of the Telegram tests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")  # a Linux convention


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
def tmp_path() -> Iterator[Path]:
    """A folder that is gone after the test, in memory where the system has such a place.

    Every update that is received and answered waits for the disk (`Database`); the tests do so thousands of times, and on a busy disk
    that took minutes. What is in memory outlives a killed process as a file on the disk does.
    """
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-telegram-bot's own limiter: what says a lot would take a minute."""
    from bot.channels.telegram import connect

    monkeypatch.setattr(connect, "AIORateLimiter", lambda: None)
