"""The application: answers messages as Rasa's REST channel does, by the one door to Rasa."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web

from bot.channels.rest import errors
from bot.channels.rest.answers import as_mawas, as_rasa
from bot.channels.rest.log_lines import event
from bot.channels.rest.requests import CHANNEL, MOST_BYTES, Asked, RefusedError, asked, read
from bot.doors.answers import FOR_PROGRAMS, with_headers
from bot.doors.browsers import is_of_another_page, is_rebound
from bot.health_page import FALLBACK, OK, PATH
from bot.json_lines import json_line
from bot.messages import Incoming, Turn
from bot.pseudonym import Pseudonyms

REST, MAWAS = "/webhooks/rest", "/webhooks/mawas"
# Messages in hand at once: more would wait for seconds. Who asked hears that, and asks again.
MOST_WAITING = 500
# Of these, messages of one person, who is answered one after the other: nobody shall take the places of all.
MOST_OF_ONE = 20
_RETRY_SECONDS = "1"
_OTHERS = "Halaman lain tidak boleh bertanya di sini. Saran: halaman sendiri lewat proxy yang meneruskan Host seperti yang diketik orang."


class Answering(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""


@dataclass
class Counts:
    """Counts since the start.

    Attributes:
        answered: messages that were answered.
        urgent: of these, answers to somebody who may be in danger.
        failed: of these, answers that are an apology.
        refused: requests that could not be used, or came while too many waited.
        waiting: messages in hand.
    """

    answered: int = 0
    urgent: int = 0
    failed: int = 0
    refused: int = 0
    waiting: int = 0

    def as_dict(self, is_whole: bool) -> dict[str, int | str]:
        """The counts, and "ok" or "fallback": while a database is away all is well, for somebody in danger is still answered.

        Args:
            is_whole: everybody is answered; else only who is in danger.
        """
        return {"status": OK if is_whole else FALLBACK, **vars(self)}


class Front:
    """Takes messages of programs and answers them.

    Args:
        conversation: answers.
        is_intent: whether a name is one of the model's intents.
        pseudonyms: turn what programs call a person into what is kept.
        is_whole: whether everybody is answered, or only who is in danger.
    """

    def __init__(
        self,
        conversation: Answering,
        is_intent: Callable[[str], bool],
        pseudonyms: Pseudonyms,
        is_whole: Callable[[], bool] = lambda: True,
    ) -> None:
        """Nothing is in hand."""
        self._conversation = conversation
        self._is_intent = is_intent
        self._pseudonyms = pseudonyms
        self._is_whole = is_whole
        self._waiting: Counter[str] = Counter()
        self.counts = Counts()

    def app(self) -> web.Application:
        """The application, to be served."""
        app = web.Application(client_max_size=MOST_BYTES, middlewares=[self._told])
        with_headers(app, FOR_PROGRAMS)
        for prefix, answer in ((REST, self._rest), (MAWAS, self._mawas)):
            app.router.add_get(f"{prefix}/", _well)
            app.router.add_post(f"{prefix}/webhook", answer)
        app.router.add_get(PATH, self._health)
        return app

    def sender(self, name: str) -> str:
        """The pseudonym under which the conversation of a person is kept."""
        return f"{CHANNEL}-{self._pseudonyms.of(CHANNEL, name)}"

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        message, turn = await self._turn(request)
        messages = as_rasa(message.sender, turn.replies)
        if request.query.get("stream", "").lower() in ("true", "1"):
            # Rasa sends a line for each; all are there at once here.
            lines = "".join(f"{json_line(each)}\n" for each in messages)
            return web.Response(text=lines, content_type="text/event-stream")
        return web.json_response(messages)

    async def _mawas(self, request: web.Request) -> web.StreamResponse:
        message, turn = await self._turn(request)
        return web.json_response(as_mawas(message.sender, turn))

    async def _turn(self, request: web.Request) -> tuple[Asked, Turn]:
        message = asked(await read(request), self._is_intent)
        sender = self.sender(message.sender)
        if self.counts.waiting >= MOST_WAITING or self._waiting[sender] >= MOST_OF_ONE:
            raise RefusedError(
                503, "Busy", "Terlalu banyak pesan. Saran: kirim lagi sebentar lagi."
            )
        incoming = Incoming(sender, message.text, message.kind, CHANNEL)
        self.counts.waiting += 1
        self._waiting[sender] += 1
        try:
            # Who goes away does not end the turn in its middle.
            turn = await asyncio.shield(self._conversation.turn(incoming))
        finally:
            self.counts.waiting -= 1
            self._waiting[sender] -= 1
            # Nothing is kept of who does not wait.
            self._waiting += Counter()
        self.counts.answered += 1
        self.counts.urgent += turn.crisis is not None
        self.counts.failed += turn.failed
        return message, turn

    def health(self) -> dict[str, int | str]:
        """How it is, with counts."""
        return self.counts.as_dict(self._is_whole())

    async def _health(self, _: web.Request) -> web.Response:
        health = self.health()
        return web.json_response(health, status=200 if health["status"] == OK else 503)

    @web.middleware
    async def _told(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Whatever cannot be answered is told as Rasa's server tells it."""
        try:
            _refuse_others_pages(request)
            answer: web.StreamResponse = await handler(request)
        except RefusedError as error:
            self.counts.refused += 1
            answer = errors.response(error.status, error.reason, error.message)
            if error.status == 503:
                answer.headers["Retry-After"] = _RETRY_SECONDS
        except web.HTTPException as error:
            self.counts.refused += 1
            answer = errors.of_http(error)
        except Exception as error:
            # Its words may quote what was written.
            event("trouble", logging.ERROR, error=error)
            answer = errors.response(
                500, "Trouble", "Ada gangguan. Saran: kirim lagi, dan periksa ./mawas doctor."
            )
        return answer


def _refuse_others_pages(request: web.Request) -> None:
    """A page that somebody opens on this computer may not ask in its name.

    Raises:
        RefusedError: a browser asks for a page of others.
    """
    if is_of_another_page(request) or is_rebound(request):
        raise RefusedError(403, "Forbidden", _OTHERS)


async def _well(_: web.Request) -> web.Response:
    return web.json_response({"status": OK})
