"""What every answer and every request must satisfy: nothing of the page reaches another site, and no other site reaches the page."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiohttp import web

from bot.demo.part import PartError

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024
HEADERS = {
    # Pictures of the assistant's cards come inside the state.
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PORT_OF_HTTP = 80
_READING = ("GET", "HEAD")
_WRONG_HOST = (
    "Alamat ini tidak dikenal. Buka halaman lewat alamat yang tampil saat Mawas dijalankan."
)
_OTHER_SITE = "Ditolak: permintaan datang dari halaman lain."
UNREADABLE = "Perintah tidak terbaca. Muat ulang halaman ini."
_TROUBLE = "Ada yang gagal di Mawas. Coba sekali lagi."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guarded_app(hosts: Callable[[], frozenset[str]]) -> web.Application:
    """An application without routes.

    Args:
        hosts: what `hosts_at` gives: under which it may be called. A site of somebody else whose name was pointed at this computer
            (DNS rebinding) calls it by that name, and is refused.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in hosts():
            return web.Response(status=421, text=_WRONG_HOST)
        if request.method not in _READING:
            # Browsers send the origin with everything that is no plain reading, and scripts of other sites cannot change it.
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
            logger.error("%s failed: %s", request.path, type(error).__name__)
            return web.json_response({"error": _TROUBLE}, status=500)

    app = web.Application(middlewares=[guard], client_max_size=MOST_BYTES)
    # aiohttp 3.9 names a wrong type for this list.
    app.on_response_prepare.append(_with_headers)  # type: ignore[arg-type]
    return app


def hosts_at(names: Iterable[str], port: int) -> frozenset[str]:
    """What a request may name as its host when a page is served at a port: browsers leave out that of HTTP."""
    named = frozenset(f"{name}:{port}" for name in names)
    return named | frozenset(map(_bare, named))


def _bare(address: str) -> str:
    return address.removesuffix(f":{_PORT_OF_HTTP}")


async def _with_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    # Counts and names of places must not stay in the cache of a borrowed laptop; a new version must not meet old scripts.
    response.headers.setdefault("Cache-Control", "no-store")


async def json_object(request: web.Request) -> dict[str, Any]:
    """The JSON object that came with a request.

    Raises:
        PartError: something else came.
    """
    try:
        body = json.loads(await request.text())
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise PartError(UNREADABLE)
    return body
