"""The routes: windows of this laptop, handsets of the hotspot, and who is turned away."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any, cast

import pytest

from bot.demo.app import PAGES
from bot.demo.part import Answered
from bot.demo.paths import STATIC
from tests.bot.demo.desks import Assistant, Desk, next_state
from tests.bot.demo.stages import turn_of

ABOUT = {"place": "Balai Desa Sukamaju", "date": "2026-11-28", "people": 30}
QUIZ = {"part": "kuis", "arguments": {"kind": "benar_salah", "number": 5}}


def test_every_page_and_script_is_served_with_its_rules(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        scripts = [
            "/static/" + file.relative_to(STATIC).as_posix() for file in STATIC.rglob("*.js")
        ]
        assert len(scripts) > 10
        for path in [*PAGES, "/cetak", "/laporan", *scripts, "/static/css/base.css"]:
            response = await desk.laptop.get(path)
            assert response.status == 200
            assert response.headers["Content-Security-Policy"].startswith("default-src 'none';")
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert "Access-Control-Allow-Origin" not in response.headers
        assert (await desk.laptop.get(scripts[0])).content_type == "text/javascript"
        assert (await desk.laptop.get("/static/../app.py")).status == 404

    at_desk(test)


def test_no_page_loads_from_outside_or_holds_a_script() -> None:
    loads = re.compile(
        r"""(?:src|href|action|from|import|fetch|url|EventSource|open)\s*[=:(]?\s*["'`(]?\s*(?:https?:)?//"""
    )
    for file in [*STATIC.rglob("*.html"), *STATIC.rglob("*.js"), *STATIC.rglob("*.css")]:
        text = file.read_text(encoding="utf-8")
        assert loads.search(text) is None, file.name
        if file.suffix == ".html":
            assert re.search(r"\s(?:style|on\w+)=|<style|<script>", text) is None, file.name
        else:
            assert "innerHTML" not in text, file.name


def test_the_first_page_is_the_start_and_later_the_wall(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        assert (await desk.laptop.get("/")).url.path == "/mulai"
        assert (await desk.act("begin", ABOUT)).status == 200
        assert (await desk.laptop.get("/")).url.path == "/layar"

    at_desk(test)


def test_a_press_in_one_window_is_seen_in_the_others(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await desk.act("begin", ABOUT)
        async with desk.laptop.get("/api/events/catatan") as other:
            assert (await next_state(other))["part"] is None
            assert (await desk.act("show", QUIZ)).status == 200
            state = await next_state(other)
            assert state["part"]["name"] == "kuis"
            assert state["part"]["notes"]
            assert state["about"]["people"] == 30

    at_desk(test)


def test_what_cannot_be_done_is_said_in_words(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        for body in ([], {"target": "x", "do": "y"}, {"target": "stage"}, "?"):
            refused = await desk.laptop.post("/api/act", json=body)
            assert (refused.status, "Muat ulang" in await refused.text()) == (409, True)
        broken = await desk.laptop.post(
            "/api/act", data="{" * 9000, headers={"Content-Type": "application/json"}
        )
        assert broken.status == 409
        refused = await desk.act("next", target="part")
        assert "Mulai dulu" in (await refused.json())["error"]
        big = await desk.act("begin", {"place": "x" * 100_000})
        assert big.status == 413

    at_desk(test)


def test_other_names_and_other_sites_are_turned_away(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        rebound = await desk.laptop.get("/layar", headers={"Host": "jahat.example"})
        assert rebound.status == 421
        for headers in (
            {"Origin": "http://jahat.example", "Content-Type": "application/json"},
            {"Origin": "null", "Content-Type": "application/json"},
            {"Content-Type": "text/plain"},
        ):
            body = json.dumps({"target": "stage", "do": "begin", "value": ABOUT})
            refused = await desk.laptop.post("/api/act", data=body, headers=headers)
            assert refused.status == 403
        assert desk.hall.session is None
        own = {"Origin": f"http://127.0.0.1:{desk.laptop.port}"}
        body = {"target": "stage", "do": "begin", "value": ABOUT}
        assert (await desk.laptop.post("/api/act", json=body, headers=own)).status == 200

    at_desk(test)


def test_a_failure_inside_tells_nothing_of_what_was_typed(
    at_desk: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def test(desk: Desk) -> None:
        async def broken(*_: Any) -> None:
            raise ValueError("nomor 081234567890")

        desk.hall.act = broken  # type: ignore[method-assign]
        response = await desk.act("begin", ABOUT)
        assert response.status == 500
        assert "0812" not in await response.text()

    at_desk(test)
    assert "ValueError" in caplog.text
    assert "0812" not in caplog.text


def test_handsets_need_the_code_and_reach_nothing_else(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await desk.act("begin", ABOUT)
        await desk.act("show", QUIZ)
        code = desk.hall.phones.code
        assert (await desk.handset.get("/")).status == 200
        assert (await desk.handset.post("/api/kode", json={"kode": "XXXXXX"})).status == 403
        assert (await desk.handset.post("/api/kode", json={"kode": code.lower()})).status == 200
        assert (await desk.handset.get("/api/events/hp?kode=XXXXXX")).status == 204
        for path in (
            "/layar",
            "/catatan",
            "/api/menu",
            "/api/events/catatan",
            "/laporan",
            "/cetak",
        ):
            assert (await desk.handset.get(path)).status == 404
        assert (await desk.handset.post("/api/act", json={})).status == 404

        shown = await desk.state(desk.handset, f"/api/events/hp?kode={code}")
        assert set(shown) == {"session", "theme", "hidden", "question", "chosen"}
        option = shown["question"]["options"][0]["id"]
        vote = {"kode": code, "poll": shown["question"]["poll"], "option": option}
        assert (await desk.handset.post("/suara", json=vote)).status == 200
        # A page that was opened again knows what its handset chose.
        again = await desk.state(desk.handset, f"/api/events/hp?kode={code}")
        assert again["chosen"] == option
        await desk.act("hide")
        hidden = await desk.state(desk.handset, f"/api/events/hp?kode={code}")
        assert hidden["question"] is None

    at_desk(test)


def test_the_menu_and_the_code_picture(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await desk.act("begin", ABOUT)
        menu = await (await desk.laptop.get("/api/menu")).json()
        assert "langsung" in [kind["part"] for kind in menu["kinds"]]
        assert len(menu["provinces"]) > 30
        assert menu["running"][0]["place"] == ABOUT["place"]
        picture = await desk.laptop.get("/api/qr.svg")
        assert picture.content_type == "image/svg+xml"
        assert b"<svg" in await picture.read()
        desk.hall.handsets = None
        assert (await desk.laptop.get("/api/qr.svg")).status == 409

    at_desk(test)


def test_the_live_chat_answers_through_the_page(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        assistant = cast("Assistant", desk.hall.assistant)
        assistant.answers.append(Answered(turn_of("apa itu p3mi"), "apa itu p3mi"))
        await desk.act("begin", ABOUT)
        await desk.act("live")
        async with desk.laptop.get("/api/events/layar") as wall:
            await desk.act("ask", "apa itu p3mi", target="part")
            view: Any = {"exchange": None}
            while view["exchange"] is None:
                view = (await next_state(wall))["part"]["view"]
        assert view["exchange"]["step"]["text"] == "Ya."

    at_desk(test)


def test_an_assistant_that_ended_can_be_loaded_again(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        assert (await desk.act("reload")).status == 200
        assert (await desk.state())["assistant"]["state"] == "memuat"

    at_desk(test)


def test_closing_ends_the_windows(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        async with desk.laptop.get("/api/events/layar") as wall:
            await next_state(wall)
            desk.hall.windows.close()
            assert await asyncio.wait_for(wall.content.read(), 10) is not None
            assert wall.content.at_eof()

    at_desk(test)


def test_what_no_database_takes_is_taken_out_of_what_was_typed(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        body = (
            '{"target": "stage", "do": "begin", "value": {"place": "Balai\\u0000 Desa \\ud83d",'
            ' "date": "2026-11-28"}}'
        )
        json_type = {"Content-Type": "application/json"}
        begun = await desk.laptop.post("/api/act", data=body, headers=json_type)
        assert begun.status == 200
        assert desk.hall.stage.shown is not None
        assert desk.hall.stage.shown.about["place"] == "Balai Desa ?"
        code = await desk.handset.post("/api/kode", data='{"kode": "\\ud83d"}', headers=json_type)
        assert code.status == 403

    at_desk(test)
