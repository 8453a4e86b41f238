"""PostgreSQL or Redis silent or gone for a while below a running service: `python -m tests.faults.outage [--seconds 30]`.

One person asks an ordinary question a second, another cries for help; prints how many were answered meanwhile, and how late.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.settings import Settings
from tests.faults.child import Child
from tests.faults.homes import home_at
from tests.helpers import telegram_worker
from tests.helpers.postgresql import gone, postgresql, standing_still
from tests.helpers.redis import RedisServer
from tests.helpers.serve_process import ServeProcess
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer

CRY, QUESTION = "tolong saya disekap di kamboja, paspor ditahan", "apa itu p3mi"
_PAUSE, _LATEST = 1.0, 120.0
_FIRST_PERSON = 640_000_000
Ask = Callable[[str, str], Awaitable[str]]


@dataclass
class Asked:
    """What came of the messages of one kind.

    Attributes:
        waits: seconds to the first word of each answer, in the order of the messages.
        silent: messages without an answer.
        odd: answers that did not say what they should.
    """

    waits: list[float] = field(default_factory=list)
    silent: int = 0
    odd: int = 0

    def summary(self) -> dict[str, Any]:
        """Figures."""
        ordered = sorted(self.waits)
        return {
            "answered": len(ordered),
            "silent": self.silent,
            "odd": self.odd,
            "median_s": round(ordered[len(ordered) // 2], 2) if ordered else None,
            "slowest_s": round(ordered[-1], 2) if ordered else None,
        }


async def during(ask: Ask, seconds: float, name: str) -> dict[str, Any]:
    """Have somebody else ask each second, in turn a question and a cry for help, and wait for all answers."""
    asked = {CRY: Asked(), QUESTION: Asked()}
    jobs = []
    begun = time.monotonic()
    for number in range(int(seconds / _PAUSE)):
        text = CRY if number % 2 else QUESTION
        jobs.append(asyncio.create_task(_one(ask, asked[text], f"{name}-{number % 6}", text)))
        await asyncio.sleep(max(0.0, begun + (number + 1) * _PAUSE - time.monotonic()))
    await asyncio.gather(*jobs)
    return {"cries": asked[CRY].summary(), "questions": asked[QUESTION].summary()}


async def _one(ask: Ask, asked: Asked, who: str, text: str) -> None:
    begun = time.monotonic()
    try:
        said = await asyncio.wait_for(ask(who, text), _LATEST)
    except (asyncio.TimeoutError, aiohttp.ClientError):
        asked.silent += 1
        return
    asked.waits.append(time.monotonic() - begun)
    wanted = "+62" if text == CRY else "P3MI"
    asked.odd += wanted not in said


@contextlib.contextmanager
def paused(redis: RedisServer) -> Iterator[None]:
    """Redis answers nothing."""
    redis.pause()
    try:
        yield
    finally:
        redis.go_on()


@contextlib.contextmanager
def ended(redis: RedisServer) -> Iterator[None]:
    """Redis is killed, and started again with nothing in it."""
    redis.stop()
    try:
        yield
    finally:
        redis.start()


@contextlib.asynccontextmanager
async def serving(home: Path, **places: str) -> AsyncIterator[Ask]:
    """`mawas serve`, and how it is asked."""
    served = await asyncio.to_thread(ServeProcess, home, home / "log", 1, **places)
    url = f"http://127.0.0.1:{served.port}/webhooks/rest/webhook"
    try:
        async with aiohttp.ClientSession() as session:

            async def ask(who: str, text: str) -> str:
                async with session.post(url, json={"sender": who, "message": text}) as answer:
                    return "\n".join(each.get("text", "") for each in await answer.json())

            yield ask
    finally:
        served.stop()


@contextlib.asynccontextmanager
async def chatting(home: Path, **places: str) -> AsyncIterator[Ask]:
    """The Telegram bot, and how it is asked."""
    async with TelegramServer(NO_LIMITS) as server:
        settings = {"MAWAS_TELEGRAM_TOKEN": server.token, "MAWAS_TELEGRAM_API": server.url}
        words = ["--real", "--unlimited"]
        child = await asyncio.to_thread(
            Child, telegram_worker.main, [words], home, home / "log", **settings, **places
        )
        numbers: dict[str, int] = {}
        try:
            await asyncio.to_thread(child.wait_for, telegram_worker.READY)

            async def ask(who: str, text: str) -> str:
                person = server.person(
                    numbers.setdefault(who, _FIRST_PERSON + len(numbers)), "Warga"
                )
                tag = f"{person.id % 1000}-{len(person.chat.events)}"
                person.says(f"{text} #{tag}")
                while True:
                    for message in person.answers():
                        if message.get("text", "").startswith(f"#{tag} "):
                            return str(message["text"])
                    await asyncio.sleep(0.02)

            yield ask
        finally:
            child.kill()


async def outages(home: Path, seconds: float) -> dict[str, Any]:
    """Each kind of outage below each service."""
    figures: dict[str, Any] = {}
    with postgresql() as url, RedisServer() as redis:
        places = {"MAWAS_DB_URL": url, "MAWAS_REDIS_URL": redis.url}
        kinds: dict[str, Callable[[], AbstractContextManager[None]]] = {
            "nothing": contextlib.nullcontext,
            "postgresql silent": lambda: standing_still(url),
            "postgresql killed": lambda: gone(url),
            "redis silent": lambda: paused(redis),
            "redis killed": lambda: ended(redis),
        }
        for name, open_service in (("serve", serving), ("telegram", chatting)):
            async with open_service(home, **places) as ask:
                # The first of each kind loads what is loaded late.
                await during(ask, 4, "awal")
                for kind, away in kinds.items():
                    length = 6 if kind == "nothing" else seconds
                    with away():
                        meanwhile = asyncio.create_task(during(ask, length, kind))
                        await asyncio.sleep(length)
                    figures[f"{name}, {kind}"] = await meanwhile
                    figures[f"{name}, after {kind}"] = await during(ask, 6, kind)
                    print(name, kind, file=sys.stderr, flush=True)
    return figures


def main() -> int:
    """Measure and print. Returns 1 when a cry for help was not answered as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.outage", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="of each outage, at most 120")
    options = parser.parse_args()
    seconds = min(max(options.seconds, 2.0), 120.0)
    with tempfile.TemporaryDirectory(prefix="mawas-outage-") as folder:
        home = home_at(Settings.from_environment().home, Path(folder) / "home")
        figures = asyncio.run(outages(home, seconds))
    for name, each in figures.items():
        print(f"{name}: {json.dumps(each)}")
    cries = [each["cries"] for each in figures.values()]
    return int(any(each["silent"] or each["odd"] for each in cries))


if __name__ == "__main__":
    sys.exit(main())
