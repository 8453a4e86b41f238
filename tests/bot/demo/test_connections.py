"""Who may connect: how many windows and handsets, and under which names the page is called."""

from __future__ import annotations

from typing import Any, cast

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.app import handset_app
from bot.demo.events import Windows
from bot.demo.guard import hosts_at
from bot.demo.hall import LOOPBACK
from bot.demo.phones import MOST_WRONG
from tests.bot.demo.desks import Desk, next_state

WALL, HANDSET = "/api/events/layar", "/api/events/hp?kode="
FULL = 503


def test_too_many_windows_are_turned_away_until_one_is_closed(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        desk.hall.windows = Windows(1)
        async with desk.laptop.get(WALL) as wall:
            await next_state(wall)
            assert (await desk.laptop.get(WALL)).status == FULL
            desk.hall.windows.close()
            await wall.content.read()
        assert desk.hall.windows._from == {}

    at_desk(test)


def test_handsets_take_no_connection_from_the_wall_nor_all_for_one(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        desk.hall.windows = Windows(1)
        desk.hall.handset_windows = Windows(5, 1)
        path = HANDSET + desk.hall.phones.code
        async with desk.handset.get(path) as handset:
            await next_state(handset)
            assert (await desk.handset.get(path)).status == FULL
            async with desk.laptop.get(WALL) as wall:
                await next_state(wall)

    at_desk(test)


def test_a_handset_hears_of_every_change(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        async with desk.handset.get(HANDSET + desk.hall.phones.code) as handset:
            assert not (await next_state(handset))["session"]
            await desk.act("begin", {"place": "Balai Desa", "date": "2026-11-28", "people": 30})
            assert (await next_state(handset))["session"]

    at_desk(test)


@pytest.mark.parametrize("origin", ["http://127.0.0.1", "http://127.0.0.1:80"])
@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:80"])
def test_browsers_leave_out_the_port_of_http(at_desk: Any, host: str, origin: str) -> None:
    async def test(desk: Desk) -> None:
        desk.hall.listens_at(80)
        headers = {"Host": host, "Origin": origin}
        assert (await desk.laptop.get("/mulai", headers=headers)).status == 200
        body = {"target": "stage", "do": "reload"}
        assert (await desk.laptop.post("/api/act", json=body, headers=headers)).status == 200

    at_desk(test)


def test_other_ports_are_named() -> None:
    assert hosts_at(LOOPBACK, 8080) == {"127.0.0.1:8080", "localhost:8080", "[::1]:8080"}


def test_whoever_must_wait_is_not_told_that_the_code_is_wrong(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        answers = []
        for code in [*["XXXXXX"] * MOST_WRONG, desk.hall.phones.code]:
            answer = await desk.handset.post("/api/kode", json={"kode": code})
            answers.append((answer.status, (await answer.json())["error"]))
        assert answers[0][0] == 403
        assert "salah" in answers[0][1]
        assert answers[-1][0] == 429
        assert "Tunggu satu menit" in answers[-1][1]

    at_desk(test)


def test_one_handset_cannot_ask_without_end(at_desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.app.MOST_REQUESTS", 3)

    async def test(desk: Desk) -> None:
        app = handset_app(desk.hall)
        async with TestClient(TestServer(app)) as handset:
            desk.hall.open_to_handsets("127.0.0.1", cast("int", handset.port))
            statuses = [(await handset.get("/")).status for _ in range(5)]
            assert statuses == [200, 200, 200, 429, 429]
            assert (await desk.laptop.get("/layar")).status == 200

    at_desk(test)


def test_half_a_pair_of_surrogates_is_mended_before_anything_is_done_with_it(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        data = '{"kode": "\\ud800"}'
        headers = {"Content-Type": "application/json"}
        refused = await desk.handset.post("/api/kode", data=data, headers=headers)
        assert refused.status == 403
        about = '{"place": "Balai \\ud800", "date": "2026-11-28", "people": 3}'
        data = f'{{"target": "stage", "do": "begin", "value": {about}}}'
        assert (await desk.laptop.post("/api/act", data=data, headers=headers)).status == 200
        assert (await desk.state())["session"]

    at_desk(test)


@pytest.mark.parametrize(
    "cookie", ["=;;", "a[]=1; mawas-handphone", 'mawas-handphone="\\', ";" * 5000]
)
def test_a_cookie_that_is_none_is_no_token(
    at_desk: Any, cookie: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def test(desk: Desk) -> None:
        body, headers = {"kode": desk.hall.phones.code}, {"Cookie": cookie}
        answer = await desk.handset.post("/api/kode", json=body, headers=headers)
        assert answer.status == 200

    at_desk(test)
    assert caplog.records == []
