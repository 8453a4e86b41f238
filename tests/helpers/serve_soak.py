"""Measures `mawas serve` on PostgreSQL and Redis, by hand: `python -m tests.helpers.serve_soak --home DIR`.

One worker, then two, then two of which one is killed in the middle. DIR is a MAWAS_HOME with a trained model. Only loopback; figures are
printed as JSON, with the processor time that each kind of process took: all share one computer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.helpers.postgresql import postgresql
from tests.helpers.redis import RedisServer
from tests.helpers.serve_load import Load
from tests.helpers.serve_process import ServeProcess

_MOST = 50_000
_TICKS = os.sysconf("SC_CLK_TCK")


def borrowed(home: Path, folder: Path) -> Path:
    """A MAWAS_HOME with the model of another and nothing else."""
    for name in ("models", "screening"):
        (folder / name).symlink_to(home / name)
    return folder


async def load(
    served: ServeProcess, chats: int, messages: int, connections: int, kill: bool = False
) -> tuple[Load, dict[str, float]]:
    """Let people write, and kill a worker when half of the messages are answered.

    Args:
        served: the server.
        chats: people.
        messages: of each.
        connections: asked at once.
        kill: whether a worker is killed.

    Returns:
        The load, and the seconds of processor time that each kind of process took meanwhile.
    """
    people = Load(served.port, chats, messages, connections)
    before = _seconds(served)
    writing = asyncio.create_task(people.write())
    if kill:
        while people.answered < chats * messages // 2:
            await asyncio.sleep(0.01)
        served.kill_one()
    await writing
    spent = _seconds(served) - before
    await people.read()
    return people, dict(spent)


def _seconds(served: ServeProcess) -> Counter[str]:
    """Processor time so far."""
    names = dict.fromkeys(served.pids, "workers") | {os.getpid(): "load"}
    found: Counter[str] = Counter()
    for folder in Path("/proc").iterdir():
        try:
            pid = int(folder.name)
            about, _, fields = (folder / "stat").read_text().rpartition(")")
        except (ValueError, OSError):
            continue
        kind = names.get(pid)
        for program, name in (("(postgres", "postgresql"), ("(redis-server", "redis")):
            kind = kind or (name if program in about else None)
        if kind:
            user, system = fields.split()[11:13]
            found[kind] += (int(user) + int(system)) / _TICKS
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--chats", type=int, default=100)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--connections", type=int, default=16)
    options = parser.parse_args()
    assert options.chats * options.messages <= _MOST
    print(json.dumps(measure(options.home, options), indent=1))


def measure(home: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures."""
    size = (options.chats, options.messages, options.connections)
    figures: dict[str, Any] = {}
    for name, workers, kill in (("one", 1, False), ("two", 2, False), ("two_one_killed", 2, True)):
        with tempfile.TemporaryDirectory() as folder, postgresql() as url, RedisServer() as redis:
            place = borrowed(home, Path(folder))
            settings = {"MAWAS_DB_URL": url, "MAWAS_REDIS_URL": redis.url}
            with ServeProcess(place, place / "log", workers, **settings) as served:
                # The first messages of every worker pay for what is loaded late.
                asyncio.run(Load(served.port, 4, 10, 8, "awal").write())
                people, spent = asyncio.run(load(served, *size, kill))
                if kill:
                    served.wait_ready(workers + 1)
                lines = [line for line in served.log.read_text().splitlines() if "event=" in line]
            figures[name] = {
                **people.loaded.summary(),
                "faults": people.loaded.faults(options.messages),
                "processor_seconds": {kind: round(value, 1) for kind, value in spent.items()},
                "log": lines[-6:],
            }
    figures["two_to_one"] = round(figures["two"]["per_second"] / figures["one"]["per_second"], 2)
    return figures


if __name__ == "__main__":
    main()
