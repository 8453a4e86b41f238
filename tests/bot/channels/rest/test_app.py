"""What programs get over HTTP: as from Rasa's REST channel, and in plain words when they ask wrongly."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from rasa.core.channels.channel import CollectingOutputChannel

from bot.channels.rest.app import Front
from bot.messages import Button, Reply
from tests.bot.channels.rest.scenes import HOOK, TYPED, Echo, served

Scene = Callable[[TestClient, Front, Echo], Awaitable[None]]


def play(scene: Scene) -> None:
    async def run() -> None:
        echo = Echo()
        async with served(echo) as (client, front):
            await scene(client, front, echo)

    asyncio.run(run())


async def ask(client: TestClient, body: Any, path: str = HOOK) -> tuple[int, Any]:
    async with client.post(path, json=body) as answer:
        return answer.status, await answer.json()


def test_replies_are_those_of_rasas_own_channel() -> None:
    buttons = (Button("Ya", "/setuju"), Button("Tidak", "/tolak"))

    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.replies = (Reply("satu"), Reply("dua", buttons))
        rasa = CollectingOutputChannel()
        await rasa.send_text_message("budi", "satu")
        titles = [button.as_dict() for button in buttons]
        await rasa.send_text_with_buttons("budi", "dua", titles)
        assert await ask(client, {"sender": "budi", "message": "halo"}) == (200, rasa.messages)

    play(scene)


def test_a_picture_comes_as_an_address_that_a_page_can_show() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.replies = (Reply("kartu", picture=b"PNG"), Reply("aman", covers=True))
        _, (card, safe) = await ask(client, {"sender": "budi", "message": "halo"})
        assert card["image"] == "data:image/png;base64,UE5H"
        assert card["custom"] == {"covers": True}
        assert "image" not in safe

    play(scene)


def test_the_typed_answer_tells_everything_that_ask_does() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.crisis = ("darurat_disekap", True)
        status, turn = await ask(client, {"sender": "budi", "message": "tolong"}, TYPED)
        assert (status, turn["urgent"], turn["recipient_id"]) == (200, True, "budi")
        assert turn["crisis"] == {"id": "darurat_disekap", "certain": True}
        (reply,) = turn["replies"]
        assert reply == {"text": "Jawaban: tolong", "buttons": [], "image": None, "covers": False}

    play(scene)


def test_what_a_program_calls_a_person_is_not_what_is_kept() -> None:
    async def scene(client: TestClient, front: Front, echo: Echo) -> None:
        for sender in ("budi", "budi", "ani", "62812-0000"):
            await ask(client, {"sender": sender, "message": "halo"})
        kept = [incoming.sender for incoming in echo.heard]
        assert kept[0] == kept[1] == front.sender("budi")
        assert len(set(kept)) == 3
        assert not any(name in "".join(kept) for name in ("budi", "ani", "0812"))

    play(scene)


def test_lines_are_streamed_as_rasa_streams_them() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.replies = (Reply("satu\u2028"), Reply("dua"))
        body = {"sender": "budi", "message": "halo"}
        async with client.post(f"{HOOK}?stream=true", json=body) as answer:
            assert answer.content_type == "text/event-stream"
            lines = [json.loads(line) for line in (await answer.text()).splitlines()]
        assert [line["text"] for line in lines] == ["satu\u2028", "dua"]

    play(scene)


def test_payloads_come_back_as_buttons_and_typed_slashes_do_not() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        for text in ("/sapa", '/lanjutan{"topik": "x"}', "/start", "/sapa{x", "sapa", "/sapa {}"):
            await ask(client, {"sender": "budi", "message": text})
        kinds = [incoming.kind for incoming in echo.heard]
        assert kinds == ["button", "button", "text", "text", "text", "text"]
        await ask(client, {"sender": "budi", "message": "/sapa", "kind": "text"}, TYPED)
        assert echo.heard[-1].kind == "text"

    play(scene)


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"message": "halo"},
        {"sender": "", "message": "halo"},
        {"sender": 7, "message": "halo"},
        {"sender": "x" * 257, "message": "halo"},
        {"sender": "\ud800", "message": "halo"},
        {"sender": "budi"},
        {"sender": "budi", "message": 7},
        {"sender": "budi", "message": "x" * 50_001},
        {"sender": "budi", "message": "halo", "kind": "picture"},
        {"sender": "budi", "message": "halo", "kind": "button"},
    ],
)
def test_what_cannot_be_used_is_told_as_rasa_tells_it(body: Any) -> None:
    async def scene(client: TestClient, front: Front, echo: Echo) -> None:
        status, told = await ask(client, body)
        assert (status, told["code"], told["status"], told["reason"]) == (
            400,
            400,
            "failure",
            "BadRequest",
        )
        assert "Saran:" in told["message"]
        assert (echo.heard, front.counts.refused) == ([], 1)

    play(scene)


@pytest.mark.parametrize(
    ("method", "path", "data", "status"),
    [
        ("POST", HOOK, b"{", 400),
        ("POST", HOOK, b"[" * 100_000, 400),
        ("POST", HOOK, b"\xff\xfe", 400),
        ("POST", HOOK, b" " * 300_000, 413),
        ("GET", HOOK, None, 405),
        ("GET", "/domain", None, 404),
        ("GET", "/conversations/budi/tracker", None, 404),
        ("POST", "/model/train", b"{}", 404),
    ],
)
def test_every_refusal_is_json_with_advice(
    method: str, path: str, data: bytes | None, status: int
) -> None:
    async def scene(client: TestClient, _: Front, __: Echo) -> None:
        async with client.request(method, path, data=data) as answer:
            told = await answer.json()
            assert (answer.status, told["code"]) == (status, status)
            assert "Saran:" in told["message"]

    play(scene)


def test_a_text_that_no_database_takes_is_mended() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        data = b'{"sender": "budi", "message": "halo \\ud800"}'
        async with client.post(HOOK, data=data) as answer:
            assert answer.status == 200
        assert echo.heard[0].text == "halo ?"

    play(scene)


def test_an_error_says_nothing_of_what_was_written(capfd: pytest.CaptureFixture[str]) -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.error = ValueError("rahasia-7351")
        status, told = await ask(client, {"sender": "budi", "message": "rahasia-7351"})
        assert (status, told["reason"]) == (500, "Trouble")
        assert "7351" not in str(told)

    play(scene)
    assert "7351" not in "".join(capfd.readouterr())


def test_who_goes_away_does_not_end_the_turn_in_its_middle() -> None:
    async def scene(client: TestClient, front: Front, echo: Echo) -> None:
        echo.gate.clear()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(ask(client, {"sender": "budi", "message": "halo"}), 0.05)
        echo.gate.set()
        while front.counts.waiting:
            await asyncio.sleep(0.01)
        assert echo.finished == ["halo"]

    play(scene)


def test_its_health_shows_counts_and_nothing_of_people() -> None:
    async def scene(client: TestClient, _: Front, echo: Echo) -> None:
        echo.crisis = ("darurat_disekap", True)
        await ask(client, {"sender": "budi", "message": "tolong"})
        async with client.get("/health") as answer:
            counts = await answer.json()
        assert counts == {
            "status": "ok",
            "answered": 1,
            "urgent": 1,
            "failed": 0,
            "refused": 0,
            "waiting": 0,
        }
        async with client.get("/webhooks/rest/") as answer:
            assert await answer.json() == {"status": "ok"}

    play(scene)
