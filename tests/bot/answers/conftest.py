"""The real answers, made once for the tests of one worker."""

from __future__ import annotations

import pytest

from bot.answers.checks.known import Known
from bot.answers.items import Reviewed, reviewed
from bot.answers.world import World
from bot.paths import KNOWLEDGE
from knowledge.build import build


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    url = f"sqlite:///{tmp_path_factory.mktemp('answers') / 'knowledge.db'}"
    build(KNOWLEDGE, url)
    return World.of(url)


@pytest.fixture(scope="session")
def known(world: World) -> Known:
    return Known.of(world)


@pytest.fixture(scope="session")
def rows(world: World) -> list[Reviewed]:
    return reviewed(world)
