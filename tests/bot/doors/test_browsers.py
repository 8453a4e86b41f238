"""A page that somebody opens on a computer may not ask Mawas in its name."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from tests.bot.channels.rest.scenes import HOOK, Echo, served
from tests.bot.demo.desks import Desk

BODY = {"sender": "budi", "message": "halo"}


async def status(client: TestClient, headers: dict[str, str]) -> int:
    own = {name: value.replace("PORT", str(client.port)) for name, value in headers.items()}
    async with client.post(HOOK, json=BODY, headers=own) as answer:
        told = await answer.json()
        assert answer.status == 200 or "Saran:" in told["message"]
        return answer.status


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param({}, 200, id="a program"),
        pytest.param({"Host": "serve:PORT"}, 200, id="a program in another container"),
        pytest.param({"Host": "mawas.example"}, 200, id="a program by a proxy"),
        pytest.param(
            {"Host": "mawas.example", "Origin": "https://mawas.example"},
            200,
            id="own page by proxy",
        ),
        pytest.param(
            {"Host": "mawas.example", "Origin": "https://mawas.example:8443"}, 200, id="own port"
        ),
        pytest.param({"Origin": "http://127.0.0.1:PORT"}, 200, id="own page here"),
        pytest.param(
            {"Host": "localhost:PORT", "Origin": "http://localhost:PORT"},
            200,
            id="own page, by name",
        ),
        pytest.param({"Origin": "https://jahat.example"}, 403, id="page of another site"),
        pytest.param({"Origin": "null"}, 403, id="a file or a frame without a name"),
        pytest.param({"Origin": "http://["}, 403, id="no address"),
        pytest.param(
            {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403, id="fetch"
        ),
        pytest.param(
            {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403, id="other port"
        ),
        pytest.param(
            {"Host": "jahat.example:PORT", "Origin": "http://jahat.example:PORT"},
            403,
            id="a name that was pointed at this computer",
        ),
        pytest.param(
            {
                "Host": "127.0.0.1.jahat.example:PORT",
                "Origin": "http://127.0.0.1.jahat.example:PORT",
            },
            403,
            id="a name that looks like an address",
        ),
    ],
)
def test_who_may_ask_mawas_serve(headers: dict[str, str], expected: int) -> None:
    async def run() -> None:
        echo = Echo()
        async with served(echo) as (client, front):
            assert await status(client, headers) == expected
            assert len(echo.heard) == (expected == 200)
            assert front.counts.refused == (expected != 200)

    asyncio.run(run())


def test_two_hosts_are_one_too_many() -> None:
    async def run() -> None:
        async with served(Echo()) as (client, _):
            reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
            head = "POST {} HTTP/1.1\r\nHost: mawas.example\r\nHost: jahat.example\r\nContent-Length: 0\r\n\r\n"
            writer.write(head.format(HOOK).encode())
            assert b" 403 " in await reader.readline()
            writer.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("mode", "site", "expected"),
    [
        ("no-cors", "cross-site", 403),
        ("cors", "same-site", 403),
        ("navigate", "cross-site", 200),
        ("cors", "same-origin", 200),
        ("no-cors", "none", 200),
    ],
)
def test_other_pages_cannot_have_the_facilitators_page_work(
    at_desk: Any, mode: str, site: str, expected: int
) -> None:
    async def test(desk: Desk) -> None:
        headers = {"Sec-Fetch-Mode": mode, "Sec-Fetch-Site": site}
        assert (await desk.laptop.get("/api/cetak", headers=headers)).status == expected

    at_desk(test)
