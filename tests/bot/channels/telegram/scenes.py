"""What the tests of the fake server share: the real python-telegram-bot, led to it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable

from PIL import Image
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.helpers.telegram_server import NO_LIMITS, Limits, Plan, TelegramServer

SARI, BUDI = 1001, 1002
Scene = Callable[[TelegramServer, Bot], Awaitable[None]]


def bot_of(server: TelegramServer, token: str | None = None) -> Bot:
    """The real client, led to the fake server."""
    return Bot(
        token or server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
    )


def play(scene: Scene, limits: Limits = NO_LIMITS, plan: Plan | None = None) -> TelegramServer:
    """Run a scene with a server to which Sari has written."""

    async def run() -> TelegramServer:
        async with TelegramServer(limits, plan, pause=0.02) as server:
            server.person(SARI).says("halo")
            async with bot_of(server) as bot:
                await scene(server, bot)
            return server

    return asyncio.run(run())


def keyboard(data: str = "1", text: str = "Lanjut") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


def picture(width: int = 40, height: int = 30) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()
