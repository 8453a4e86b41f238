"""What every answer and every request must satisfy: nothing of the page reaches another site, and no other site reaches the page."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiohttp import web

from bot.clean import sound
from bot.demo.devices import Rate, Rates, Refused
from bot.demo.part import PartError
from bot.doors.answers import FOR_PEOPLE, with_headers
from bot.doors.body import arrived
from bot.doors.browsers import is_of_another_page

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024
_PORT_OF_HTTP = 80
_READING = ("GET", "HEAD")
_WRONG_HOST = (
    "Alamat ini tidak dikenal. Buka halaman lewat alamat yang tampil saat Mawas dijalankan."
)
_OTHER_SITE = "Ditolak: permintaan datang dari halaman lain."
UNREADABLE = "Perintah tidak terbaca. Muat ulang halaman ini."
_TROUBLE = "Ada yang gagal di Mawas. Coba sekali lagi."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guarded_app(
    hosts: Callable[[], frozenset[str]], requests: Rates | None = None
) -> web.Application:
    """An application without routes.

    Args:
        hosts: what `hosts_at` gives: under which it may be called. A site of somebody else whose name was pointed at this computer
            (DNS rebinding) calls it by that name, and is refused.
        requests: how many one address may make; None: any number.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if requests is not None and not _admits(requests.of(request.remote or "")):
            return web.json_response({"error": str(Refused(429))}, status=429)
        if request.host not in hosts():
            return web.Response(status=421, text=_WRONG_HOST)
        if is_of_another_page(request):
            return web.json_response({"error": _OTHER_SITE}, status=403)
        if request.method not in _READING:
            # Another program of this laptop has another port: the whole origin counts here.
            origin = request.headers.get("Origin")
            is_other = origin is not None and _bare(origin) != _bare(f"http://{request.host}")
            if is_other or request.content_type != "application/json":
                return web.json_response({"error": _OTHER_SITE}, status=403)
        try:
            return await handler(request)
        except PartError as error:
            return web.json_response({"error": str(error)}, status=409)
        except web.HTTPException:
            raise
        except Exception as error:
            # What was typed must not reach the log, and an exception's message may quote it.
            # Nor a path, which may hold a line end.
            logger.error("%s failed: %s", _route(request), type(error).__name__)
            return web.json_response({"error": _TROUBLE}, status=500)

    app = web.Application(middlewares=[guard], client_max_size=MOST_BYTES)
    with_headers(app, FOR_PEOPLE)
    return app


def _admits(rate: Rate) -> bool:
    """Whether one more request may come; it is noted then."""
    if rate.is_full():
        return False
    rate.note()
    return True


def hosts_at(names: Iterable[str], port: int) -> frozenset[str]:
    """What a request may name as its host when a page is served at a port: browsers leave out that of HTTP."""
    named = frozenset(f"{name}:{port}" for name in names)
    return named | frozenset(map(_bare, named))


def _bare(address: str) -> str:
    return address.removesuffix(f":{_PORT_OF_HTTP}")


async def json_object(request: web.Request) -> dict[str, Any]:
    """The JSON object that came with a request.

    Raises:
        PartError: something else came.
        aiohttp.web.HTTPException: it is too large, or does not come.
    """
    try:
        body = _sound(json.loads(await (await arrived(request)).text()))
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise PartError(UNREADABLE)
    return body


def _route(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return resource.canonical if resource else "?"


def _sound(value: Any) -> Any:
    """JSON without what it can spell and what no database and no table takes: halves of letters, and the character zero."""
    if isinstance(value, str):
        return sound(value).replace("\0", " ")
    if isinstance(value, list):
        return [_sound(each) for each in value]
    if isinstance(value, dict):
        return {_sound(key): _sound(each) for key, each in value.items()}
    return value
