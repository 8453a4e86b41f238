from __future__ import annotations

import pytest

from bot.fallback.answers import FallbackAnswers
from bot.fallback.facts import Facts, facts_of_records


@pytest.fixture(scope="session")
def facts() -> Facts:
    """What the fallback knows, from the real records."""
    return facts_of_records()


@pytest.fixture(scope="session")
def answers(facts: Facts) -> FallbackAnswers:
    """The fallback, on the real records."""
    return FallbackAnswers(facts)
