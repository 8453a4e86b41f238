"""The running service forgets conversations that nobody goes on with, after the days that the operator set, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram import health
from tests.bot.channels.telegram.stage import SARI, FakeTalk, direct, running, until
from tests.helpers.telegram_server import TelegramServer


class Forgetful(FakeTalk):
    """Notes what it is told to forget."""

    def __init__(self) -> None:
        super().__init__()
        self.idle: list[float] = []

    async def forget_idle(self, seconds: float) -> int:
        self.idle.append(seconds)
        return 0


@pytest.mark.parametrize(
    ("environment", "seconds", "told"),
    [
        ({}, 7 * 86400, "paling lama 7 hari"),
        ({"MAWAS_RETENTION_DAYS": "30"}, 30 * 86400, "paling lama 30 hari"),
        ({"MAWAS_RETENTION_DAYS": "0"}, 3600, "satu jam tidak menulis"),
    ],
)
def test_what_is_said_of_forgetting_is_what_is_done(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    seconds: float,
    told: str,
) -> None:
    monkeypatch.setattr(health, "LINE_SECONDS", 0.02)
    talk = Forgetful()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path, talk, **environment):
            sari.says("/privasi")
            (said,) = await sari.hears()
            assert told in said["text"]
            await until(lambda: bool(talk.idle))

    direct(scene)
    assert set(talk.idle) == {seconds}
