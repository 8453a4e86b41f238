"""The first load: tried until it works, while something else stands in."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.errors import MawasError
from bot.messages import Incoming
from bot.reload import reloader as reloading
from bot.reload.checkup import diagnoses
from bot.reload.current import Current
from bot.reload.hangup import Hangup
from bot.reload.note import Note
from bot.reload.reloader import Reloader
from bot.settings import Settings
from tests.bot.reload.fakes import Loaded, said

SAMPLE = Incoming("nobody", "contoh")


async def _until_loaded(reloader: Reloader[Loaded], running: asyncio.Task[None]) -> None:
    while not reloader.has_loaded and not running.done():
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def test_it_is_tried_again_until_it_works_and_each_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reloading, "_FIRST_PAUSE", 0.01)
    lines: list[str] = []
    results: list[bool] = []
    states: list[str] = []
    settings = Settings(tmp_path, "sqlite://", 30)
    tries = iter([MawasError("Model rusak. Saran: latih lagi."), OSError("rahasia"), None])

    async def prepare() -> None:
        states.extend(each.state for each in diagnoses(settings))
        error = next(tries)
        if error:
            raise error

    async def run() -> None:
        current = Current(Loaded("pengganti"))
        note = Note(tmp_path, "serve-0", has_loaded=False)
        reloader = Reloader(
            *(current, lambda: Loaded("asli"), SAMPLE, note, results.append, Hangup()),
            tell=lines.append,
            prepare=prepare,
        )
        assert await said(current, "halo") == "pengganti: halo"
        await _until_loaded(reloader, asyncio.create_task(reloader.run()))
        assert await said(current, "halo") == "asli: halo"

    asyncio.run(run())
    assert results == [False, False, True]
    told = "\n".join(lines)
    assert "belum bisa dimuat. Model rusak. Saran: latih lagi." in told
    assert told.count("Dicoba lagi dalam") == 2
    assert "rahasia" not in told
    assert "ulang" not in told
    assert states[0] == "belum dimuat, hanya bahaya yang dijawab"
    assert "muat terakhir gagal (MawasError)" in states[1]


def test_a_signal_has_it_tried_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reloading, "_FIRST_PAUSE", 3600.0)
    hangup = Hangup()
    tries = iter([MawasError("rusak"), None])

    async def prepare() -> None:
        error = next(tries)
        if error:
            asyncio.get_running_loop().call_later(0.05, hangup._heard, 1, None)
            raise error

    async def run() -> None:
        current = Current(Loaded("pengganti"))
        reloader = Reloader(
            *(current, lambda: Loaded("asli"), SAMPLE, None, lambda worked: None, hangup),
            tell=lambda line: None,
            prepare=prepare,
        )
        running = asyncio.create_task(reloader.run())
        await asyncio.wait_for(_until_loaded(reloader, running), 60)
        assert reloader.has_loaded

    asyncio.run(run())
