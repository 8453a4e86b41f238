"""The Telegram bot: every message that Telegram handed over is answered, in order, and remembered."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import sqlalchemy as sa

from bot.channels.telegram.people import People
from bot.database import engine_of
from bot.keeping.sets import CONVERSATIONS, EVENTS
from bot.pseudonym import Pseudonyms
from bot.settings import Settings
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child
from tests.faults.homes import home_at
from tests.helpers import telegram_worker
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.telegram_traffic import FIRST_CHAT, Traffic

_CHATS, _MESSAGES, _RATE = 5, 20, 20.0
_PATIENCE = 90.0
# Each its own, so that the order can be told from what is stored; no small talk, which leaves no trace of its own.
_WORDS = (
    "apa itu p3mi",
    "gaji di taiwan berapa",
    "bagaimana cara berangkat resmi ke malaysia",
    "biaya ke hong kong siapa yang bayar",
)


class Telegram(Activity):
    """The service with the trained assistant, on a server that answers like Telegram."""

    name = "telegram"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, with the model of that data folder."""
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"

    def measure(self) -> float:
        """Answer everybody undisturbed."""

        async def write() -> float:
            async with TelegramServer(NO_LIMITS, pause=0.05) as server:
                service = await self._started(server)
                try:
                    began = time.monotonic()
                    traffic = Traffic(server, _CHATS, words=_WORDS)
                    await traffic.write(_MESSAGES, _RATE)
                    await traffic.answered(_PATIENCE)
                    return time.monotonic() - began
                finally:
                    service.kill()

        length = asyncio.run(write())
        self._forget()
        return length

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill the bot while people write, start it again, wait until all are answered, and read what is stored."""
        return asyncio.run(self._kill_at(moment, number))

    async def _kill_at(self, moment: float, number: int) -> Found:
        async with TelegramServer(NO_LIMITS, pause=0.05) as server:
            service = await self._started(server)
            try:
                traffic = Traffic(server, _CHATS, seed=number, words=_WORDS)
                writing = asyncio.create_task(traffic.write(_MESSAGES, _RATE))
                await asyncio.sleep(moment)
                traffic.kills.append(time.monotonic())
                found = Found(service.kill())
                service = await self._started(server)
                await writing
                await traffic.answered(_PATIENCE)
                # What would be said twice is said now.
                await asyncio.sleep(0.5)
            except AssertionError as error:
                return Found(True, restarted=False, broken=[str(error)[:500]])
            finally:
                service.kill()
            verdict = traffic.verdict()
            for name, many in verdict.faults().items():
                found.lost.append(f"{name}: {many}")
            found.lost += self._not_stored(server, traffic)
            found.left = hidden(self._home)
        self._forget()
        return found

    async def _started(self, server: TelegramServer) -> Child:
        settings = {"MAWAS_TELEGRAM_TOKEN": server.token, "MAWAS_TELEGRAM_API": server.url}
        words = ["--real", "--unlimited", "--hasty"]
        service = await asyncio.to_thread(
            Child, telegram_worker.main, [words], self._home, self._log, **settings
        )
        await asyncio.to_thread(service.wait_for, telegram_worker.READY)
        return service

    def _not_stored(self, server: TelegramServer, traffic: Traffic) -> list[str]:
        """Chats of which what was said is not stored in order; one that was answered before and after the kill may stand there twice."""
        people = People(Pseudonyms.load(self._settings))
        wrong = []
        for chat in range(_CHATS):
            id_ = FIRST_CHAT + chat
            said = [
                event.message["text"].rpartition(" #")[0]
                for event in server.world.chats[id_].events
                if event.kind == "user"
            ]
            stored = self._stored(people.chat(id_))
            rest = iter(stored)
            if not all(text in rest for text in said) or len(stored) > len(said) + 1:
                wrong.append(f"chat {chat}: {len(said)} said, {len(stored)} stored")
        return wrong

    def _stored(self, sender: str) -> list[str]:
        engine = engine_of(CONVERSATIONS.url(self._settings))
        query = sa.select(EVENTS.c.data).where(
            EVENTS.c.sender_id == sender, EVENTS.c.type_name == "user"
        )
        with engine.begin() as connection:
            found = connection.execute(query.order_by(EVENTS.c.id)).scalars().all()
        engine.dispose()
        return [json.loads(data)["text"] for data in found]

    @property
    def _settings(self) -> Settings:
        return Settings.from_environment({"MAWAS_HOME": str(self._home)})

    def _forget(self) -> None:
        """Each server of Telegram's begins with the same numbers of updates."""
        for kept in (*self._home.glob("telegram.db*"), *self._home.glob("conversations.db*")):
            kept.unlink()
