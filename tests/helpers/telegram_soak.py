"""Soak of the Telegram service, by hand: `python -m tests.helpers.telegram_soak --home DIR [--real]`.

200 people write 3,000 messages through the strict server while answers fail, connections break, updates come twice and the process is
killed once. Only loopback; bounded in messages and time. Figures are printed as JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.helpers.telegram_process import ServiceProcess
from tests.helpers.telegram_server import NO_LIMITS, Limits, Plan, TelegramServer
from tests.helpers.telegram_traffic import FIRST_CHAT, SECRET, Traffic, Verdict

FAULTS = Plan(
    seed=6,
    bad_gateway=0.03,
    too_many=0.01,
    reset=0.03,
    reset_after=0.02,
    duplicate=0.1,
    delay=(0.0, 0.05),
)
_MOST_MESSAGES, _MOST_RATE, _PATIENCE = 20_000, 200.0, 90.0
_MEMORY_EVERY = 1.0


@dataclass
class Soaked:
    """What came of a soak.

    Attributes:
        verdict: on the messages.
        seconds: how long it took.
        memory: (seconds since the start, MB) of the process; starts again after a kill.
        happened: accidents by their kind.
        refused: seconds since the start, and whose limit was passed ("all" or "chat").
        leaks: secrets that stand in the log or in the home.
        stop: exit status and seconds of the last SIGTERM.
        kills: when it was killed (s since the start).
    """

    verdict: Verdict
    seconds: float = 0.0
    memory: list[tuple[float, float]] = field(default_factory=list)
    happened: dict[str, int] = field(default_factory=dict)
    refused: Counter[tuple[int, str]] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    stop: tuple[int | None, float] = (0, 0.0)
    kills: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        """Figures to report."""
        values = [megabytes for _, megabytes in self.memory]
        fifth = max(1, len(values) // 5)
        return {
            **self.verdict.summary(),
            "kills_at": [round(kill, 1) for kill in self.kills],
            "seconds": round(self.seconds, 1),
            "memory_mb_first_fifth": round(statistics.median(values[:fifth]), 1) if values else 0,
            "memory_mb_last_fifth": round(statistics.median(values[-fifth:]), 1) if values else 0,
            "memory_mb_most": round(max(values, default=0), 1),
            "accidents": self.happened,
            "refused_for_limits": self.refused.total(),
            "refused_at": [
                f"{second} s {whose}: {n}" for (second, whose), n in self.refused.items()
            ],
            "leaks": self.leaks,
            "sigterm": {"status": self.stop[0], "seconds": round(self.stop[1], 2)},
        }


async def soak(
    home: Path,
    log: Path,
    *options: str,
    chats: int,
    messages: int,
    rate: float,
    kill: bool = True,
    plan: Plan = FAULTS,
    limits: Limits | None = None,
    pause: float = 3.0,
) -> Soaked:
    """Let people write, kill the service once in the middle, and judge.

    Args:
        home: MAWAS_HOME of the service.
        log: where its output goes.
        options: of `telegram_worker`.
        chats: people.
        messages: of all together.
        rate: messages a second.
        kill: whether the process is killed once half of the messages were written.
        plan: what goes wrong.
        limits: Telegram's own unless others are given.
        pause: between conflicts (s).
    """
    assert messages <= _MOST_MESSAGES
    assert rate <= _MOST_RATE
    async with TelegramServer(limits, plan, pause=pause) as server:
        service = ServiceProcess(server, home, log, *options)
        await service.start()
        begin = time.monotonic()
        traffic = Traffic(server, chats, seed=plan.seed)
        memory: list[tuple[float, float]] = []
        watching = asyncio.create_task(_watch(service, memory, begin))
        try:
            writing = asyncio.create_task(traffic.write(messages, rate))
            if kill:
                while len(traffic.sent) < messages // 2:
                    await asyncio.sleep(0.01)
                traffic.kills.append(time.monotonic())
                await service.kill()
                await service.start()
            await writing
            await traffic.answered(_PATIENCE)
            # What would be said twice is said now.
            await asyncio.sleep(0.5)
            seconds = time.monotonic() - begin
            watching.cancel()
            stop = await service.terminate()
        finally:
            watching.cancel()
            await service.stop()
        return Soaked(
            traffic.verdict(),
            seconds,
            memory,
            dict(server.faults.happened),
            Counter((int(at - begin), whose) for at, whose in server.governor.refusals),
            leaks(home, log, server.token),
            stop,
            [kill - begin for kill in traffic.kills],
        )


async def _watch(service: ServiceProcess, memory: list[tuple[float, float]], begin: float) -> None:
    while True:
        try:
            memory.append((round(time.monotonic() - begin, 1), service.megabytes()))
        except OSError:
            # Killed, and not started again yet.
            memory.clear()
        await asyncio.sleep(_MEMORY_EVERY)


def leaks(home: Path, log: Path, token: str) -> list[str]:
    """Which secrets stand where they must not: words and token in the log, words in the home once all is answered."""
    written = log.read_text(errors="replace")
    secrets = {"words": SECRET, "token": token.split(":")[1], "chat": str(FIRST_CHAT)[:5]}
    found = [f"{name} in log" for name, secret in secrets.items() if secret in written]
    for file in home.glob("telegram*"):
        if file.is_file() and SECRET.encode() in file.read_bytes():
            found.append(f"words in {file.name}")
    return found


def main() -> None:
    """Read the command line, soak, print."""
    parser = argparse.ArgumentParser(prog="telegram_soak", description=__doc__)
    parser.add_argument(
        "--home",
        type=Path,
        help="MAWAS_HOME, a fresh copy each time (answered updates are remembered in it); a new folder when none is named",
    )
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--messages", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=20.0, help="messages a second")
    parser.add_argument("--real", action="store_true", help="the trained assistant answers")
    parser.add_argument("--calm", action="store_true", help="no faults and no kill: for times")
    parser.add_argument("--unlimited", action="store_true", help="without Telegram's limits")
    parser.add_argument("--curve", type=Path, help="write the memory curve here (CSV)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder) / "home"
        words = [name for name in ("real", "unlimited") if getattr(options, name)]
        soaked = asyncio.run(
            soak(
                home,
                Path(folder) / "log",
                *[f"--{word}" for word in words],
                chats=options.chats,
                messages=options.messages,
                rate=options.rate,
                kill=not options.calm,
                plan=Plan() if options.calm else FAULTS,
                limits=NO_LIMITS if options.unlimited else None,
            )
        )
    if options.curve:
        rows = [f"{second},{megabytes:.1f}" for second, megabytes in soaked.memory]
        options.curve.write_text("\n".join(("seconds,mb", *rows)) + "\n")
    print(json.dumps(soaked.summary(), indent=1))


if __name__ == "__main__":
    main()
