"""SIGHUP to `mawas serve` while programs ask: nobody is lost, nothing is mixed."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.helpers.serve_load import Load
from tests.helpers.serve_process import ServeProcess
from tests.helpers.serve_soak import borrowed

BEGUN, DONE = "memuat ulang isi", "sudah dimuat ulang"
PEOPLE, MESSAGES, CONNECTIONS = 8, 40, 8


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_lost_or_mixed_while_workers_load_anew(
    settings: Settings, tmp_path: Path, workers: int
) -> None:
    log = tmp_path / "log"
    with ServeProcess(borrowed(settings.home, tmp_path), log, workers) as served:

        def count(words: str) -> int:
            return log.read_text().count(words)

        async def reloaded() -> None:
            until = time.monotonic() + 120
            served.reload()
            while count(DONE) < workers:
                assert time.monotonic() < until, log.read_text()[-2000:]
                # One after the other.
                assert count(BEGUN) - count(DONE) <= 1
                await asyncio.sleep(0.05)

        async def both() -> Load:
            people = Load(served.port, PEOPLE, MESSAGES, CONNECTIONS)
            await asyncio.gather(people.write(), reloaded())
            await people.read()
            return people

        people = asyncio.run(both())
        assert len(people.loaded.waits) == PEOPLE * MESSAGES
        assert people.loaded.again == set()
        assert people.loaded.faults(MESSAGES) == []
        assert served.terminate() == 0
