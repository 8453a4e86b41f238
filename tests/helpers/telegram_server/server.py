"""The server: real HTTP on loopback, for the tests and for people who try `mawas telegram` without Telegram."""

from __future__ import annotations

import asyncio
import inspect
import time
from http import HTTPStatus
from types import TracebackType
from typing import Any

from aiohttp import web

from tests.helpers.telegram_server.account import Account
from tests.helpers.telegram_server.calls import Call, methods
from tests.helpers.telegram_server.errors import (
    ApiError,
    not_found,
    too_many_requests,
    unauthorized,
)
from tests.helpers.telegram_server.faults import Fault, Faults, Plan
from tests.helpers.telegram_server.limits import Governor, Limits
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.people import Group, Person
from tests.helpers.telegram_server.updates import UpdateQueue
from tests.helpers.telegram_server.webhook import Webhook
from tests.helpers.telegram_server.world import World

TOKEN = "7000000001:AAUjiCobaMawas_token-yang-bukan-rahasia"
_LARGEST_BODY = 60 * 1024 * 1024
_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)


class TelegramServer:
    """A strict Bot API server for one bot.

    Attributes:
        token: what the bot must know.
        revoked: the token is refused from now on.
        world: chats and their messages.
        updates: the queue.
        webhook: posts updates when one is set.
        account: commands, pressed buttons.
        faults: what goes wrong.
        governor: counts what was sent.
        calls: every request but getUpdates, in the order of the answers.
        polls: getUpdates that were answered.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        plan: Plan | None = None,
        *,
        token: str = TOKEN,
        pause: float = 3.0,
    ) -> None:
        """Make a server that is not started yet.

        Args:
            limits: Telegram's own when none are given.
            plan: nothing goes wrong without one.
            token: of the only bot.
            pause: least time between two conflicts (s).
        """
        self.token = token
        self.revoked = False
        self.world = World()
        self.faults = Faults(plan)
        self.updates = UpdateQueue(self.faults, pause)
        self.webhook = Webhook(self.updates)
        self.account = Account(self.world)
        self.governor = Governor(limits or Limits())
        self.calls: list[Call] = []
        self.polls = 0
        self.url = ""
        self._queries = 0
        self._people: dict[int, Person] = {}
        self._runner: web.AppRunner | None = None
        self._methods = methods(self.world, self.governor, self.account, self.updates, self.webhook)

    async def __aenter__(self) -> TelegramServer:
        """Start on a free port."""
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; `url` is the address for MAWAS_TELEGRAM_API."""
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        app.router.add_get("/file/bot{token}/{path:.+}", self._downloaded)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, shutdown_timeout=0.1)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Let go of everything."""
        self.updates.close()
        await self.webhook.stop()
        if self._runner:
            await self._runner.cleanup()

    def person(self, user_id: int, name: str = "Sari") -> Person:
        """Somebody who uses the bot; the same for the same id."""
        if user_id not in self._people:
            self._people[user_id] = Person(self, user_id, name)
        return self._people[user_id]

    def group(self, chat_id: int, title: str = "Warga Desa") -> Group:
        """A group that the bot is in."""
        return Group(self, chat_id, title)

    def query_id(self) -> str:
        """The id of a button that is pressed now."""
        self._queries += 1
        query = f"4382{self._queries:012d}"
        self.account.open_queries.add(query)
        return query

    @property
    def bad_requests(self) -> list[Call]:
        """What a correct bot never causes: every 400."""
        return [call for call in self.calls if call.status == HTTPStatus.BAD_REQUEST]

    def called(self, method: str) -> list[Call]:
        """The requests of a method that succeeded."""
        return [
            call
            for call in self.calls
            if call.method.lower() == method.lower() and call.status == HTTPStatus.OK
        ]

    async def _called(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token or self.revoked:
            return self._failed(method, {}, unauthorized())
        try:
            params = await Params.read(request)
        except ConnectionResetError:
            # The bot was killed in the middle of its request.
            return web.Response()
        await asyncio.sleep(self.faults.delay())
        fault = self.faults.next(method)
        if fault is Fault.BAD_GATEWAY:
            self._note(Call(time.monotonic(), method, params.values, HTTPStatus.BAD_GATEWAY))
            return web.Response(
                status=HTTPStatus.BAD_GATEWAY, text=_BAD_GATEWAY, content_type="text/html"
            )
        if fault is Fault.TOO_MANY:
            return self._failed(
                method, params.values, too_many_requests(self.faults.plan.retry_after)
            )
        if fault is Fault.RESET:
            self._note(Call(time.monotonic(), method, params.values, 0))
            return _broken(request)
        try:
            result, more = await self._answer(method, params)
        except ApiError as error:
            return self._failed(method, params.values, error)
        heard = fault is not Fault.RESET_AFTER
        self._note(Call(time.monotonic(), method, params.values, HTTPStatus.OK, "", result, heard))
        return (
            web.json_response({"ok": True, "result": result, **more}) if heard else _broken(request)
        )

    async def _answer(self, method: str, params: Params) -> tuple[Any, dict[str, str]]:
        name = method.lower()
        if name in ("setwebhook", "deletewebhook"):
            if name == "deletewebhook":
                params.values.pop("url", None)
            return True, {"description": self.webhook.set(params)}
        if name not in self._methods:
            raise not_found("method not found")
        result = self._methods[name](params)
        return (await result if inspect.isawaitable(result) else result), {}

    async def _downloaded(self, request: web.Request) -> web.StreamResponse:
        file_id = self.world.paths.get(request.match_info["path"])
        if request.match_info["token"] != self.token or self.revoked or file_id is None:
            return web.json_response(not_found("not Found").as_dict(), status=HTTPStatus.NOT_FOUND)
        await asyncio.sleep(self.faults.delay())
        fault = self.faults.next("file")
        if fault in (Fault.RESET, Fault.RESET_AFTER):
            return _broken(request)
        if fault:
            return web.Response(status=HTTPStatus.BAD_GATEWAY, text=_BAD_GATEWAY)
        return web.Response(body=self.world.files[file_id])

    def _failed(self, method: str, values: dict[str, str], error: ApiError) -> web.Response:
        self._note(Call(time.monotonic(), method, values, error.code, error.description))
        return web.json_response(error.as_dict(), status=error.code)

    def _note(self, call: Call) -> None:
        if call.method.lower() == "getupdates":
            self.polls += 1
        else:
            self.calls.append(call)


def _broken(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
