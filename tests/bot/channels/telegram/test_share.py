from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.telegram.share import Share
from bot.errors import MissingError
from bot.paths import ROOT

_HOLD = """
import sys, time
from pathlib import Path
from bot.channels.telegram.share import Share
share = Share(Path(sys.argv[1]))
share.acquire(0)
print("held", flush=True)
time.sleep(60)
"""


def test_a_share_belongs_to_one_process_until_it_is_gone(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _HOLD, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(MissingError, match="sudah berjalan"):
            Share(tmp_path).acquire(0.3)
        # Another worker's share is free.
        second = Share(tmp_path, 1)
        second.acquire(0)
        second.release()
        other.kill()
        other.wait()
    share = Share(tmp_path)
    share.acquire(0.5)
    share.release()


def test_workers_ring_each_other(tmp_path: Path) -> None:
    async def run() -> list[str]:
        heard: list[str] = []
        one, other = Share(tmp_path), Share(tmp_path, 1)
        for share, name in ((one, "one"), (other, "other")):
            share.on_ring(lambda name=name: heard.append(name))  # type: ignore[misc]
        one.ring(1)
        await asyncio.sleep(0.05)
        other.ring(0)
        other.ring(0)
        # Nobody is there.
        one.ring(7)
        await asyncio.sleep(0.05)
        other.release()
        one.ring(1)
        one.release()
        return heard

    heard = asyncio.run(run())
    assert heard[:2] == ["other", "one"]
    assert list(tmp_path.glob("*.sock")) == []


def test_a_path_that_is_too_long_for_a_socket_only_makes_it_slower(tmp_path: Path) -> None:
    home = tmp_path / ("x" * 120)
    home.mkdir()

    async def run() -> None:
        share = Share(home)
        share.on_ring(lambda: None)
        share.ring(1)
        share.release()

    asyncio.run(run())
