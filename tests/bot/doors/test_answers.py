"""What every answer of every HTTP door says to a browser, refusals too."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.webhook import webhook_app
from bot.demo.app import PAGES
from bot.health_page import PATH, show
from bot.metrics import Metrics
from tests.bot.channels.rest.scenes import HOOK, Echo, served
from tests.bot.demo.desks import Desk


def check(headers: Mapping[str, str]) -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert set(policy.get("script-src", "'none'").split()) <= {"'self'", "'none'"}
    assert set(policy.get("style-src", "'none'").split()) <= {"'self'", "'none'"}
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "http" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers
    assert "Access-Control-Allow-Origin" not in headers


def test_pages_for_the_hall(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        code = desk.hall.phones.code
        asked = [
            *((desk.laptop, "GET", path) for path in (*PAGES, "/cetak", "/laporan", "/api/menu")),
            (desk.laptop, "GET", "/static/js/dom.js"),
            (desk.laptop, "GET", "/tidak-ada"),
            (desk.laptop, "DELETE", "/layar"),
            (desk.laptop, "POST", "/api/act"),
            (desk.handset, "GET", "/"),
            (desk.handset, "GET", "/api/events/hp?kode=" + code),
            (desk.handset, "GET", "/api/events/hp?kode=AAAAAA"),
            (desk.handset, "POST", "/suara"),
            (desk.handset, "GET", "/layar"),
        ]
        for client, method, path in asked:
            async with client.request(method, path) as answer:
                check(answer.headers)
        async with desk.laptop.get("/layar", headers={"Host": "jahat.example"}) as answer:
            assert answer.status == 421
            check(answer.headers)

    at_desk(test)


def test_mawas_serve() -> None:
    async def run() -> None:
        async with served(Echo()) as (client, _):
            body = {"sender": "budi", "message": "halo"}
            for method, path, sent in (
                ("POST", HOOK, body),
                ("POST", HOOK, {}),
                ("GET", HOOK, None),
                ("GET", PATH, None),
                ("GET", "/tidak-ada", None),
            ):
                async with client.request(method, path, json=sent) as answer:
                    check(answer.headers)

    asyncio.run(run())


def test_the_webhook() -> None:
    async def receive(_: Any) -> None:
        pass

    async def run() -> None:
        app = webhook_app("https://mawas.example/kait", "rahasia-penguji-1", receive)
        async with TestClient(TestServer(app)) as client:
            for path in ("/kait", "/lain"):
                async with client.post(path, json={}) as answer:
                    check(answer.headers)

    asyncio.run(run())


def test_health_and_counts() -> None:
    async def run() -> None:
        runner = await show(lambda: {"status": "ok"}, "127.0.0.1", 0, Metrics())
        place = f"http://127.0.0.1:{runner.addresses[0][1]}"
        async with ClientSession() as client:
            for path in (PATH, "/metrics", "/tidak-ada"):
                async with client.get(place + path) as answer:
                    check(answer.headers)
        await runner.cleanup()

    asyncio.run(run())
