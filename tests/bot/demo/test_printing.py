"""The page for paper: what it offers, and the files it gives."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.guard import guarded_app
from bot.demo.printing import add_routes
from knowledge.store import Store
from tests.bot.demo.desks import Desk

LINK = "https://t.me/nama_bot"
Use = Callable[[TestClient], Awaitable[None]]


def at_page(store: Store | None, use: Use, link: str | None = None) -> None:
    async def work() -> None:
        hosts: set[str] = set()
        app = guarded_app(lambda: frozenset(hosts))
        add_routes(app.router, lambda: store, link, lambda: date(2026, 11, 28))
        async with TestClient(TestServer(app)) as client:
            hosts.add(f"{client.host}:{client.port}")
            await use(client)

    asyncio.run(work())


def test_the_page_offers_every_country_by_name(real_store: Store) -> None:
    async def use(client: TestClient) -> None:
        assert "cetak.js" in await (await client.get("/cetak")).text()
        offered = await (await client.get("/api/cetak")).json()
        assert offered["link"] == LINK
        names = [row["name"] for row in offered["countries"]]
        assert names == sorted(names)
        assert {"code": "KH", "name": "Kamboja"} in offered["countries"]
        assert len(names) == len(real_store.countries())

    at_page(real_store, use, LINK)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("kind=tanda-bahaya", "tanda-bahaya-A4.pdf"),
        ("kind=jalan-resmi&size=A5&bw=1", "jalan-resmi-A5-hitam-putih.pdf"),
        ("kind=kartu-darurat&country=TW", "kartu-darurat-taiwan-A4.pdf"),
        (f"kind=poster&link={LINK}&session=desa7", "poster-A4.pdf"),
    ],
    ids=["signs", "path", "cards", "poster"],
)
def test_every_sheet_is_a_file(real_store: Store, asked: str, name: str) -> None:
    async def use(client: TestClient) -> None:
        answer = await client.get(f"/cetak/lembar.pdf?{asked}")
        assert (answer.status, answer.content_type) == (200, "application/pdf")
        assert f'filename="{name}"' in answer.headers["Content-Disposition"]
        assert (await answer.read()).startswith(b"%PDF")

    at_page(real_store, use)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("kind=kartu-darurat&country=", "negaranya"),
        ("kind=kartu-darurat&country=XX", "negaranya"),
        ("kind=poster", "alamat bot"),
        ("kind=poster&link=http://t.me/nama_bot", "tidak bisa dipakai"),
        (f"kind=poster&link={LINK}&session=a%20b", "Kode pertemuan"),
        ("kind=tanda-bahaya&size=A0", "tidak ada"),
        ("kind=lain", "tidak ada"),
        ("", "tidak ada"),
    ],
)
def test_what_cannot_be_printed_is_said(real_store: Store, asked: str, says: str) -> None:
    async def use(client: TestClient) -> None:
        answer = await client.get(f"/cetak/lembar.pdf?{asked}")
        assert answer.status == 409
        assert says in (await answer.json())["error"]

    at_page(real_store, use)


def test_the_link_of_the_settings_is_used(real_store: Store) -> None:
    async def use(client: TestClient) -> None:
        answer = await client.get("/cetak/lembar.pdf?kind=poster&link=")
        assert answer.status == 200

    at_page(real_store, use, LINK)


def test_before_the_store_is_open_it_says_so() -> None:
    async def use(client: TestClient) -> None:
        for path in ("/api/cetak", "/cetak/lembar.pdf?kind=tanda-bahaya"):
            answer = await client.get(path)
            assert answer.status == 409
            assert "Tunggu" in (await answer.json())["error"]
        assert (await client.get("/cetak")).status == 200

    at_page(None, use)


def test_handsets_cannot_print(at_desk) -> None:
    async def use(desk: Desk) -> None:
        assert (await desk.laptop.get("/cetak")).status == 200
        assert (await desk.handset.get("/cetak")).status == 404

    at_desk(use)
