"""Talks over Rasa's REST channel: the same client for plain Rasa and for Mawas."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import aiohttp

from bot.bench.errors import MeasureError, check_answered

PATH = "/webhooks/rest/webhook"
_SECONDS = aiohttp.ClientTimeout(total=120)


class RestClient:
    """Sends messages to a server; an asynchronous context manager."""

    def __init__(self, what: str, url: str) -> None:
        """Keep the name of the server for people, and its address without a path."""
        self._what = what
        self._url = url + PATH
        # Messages, and those of them that were answered with nothing.
        self._said = self._empty = 0

    async def __aenter__(self) -> RestClient:
        """Open connections as they are needed."""
        self._session = aiohttp.ClientSession(timeout=_SECONDS)
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close them.

        Raises:
            MeasureError: too many messages were answered with nothing.
        """
        await self._session.close()
        if error[0] is None:
            check_answered(self._what, self._said, self._empty)

    async def say(self, sender: str, text: str) -> float:
        """Milliseconds until the answer to a message was there.

        Raises:
            MeasureError: the server answered with an error, or not at all.
        """
        start = time.perf_counter()
        try:
            async with self._session.post(
                self._url, json={"sender": sender, "message": text}
            ) as response:
                answer = await response.json()
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise MeasureError(
                f"{self._what} tidak menjawab lewat HTTP ({type(error).__name__}). Saran: jalankan lagi, satu ukuran saja dengan --only."
            ) from error
        if response.status != 200:
            raise MeasureError(
                f"{self._what} menjawab dengan status {response.status}. Saran: jalankan ./mawas doctor."
            )
        self._said += 1
        self._empty += not answer
        return (time.perf_counter() - start) * 1000

    async def talk(self, chats: Sequence[Sequence[tuple[str, str]]]) -> float:
        """Seconds until all had their answers: (sender, message) in the order of each chat, which waits for an answer before it goes on."""

        async def chat(said: Sequence[tuple[str, str]]) -> None:
            for sender, text in said:
                await self.say(sender, text)

        start = time.perf_counter()
        await asyncio.gather(*map(chat, chats))
        return time.perf_counter() - start
