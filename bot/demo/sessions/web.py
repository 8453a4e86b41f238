"""The reports' page and files: all sessions, PDF and CSV of each, and what the facilitator takes out. For windows on this laptop only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from aiohttp import web

from actions.dates import in_words
from bot.demo.guard import UNREADABLE, json_object
from bot.demo.part import Json, PartError
from bot.demo.paths import STATIC
from bot.demo.waiting import opened

if TYPE_CHECKING:
    from bot.demo.sessions.report import Report
    from bot.demo.sessions.store import SessionStore

_UNKNOWN = "Pertemuan ini tidak ada lagi. Muat ulang halaman ini."
_IS_ON = "Pertemuan ini masih berjalan. Selesaikan dulu lewat menu."
_CHANGED_IN_MENU = "Pertemuan ini masih berjalan. Ubah datanya lewat menu (M)."
_FONTS = "Huruf untuk PDF tidak ditemukan. Saran: jalankan ./mawas doctor."


def add_routes(
    router: web.UrlDispatcher,
    sessions: Callable[[], SessionStore | None],
    current: Callable[[], str | None],
    today: Callable[[], date],
) -> None:
    """Add GET /laporan, /api/laporan, /laporan/ID.pdf, /laporan/ID.csv, POST /api/laporan/hapus, /api/laporan/ubah.

    Bodies: {"id", "number" or nothing}, and {"id", "place", "date", "people"}.

    Args:
        router: of the application for this laptop.
        sessions: where they are kept; None while it is not open yet.
        current: id of the session that is on.
        today: printed on reports.
    """
    desk = _Desk(sessions, current, today)
    router.add_get("/laporan", desk.page)
    router.add_get("/api/laporan", desk.listed)
    router.add_get(r"/laporan/{id:\w+}.{kind:pdf|csv}", desk.file)
    router.add_post("/api/laporan/hapus", desk.remove)
    router.add_post("/api/laporan/ubah", desk.change)


class _Desk:
    def __init__(
        self,
        sessions: Callable[[], SessionStore | None],
        current: Callable[[], str | None],
        today: Callable[[], date],
    ) -> None:
        self._sessions = sessions
        self._current = current
        self._today = today

    async def page(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "laporan.html")

    async def listed(self, _: web.Request) -> web.Response:
        store = opened(self._sessions())
        from bot.demo.sessions.report import report_of

        def work() -> list[Json]:
            newest_first = reversed(store.sessions())
            return [
                _shown(report_of(each, store.knowledge, self._today())) for each in newest_first
            ]

        return web.json_response({"sessions": await asyncio.to_thread(work)})

    async def file(self, request: web.Request) -> web.Response:
        store, id_ = opened(self._sessions()), request.match_info["id"]
        is_pdf = request.match_info["kind"] == "pdf"
        from bot.demo.sessions.report import report_of

        def work() -> tuple[bytes, str]:
            session = store.session(id_)
            if session is None:
                raise PartError(_UNKNOWN)
            report = report_of(session, store.knowledge, self._today())
            return (_pdf if is_pdf else _csv)(report), report.file_name

        data, name = await asyncio.to_thread(work)
        how = f'attachment; filename="{name}.{request.match_info["kind"]}"'
        return web.Response(
            body=data,
            content_type="application/pdf" if is_pdf else "text/csv",
            charset=None if is_pdf else "utf-8",
            headers={"Content-Disposition": how},
        )

    async def remove(self, request: web.Request) -> web.Response:
        store, given = opened(self._sessions()), await json_object(request)
        id_, number = str(given.get("id")), given.get("number")
        if number is not None and not isinstance(number, int):
            raise PartError(UNREADABLE)
        if await asyncio.to_thread(store.session, id_) is None:
            raise PartError(_UNKNOWN)
        if number is not None:
            await asyncio.to_thread(store.drop_question, id_, number)
        elif id_ == self._current():
            raise PartError(_IS_ON)
        else:
            await asyncio.to_thread(store.delete, id_)
        return web.json_response({"ok": True})

    async def change(self, request: web.Request) -> web.Response:
        store, given = opened(self._sessions()), await json_object(request)
        id_ = str(given.pop("id", None))
        if id_ == self._current():
            raise PartError(_CHANGED_IN_MENU)
        if await asyncio.to_thread(store.session, id_) is None:
            raise PartError(_UNKNOWN)
        await asyncio.to_thread(store.change, id_, given)
        return web.json_response({"ok": True})


def _pdf(report: Report) -> bytes:
    # Read late: the page must be there at once.
    from bot.demo.sessions.report_pdf import pdf_of

    try:
        return pdf_of(report)
    except FileNotFoundError:
        raise PartError(_FONTS) from None


def _csv(report: Report) -> bytes:
    from bot.demo.sessions.report_csv import csv_of

    return csv_of(report)


def _shown(report: Report) -> Json:
    about = report.session.about
    return {
        "id": report.session.id,
        "place": about.place,
        "where": ", ".join(filter(None, (about.district, report.province))),
        "date": in_words(about.held_on),
        "held_on": about.held_on.isoformat(),
        "people": about.people,
        "running": report.session.ended is None,
        "before": report.before.percent,
        "after": report.after.percent,
        "quiz": report.quiz.percent,
        "questions": [{"number": number, "text": text} for number, text in report.open.items()],
    }
