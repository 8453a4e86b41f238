"""The routes: the facilitator's application for this laptop, and the handsets' own, which can read and vote and nothing else."""

from __future__ import annotations

import mimetypes
import time
from typing import Any

from aiohttp import web

from actions.dates import today
from bot.demo import printing, views
from bot.demo.devices import Rates
from bot.demo.guard import UNREADABLE, guarded_app, json_object
from bot.demo.hall import Hall
from bot.demo.part import Json, PartError
from bot.demo.paths import STATIC
from bot.demo.phones import token_of
from bot.demo.sessions import web as reports

# A minute, of one address: a hundred handsets behind one router come in at once, each with a page of some twenty files.
MOST_REQUESTS = 3000
PAGES = {"/mulai": "mulai.html", "/layar": "layar.html", "/catatan": "catatan.html"}


def facilitator_app(hall: Hall) -> web.Application:
    """For windows on this laptop.

    Args:
        hall: what is on.
    """
    app = guarded_app(lambda: hall.local_hosts)
    router = app.router
    _add_static(router)
    for path, file in PAGES.items():
        router.add_get(path, _page(file))

    async def start(_: web.Request) -> web.Response:
        raise web.HTTPFound("/layar" if hall.stage.shown else "/mulai")

    async def act(request: web.Request) -> web.Response:
        target, do, value = _act_in(await json_object(request))
        await hall.act(target, do, value)
        return web.json_response({"ok": True})

    async def wall_events(request: web.Request) -> web.StreamResponse:
        return await hall.windows.serve(
            request, lambda: {**views.wall(hall.stage), "handsets": hall.handsets}
        )

    async def notes_events(request: web.Request) -> web.StreamResponse:
        return await hall.windows.serve(request, lambda: views.notes(hall.stage, hall.handsets))

    async def menu(_: web.Request) -> web.Response:
        return web.json_response(
            {
                "kinds": views.menu(hall.stage, hall.store),
                "provinces": views.provinces(hall.store),
                "running": await hall.running(),
                "about": hall.stage.shown.about if hall.stage.shown else None,
            }
        )

    async def code_picture(_: web.Request) -> web.Response:
        return web.Response(body=hall.code_picture(), content_type="image/svg+xml")

    router.add_get("/", start)
    router.add_post("/api/act", act)
    router.add_get("/api/events/layar", wall_events)
    router.add_get("/api/events/catatan", notes_events)
    router.add_get("/api/menu", menu)
    router.add_get("/api/qr.svg", code_picture)
    reports.add_routes(router, lambda: hall.sessions, lambda: hall.session, today)
    printing.add_routes(router, lambda: hall.store, hall.bot_link, today)
    return app


def handset_app(hall: Hall) -> web.Application:
    """For handsets on the laptop's hotspot.

    Args:
        hall: what is on; `Hall.open_to_handsets` was called.
    """
    app = guarded_app(lambda: hall.handset_hosts, Rates(MOST_REQUESTS, time.monotonic))
    router = app.router
    _add_static(router)
    router.add_get("/", _page("hp.html"))

    async def events(request: web.Request) -> web.StreamResponse:
        token, code = token_of(request), request.query.get("kode", "")
        if not hall.phones.accepts(code, request.remote or "", token):
            # 204 is what tells a window not to ask again by itself.
            return web.Response(status=204)

        def view() -> Json:
            shown = views.handset(hall.stage)
            return {**shown, "chosen": hall.phones.chosen(token, shown["question"])}

        with hall.phones.devices.window(token, request.remote or ""):
            return await hall.handset_windows.serve(request, view)

    router.add_get("/api/events/hp", events)
    hall.phones.add_routes(router, lambda: views.handset(hall.stage)["question"])
    return app


def _add_static(router: web.UrlDispatcher) -> None:
    # On Windows the registry may say that scripts are plain text, which browsers then refuse.
    mimetypes.add_type("text/javascript", ".js")
    mimetypes.add_type("text/css", ".css")
    # Only what is there at the start: no path that somebody sends is ever looked up on the disk.
    files = {file.relative_to(STATIC).as_posix(): file for file in STATIC.rglob("*.*")}

    async def file(request: web.Request) -> web.FileResponse:
        try:
            return web.FileResponse(files[request.match_info["name"]])
        except KeyError:
            raise web.HTTPNotFound from None

    router.add_get("/static/{name:.+}", file)


def _page(file: str) -> Any:
    async def page(_: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / file)

    return page


def _act_in(body: dict[str, Any]) -> tuple[str, str, Any]:
    target, do = body.get("target"), body.get("do")
    if target not in ("stage", "part") or not isinstance(do, str):
        raise PartError(UNREADABLE)
    return target, do, body.get("value")
