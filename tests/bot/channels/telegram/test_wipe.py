"""Erased texts leave the logs of the databases, also when somebody was reading at the first try."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.channels.telegram import service
from bot.channels.telegram.health import Health


class Worker:
    """Somebody reads at the first try, and the disk is full at the second."""

    def __init__(self) -> None:
        self.health = Health()
        self.tries = 0

    async def wipe(self) -> bool:
        self.tries += 1
        if self.tries == 2:
            raise OSError("full")
        return self.tries > 2


def test_it_is_tried_again_until_it_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "WIPE_SECONDS", 0.0)
    worker: Any = Worker()

    async def run() -> None:
        job = asyncio.create_task(service._wipe(worker))
        await asyncio.sleep(0)
        for answered in (1, 2):
            worker.health.answered = answered
            for _ in range(30):
                await asyncio.sleep(0)
            # Nothing more to wipe.
            assert worker.tries == answered + 2
        job.cancel()

    asyncio.run(run())
