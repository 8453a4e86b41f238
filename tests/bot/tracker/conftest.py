"""A store of conversations in a file, opened as several processes would."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.database import engine_of
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def make(file: Path) -> Make:
    """Opens the same file as another process would."""

    def open_(most_live: int = 10) -> ConversationStore:
        return ConversationStore(DOMAIN, engine_of(f"sqlite:///{file}"), most_live)

    return open_
