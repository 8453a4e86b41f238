"""Shared fixtures: one store and one trained model for the whole run, in MAWAS_HOME like a user's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import hypothesis
import pytest

from bot.paths import KNOWLEDGE
from bot.rasa_environment import prepare
from bot.settings import Settings
from knowledge.build import build
from knowledge.store import Store

SETTINGS = Settings.from_environment()

# Before any test module imports Rasa or spaCy.
prepare(SETTINGS.log_level, SETTINGS.home)

# The first example of a test pays for what is loaded once.
hypothesis.settings.register_profile("mawas", deadline=None, database=None)
hypothesis.settings.load_profile("mawas")


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Settings of a user who set nothing but MAWAS_HOME; store and model are ready."""
    from bot.readiness import get_ready

    get_ready(SETTINGS)
    return SETTINGS


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of the real knowledge, for tests that need no model."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'knowledge.db'}"
    build(KNOWLEDGE, url)
    store = Store(url)
    yield store
    store.close()


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """One event loop for all conversations, as a channel has."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def conversation(settings: Settings):
    """The real assistant: trained model, real store, actions executed."""
    from bot.conversation import Conversation

    return Conversation.load(settings)


@pytest.fixture(scope="session")
def nlp():
    """The language pipeline with the small lexicon of tests/helpers/language.py; components of a test share it."""
    from actions.language.pipeline import indonesian
    from tests.helpers.language import LEXICON

    return indonesian(LEXICON)
