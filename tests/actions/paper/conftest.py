"""What sheets are made of in tests: the real knowledge on a fixed day."""

from __future__ import annotations

import datetime

import pytest

from actions.paper.parts import Material
from actions.paper.words import PaperWords
from knowledge.store import Store

DAY = datetime.date(2026, 11, 28)
LINK = "https://t.me/nama_bot"


@pytest.fixture(scope="session")
def material(real_store: Store) -> Material:
    return Material(real_store, PaperWords.load(), DAY)
