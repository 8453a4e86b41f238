"""Fixtures of all action tests: the small world."""

from __future__ import annotations

import pytest
from hypothesis import settings

from knowledge.store import Store
from tests.actions.fakes import make_store

# No time limit for one example: two busy cores make the first one slow. No folder of examples in the repository.
settings.register_profile("mawas", deadline=None, database=None)
settings.load_profile("mawas")


@pytest.fixture
def store() -> Store:
    return make_store()
