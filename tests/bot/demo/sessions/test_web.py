from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.guard import guarded_app
from bot.demo.sessions.store import SessionStore
from bot.demo.sessions.web import add_routes
from tests.bot.demo.sessions.made import ABOUT, counted, held

Use = Callable[[TestClient], Awaitable[None]]


def _use(sessions: SessionStore | None, use: Use, current: str | None = None) -> None:
    async def work() -> None:
        hosts: set[str] = set()
        app: web.Application = guarded_app(lambda: frozenset(hosts))
        add_routes(app.router, lambda: sessions, lambda: current, lambda: date(2026, 11, 28))
        async with TestClient(TestServer(app)) as client:
            hosts.add(f"{client.host}:{client.port}")
            await use(client)

    asyncio.run(work())


def test_the_page_lists_every_session_the_newest_first(sessions: SessionStore) -> None:
    notebook = counted(12, 24, 30)
    notebook.unanswered("berapa biaya paspor?")
    held(sessions, notebook)
    running = sessions.begin({**ABOUT, "date": "2026-11-27"})

    async def use(client: TestClient) -> None:
        assert "laporan.js" in await (await client.get("/laporan")).text()
        first, second = (await (await client.get("/api/laporan")).json())["sessions"]
        assert (first["id"], first["running"], first["before"]) == (running, True, None)
        assert (second["before"], second["after"], second["people"]) == (40, 80, 30)
        assert second["where"] == "Kabupaten Malang, Jawa Timur"
        assert second["questions"] == [{"number": 0, "text": "berapa biaya paspor?"}]

    _use(sessions, use)


def test_both_files_can_be_fetched(sessions: SessionStore) -> None:
    id_ = held(sessions, counted(12, 24, 30))

    async def use(client: TestClient) -> None:
        pdf = await client.get(f"/laporan/{id_}.pdf")
        assert (pdf.status, pdf.content_type) == (200, "application/pdf")
        assert (await pdf.read()).startswith(b"%PDF")
        table = await client.get(f"/laporan/{id_}.csv")
        assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert ".csv" in table.headers["Content-Disposition"]
        assert "no-store" in table.headers["Cache-Control"]
        gone = await client.get("/laporan/abc.pdf")
        assert (gone.status, "tidak ada lagi" in (await gone.json())["error"]) == (409, True)

    _use(sessions, use)


def test_the_facilitator_takes_out_a_question_or_a_session(sessions: SessionStore) -> None:
    notebook = counted(12, 24, 30)
    notebook.unanswered("nama saya ada di sini")
    id_ = held(sessions, notebook)

    async def use(client: TestClient) -> None:
        question = await client.post("/api/laporan/hapus", json={"id": id_, "number": 0})
        assert question.status == 200
        session = sessions.session(id_)
        assert session is not None
        assert session.questions == {0: ""}
        assert (await client.post("/api/laporan/hapus", json={"id": id_})).status == 200
        assert sessions.sessions() == []

    _use(sessions, use)


@pytest.mark.parametrize("body", [{"id": "gone"}, {"id": "gone", "number": 1}, {}, []])
def test_what_is_not_there_cannot_be_taken_out(sessions: SessionStore, body: object) -> None:
    id_ = held(sessions, counted(12, 24, 30))

    async def use(client: TestClient) -> None:
        assert (await client.post("/api/laporan/hapus", json=body)).status == 409
        wrong = await client.post("/api/laporan/hapus", json={"id": id_, "number": "x"})
        assert wrong.status == 409
        assert len(sessions.sessions()) == 1

    _use(sessions, use)


def test_the_session_that_is_on_stays(sessions: SessionStore) -> None:
    id_ = sessions.begin(ABOUT)

    async def use(client: TestClient) -> None:
        answer = await client.post("/api/laporan/hapus", json={"id": id_})
        assert (answer.status, "masih berjalan" in (await answer.json())["error"]) == (409, True)

    _use(sessions, use, current=id_)
    assert sessions.session(id_) is not None


def test_while_the_knowledge_is_built_the_page_says_so() -> None:
    async def use(client: TestClient) -> None:
        answer = await client.get("/api/laporan")
        assert (answer.status, "disiapkan" in (await answer.json())["error"]) == (409, True)

    _use(None, use)


def test_what_was_typed_about_a_session_can_be_put_right(sessions: SessionStore) -> None:
    id_ = held(sessions, counted(12, 24, 30))

    async def use(client: TestClient) -> None:
        right = {"id": id_, "place": "Balai Dusun", "date": "2026-11-20", "people": 41}
        for given, status in [(right, 200), ({**right, "people": 0}, 400), ({"id": "x"}, 400)]:
            answer = await client.post("/api/laporan/ubah", json=given)
            assert (answer.status == 200) == (status == 200)
        (shown,) = (await (await client.get("/api/laporan")).json())["sessions"]
        assert (shown["place"], shown["held_on"], shown["people"]) == (
            "Balai Dusun",
            "2026-11-20",
            41,
        )

    _use(sessions, use)


def test_a_session_that_is_on_is_put_right_in_its_menu(sessions: SessionStore) -> None:
    id_ = sessions.begin(ABOUT)

    async def use(client: TestClient) -> None:
        answer = await client.post("/api/laporan/ubah", json={"id": id_, "people": 2})
        assert "menu" in (await answer.json())["error"]

    _use(sessions, use, id_)
