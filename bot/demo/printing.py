"""The page for paper: what can be printed, and each sheet as a PDF file. For windows on this laptop only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from aiohttp import web

from bot.demo.part import Json, PartError
from bot.demo.paths import STATIC
from bot.demo.waiting import opened
from bot.errors import SettingsError
from bot.settings import bot_link

if TYPE_CHECKING:
    from actions.paper.parts import Material
    from actions.paper.sheets import Sheet
    from actions.paper.style import Format
    from knowledge.store import Store

_NO_LINK = "Tulis dulu alamat bot, misalnya https://t.me/nama_bot."
_NO_COUNTRY = "Pilih dulu negaranya."
_WRONG_CODE = "Kode pertemuan hanya huruf, angka, - dan _."
_UNKNOWN = "Lembar ini tidak ada. Muat ulang halaman ini."


def add_routes(
    router: web.UrlDispatcher,
    store: Callable[[], Store | None],
    link: str | None,
    today: Callable[[], date],
) -> None:
    """Add GET /cetak, /api/cetak, and /cetak/lembar.pdf?kind=&size=&bw=&country=&link=&session=.

    Args:
        router: of the application for this laptop.
        store: where records are read; None while it is not open yet.
        link: address of the bot by the settings; None where it is not set.
        today: printed on the sheets.
    """
    desk = _Desk(store, link, today)
    router.add_get("/cetak", desk.page)
    router.add_get("/api/cetak", desk.offered)
    router.add_get("/cetak/lembar.pdf", desk.file)


class _Desk:
    def __init__(
        self, store: Callable[[], Store | None], link: str | None, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._link = link
        self._today = today

    async def page(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "cetak.html")

    async def offered(self, _: web.Request) -> web.Response:
        store = opened(self._store())

        def work() -> list[Json]:
            rows = sorted(store.countries(), key=lambda row: row.name)
            return [{"code": row.country, "name": row.name} for row in rows]

        countries = await asyncio.to_thread(work)
        return web.json_response({"countries": countries, "link": self._link})

    async def file(self, request: web.Request) -> web.Response:
        store, asked = opened(self._store()), request.query

        def work() -> tuple[bytes, str]:
            # Read late: the page must be there at once.
            from actions.paper.parts import Material
            from actions.paper.sheets import draw, file_name
            from actions.paper.words import PaperWords

            material = Material(store, PaperWords.load(), self._today())
            sheet, form = self._sheet(material, asked), _form(asked)
            try:
                return draw(material, sheet, form).bytes(), file_name(material, sheet, form)
            except LookupError:
                raise PartError(_UNKNOWN) from None

        data, name = await asyncio.to_thread(work)
        return web.Response(
            body=data,
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def _sheet(self, material: Material, asked: Mapping[str, str]) -> Sheet:
        from actions.paper import sheets
        from actions.paper.qr import start_link

        kind = asked.get("kind", "")
        if kind == sheets.CARDS and not material.store.country(asked.get("country", "")):
            raise PartError(_NO_COUNTRY)
        if kind != sheets.POSTER:
            return sheets.Sheet(kind, country=asked.get("country"))
        try:
            link = bot_link("Alamat bot", asked.get("link")) or self._link
            if not link:
                raise PartError(_NO_LINK)
            session = asked.get("session") or None
            start_link(link, session)
        except SettingsError as error:
            raise PartError(str(error)) from None
        except ValueError:
            raise PartError(_WRONG_CODE) from None
        return sheets.Sheet(kind, link=link, session=session)


def _form(asked: Mapping[str, str]) -> Format:
    from actions.paper.style import A4, BLACK, COLOUR, SIZES, Format

    size = asked.get("size", A4)
    if size not in SIZES:
        raise PartError(_UNKNOWN)
    return Format(size, BLACK if asked.get("bw") == "1" else COLOUR)
