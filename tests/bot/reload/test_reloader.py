from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot import tally
from bot.errors import MissingError
from bot.messages import Incoming
from bot.reload.current import Current
from bot.reload.hangup import Hangup
from bot.reload.note import Note, running
from bot.reload.reloader import Reloader
from tests.bot.reload.fakes import Loaded, said

SAMPLE = Incoming("nobody", "contoh")


def failures() -> int:
    return tally.counts()[tally.Event.RELOAD]


def reloaded(
    current: Current, load: Callable[[], Loaded], note: Note | None = None
) -> tuple[bool, str]:
    """Whether a reload worked, and what the operator read."""
    lines: list[str] = []
    reloader = Reloader(current, load, SAMPLE, note, tell=lines.append)
    return asyncio.run(reloader.reload()), "\n".join(lines)


def test_the_new_one_is_tried_and_takes_over_and_the_old_one_is_closed() -> None:
    old, fresh = Loaded("lama"), Loaded("baru")
    current = Current(old)
    before = failures()
    worked, told = reloaded(current, lambda: fresh)
    assert worked
    assert fresh.rehearsed == ["contoh"]
    assert not old.open
    assert asyncio.run(said(current, "halo")) == "baru: halo"
    assert "sudah dimuat ulang" in told
    assert failures() == before


def test_an_old_one_that_cannot_be_closed_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    old = Loaded("lama")

    def close() -> None:
        raise OSError("kata orang")

    monkeypatch.setattr(old, "close", close)
    worked, told = reloaded(Current(old), lambda: Loaded("baru"))
    assert worked
    assert "sudah dimuat ulang" in told
    assert "was not closed: OSError" in caplog.text
    assert "kata orang" not in caplog.text


def raising(error: Exception) -> Callable[[], Loaded]:
    def load() -> Loaded:
        raise error

    return load


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (raising(MissingError("Model belum ada. Saran: latih.")), "Model belum ada. Saran: latih."),
        (
            raising(OperationalError("postgresql://u:katasandi@h/db", {}, Exception("katasandi"))),
            "Basis data",
        ),
        (raising(ValueError("kata orang")), "(ValueError) Saran"),
        (lambda: Loaded("baru", fails=True), "Contoh tawaran tidak bisa dijawab"),
    ],
)
def test_when_loading_fails_the_old_one_goes_on_and_it_is_said_and_counted(
    load: Callable[[], Loaded], words: str
) -> None:
    old = Loaded("lama")
    current = Current(old)
    before = failures()
    worked, told = reloaded(current, load)
    assert not worked
    assert old.open
    assert asyncio.run(said(current, "halo")) == "lama: halo"
    assert "yang lama tetap dipakai" in told
    assert words in told
    # They were read before loading failed.
    assert "daftar kata" in told
    assert "katasandi" not in told
    assert "kata orang" not in told
    assert failures() == before + 1


def test_what_cannot_be_stored_keeps_the_old_one() -> None:
    fresh = Loaded("baru")
    worked, told = reloaded(Current(Loaded("lama", is_stored=False)), lambda: fresh)
    assert not worked
    assert not fresh.open
    assert "belum bisa disimpan" in told


def test_a_file_of_words_that_is_broken_is_found_before_anything_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from knowledge import spelling

    broken = tmp_path / "slang.yml"
    broken.write_text("a: [b", encoding="utf-8")
    known = spelling.slang()
    monkeypatch.setattr(spelling, "SLANG_FILE", broken)
    worked, told = reloaded(Current(Loaded("lama")), lambda: Loaded("baru"))
    assert not worked
    assert "tetap dipakai" in told
    assert "daftar kata" not in told
    assert spelling.slang() is known


def test_signals_during_a_reload_are_one_more_reload_and_one_before_it_is_remembered() -> None:
    hangup = Hangup()
    loads: list[int] = []
    done: list[bool] = []

    def load() -> Loaded:
        loads.append(len(loads))
        if len(loads) == 1:
            for _ in range(3):
                hangup._heard(1, None)
        time.sleep(0.02)
        return Loaded(f"baru {len(loads)}")

    async def run() -> None:
        current = Current(Loaded("lama"))
        hangup._heard(1, None)
        reloader = Reloader(
            current, load, SAMPLE, done=done.append, hangup=hangup, tell=lambda line: None
        )
        running = asyncio.create_task(reloader.run())
        for _ in range(2000):
            if len(done) == 2:
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert await said(current, "halo") == "baru 2: halo"

    asyncio.run(run())
    assert len(loads) == 2
    assert done == [True, True]


def test_a_running_program_says_how_its_last_load_went(tmp_path: Path) -> None:
    note = Note(tmp_path, "telegram-0")
    assert list(running(tmp_path)) == []
    note.write()
    (first,) = running(tmp_path)
    assert (first.name, first.error) == ("telegram-0", None)
    current = Current(Loaded("lama"))
    reloaded(current, raising(MissingError("x")), note)
    (failed,) = running(tmp_path)
    assert (failed.at, failed.error) == (first.at, "MissingError")
    reloaded(current, lambda: Loaded("baru"), note)
    (again,) = running(tmp_path)
    assert again.error is None
    assert again.at > first.at
    note.close()
    assert list(running(tmp_path)) == []
    (tmp_path / "loaded-x.json").write_text("{", encoding="utf-8")
    assert list(running(tmp_path)) == []
