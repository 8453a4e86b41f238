"""Rasa's endpoints that tell of model and conversations: only with the operator's token."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from aiohttp import web

from bot.channels.rest.errors import RASA
from bot.channels.rest.requests import RefusedError, read, text_of

_EVENTS = "AFTER_RESTART"
_SCHEME = "Bearer "


class Inspected(Protocol):
    """Part of `bot.conversation.Conversation`."""

    def domain(self) -> dict[str, Any]:
        """The domain, as Rasa writes it."""

    def model(self) -> dict[str, str]:
        """Which model answers."""

    async def parse(self, text: str) -> dict[str, Any]:
        """How a text is understood, as Rasa writes it."""

    def state(self, sender: str, events: str) -> dict[str, Any] | None:
        """A conversation as Rasa writes it; None where there is none."""


class ModelEndpoints:
    """The endpoints that look and change nothing; what Rasa has to change models and conversations would go past the locks.

    Args:
        inspected: the conversation that answers now.
        sender: the pseudonym of what programs call a person.
        token: of the operator.
    """

    def __init__(
        self, inspected: Callable[[], Inspected], sender: Callable[[str], str], token: str
    ) -> None:
        """Nothing is served yet."""
        self._inspected = inspected
        self._sender = sender
        self._token = token.encode()

    def add_to(self, app: web.Application) -> None:
        """Serve them in an application."""
        router = app.router
        router.add_get("/version", self._with_token(self._version))
        router.add_get("/status", self._with_token(self._status))
        router.add_get("/domain", self._with_token(self._domain))
        router.add_get("/conversations/{name:.+}/tracker", self._with_token(self._tracker))
        router.add_post("/model/parse", self._with_token(self._parse))

    def _with_token(
        self, answer: Callable[[web.Request], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def checked(request: web.Request) -> web.Response:
            # As Rasa has it in the address, or where proxies do not write it into their logs.
            given = request.headers.get("Authorization", "").removeprefix(_SCHEME)
            given = given or request.query.get("token", "")
            if not hmac.compare_digest(given.encode("utf-8", "replace"), self._token):
                raise RefusedError(
                    401,
                    "NotAuthenticated",
                    "Token salah atau tidak ada. Saran: kirim Authorization: Bearer dengan MAWAS_API_TOKEN.",
                )
            return await answer(request)

        return checked

    async def _version(self, _: web.Request) -> web.Response:
        return web.json_response({"version": RASA})

    async def _status(self, _: web.Request) -> web.Response:
        return web.json_response({**self._inspected().model(), "num_active_training_jobs": 0})

    async def _domain(self, _: web.Request) -> web.Response:
        return web.json_response(self._inspected().domain())

    async def _parse(self, request: web.Request) -> web.Response:
        return web.json_response(
            await self._inspected().parse(text_of(await read(request), "text"))
        )

    async def _tracker(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        events = request.query.get("include_events", _EVENTS).upper()
        try:
            state = self._inspected().state(self._sender(name), events)
        except KeyError:
            raise RefusedError(
                400,
                "BadRequest",
                "include_events tidak dikenal. Saran: ALL, APPLIED, AFTER_RESTART, atau NONE.",
            ) from None
        if state is None:
            raise RefusedError(
                404, "NotFound", "Percakapan itu tidak ada. Saran: periksa nama sender."
            )
        return web.json_response({**state, "sender_id": name})
