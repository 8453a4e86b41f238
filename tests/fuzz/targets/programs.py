"""What comes over HTTP: deliveries of Telegram, requests of other programs, acts of the facilitator's page and of handsets."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

from aiohttp import ClientError
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.careful import MOST_TRIES
from tests.fuzz.inputs import text
from tests.fuzz.material import sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets import deliveries
from tests.fuzz.targets.checks import must
from tests.fuzz.values import body

_JSON = {"Content-Type": "application/json"}
_HALL = {"place": "Balai Desa", "date": "2026-11-28", "people": 30, "province": "jawa_timur", "district": "Kabupaten Malang"}  # fmt: skip
_ACTS: tuple[dict[str, Any], ...] = (
    {"target": "stage", "do": "begin", "value": _HALL},
    {"target": "stage", "do": "show", "value": {"part": "kuis", "arguments": {"kind": "benar_salah", "number": 5}}},
    {"target": "stage", "do": "show", "value": {"part": "cek", "arguments": {"check": "sebelum_berangkat", "round": "sebelum"}}},
    {"target": "stage", "do": "show", "value": {"part": "adegan", "arguments": {"id": "abk_utang"}}},
    {"target": "stage", "do": "show", "value": {"part": "peran", "arguments": {"id": "abk_utang"}}},
    {"target": "stage", "do": "show", "value": {"part": "langsung", "arguments": {}}},
    {"target": "stage", "do": "change", "value": _HALL},
    {"target": "stage", "do": "resume", "value": "abc"},
    {"target": "stage", "do": "hide", "value": True},
    {"target": "stage", "do": "end", "value": None},
    {"target": "part", "do": "next", "value": None},
    {"target": "part", "do": "back", "value": None},
    {"target": "part", "do": "count", "value": {"tipu": 3, "asli": 2}},
    {"target": "part", "do": "hands", "value": {"option": "tipu", "people": 12}},
    {"target": "part", "do": "choose", "value": "tipu"},
    {"target": "part", "do": "ask", "value": "apa itu P3MI?"},
    {"target": "part", "do": "press", "value": 0},
)  # fmt: skip
_REPORTS = (
    ("/api/laporan/hapus", {"id": "a1b2", "number": 0}),
    ("/api/laporan/ubah", {"id": "a1b2", **_HALL}),
)
_VOTES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/api/kode", {"kode": "ABCDEF"}),
    ("/suara", {"kode": "ABCDEF", "poll": "kuis/q01", "option": "tipu"}),
)
_QUERIES = ("kind", "size", "bw", "country", "link", "session", "kode", "x")


def _request(random: Random) -> tuple[str, bytes]:
    row = {"sender": "budi", "message": text(random, sentences())}
    if random.random() < 0.2:
        row["kind"] = random.choice(("text", "button"))
    if random.random() < 0.2:
        row["message"] = random.choice(("/sapa", "/lanjutan", "/sapa{}", '/sapa{"a": 1}', "/sapa{"))
    path = random.choice(
        (
            "/webhooks/rest/webhook",
            "/webhooks/mawas/webhook",
            "/webhooks/rest/webhook?stream=true",
            "/model/parse",
        )
    )
    if path == "/model/parse":
        row = {"text": row["message"]}
    return path, body(random, row, sentences())


def _press(random: Random) -> tuple[str, str, bytes]:
    """Which application, path, body."""
    kind = random.random()
    if kind < 0.7:
        return "laptop", "/api/act", body(random, random.choice(_ACTS), sentences())
    if kind < 0.8:
        path, row = random.choice(_REPORTS)
        return "laptop", path, body(random, row, sentences())
    if kind < 0.9:
        path, row = random.choice(_VOTES)
        return "handset", path, body(random, row, sentences())
    return "laptop", "GET", json.dumps(
        [random.choice(("/cetak/lembar.pdf", "/laporan/a.pdf", "/api/menu", "/api/cetak")),
         {name: text(random, ("poster", "A5", "kartu", "KH", "https://t.me/x", ""), 200) for name in random.sample(_QUERIES, 3)}]
    ).encode()  # fmt: skip


@contextlib.contextmanager
def _serve(_: Path) -> Iterator[Take]:
    from bot.channels.rest.app import Front
    from bot.channels.rest.model_endpoints import ModelEndpoints
    from bot.pseudonym import Pseudonyms
    from tests.bot.channels.rest.scenes import INTENTS, Echo

    class Parsing:
        async def parse(self, said: str) -> dict[str, Any]:
            return {"text": said}

    echo = Echo()
    front = Front(echo, INTENTS.__contains__, Pseudonyms("kunci-penguji"))
    app = front.app()
    ModelEndpoints(
        lambda: cast("Any", Parsing()), front.sender, "token-penguji-yang-panjang"
    ).add_to(app)
    headers = {**_JSON, "Authorization": "Bearer token-penguji-yang-panjang"}

    with _client(app) as (client, loop):

        def take(given: tuple[str, bytes]) -> None:
            path, sent = given
            echo.heard.clear()
            status, answer = loop.run_until_complete(_posted(client, path, sent, headers))
            must(status in (200, 400, 413), f"status {status}")
            must(status == 200 or "Saran: " in answer, "an error without advice")
            for each in echo.heard:
                each.text.encode()
                must(
                    each.kind == "text" or each.text.startswith(("/sapa", "/lanjutan")),
                    "a button that is none",
                )
                must("budi" not in each.sender, "the program's name for a person")

        yield take


@contextlib.contextmanager
def _page(folder: Path) -> Iterator[Take]:
    from bot.demo.app import facilitator_app, handset_app
    from bot.demo.assistant import AssistantProcess
    from bot.demo.hall import Hall
    from bot.demo.part import Answered
    from bot.settings import Settings
    from tests.bot.demo.desks import Assistant
    from tests.bot.demo.stages import turn_of

    class Answering(Assistant):
        async def turn(self, incoming: Any) -> Answered:
            return Answered(turn_of(incoming.text), incoming.text)

    own = Settings.from_environment()
    hall_home = folder / "hall"
    settings = Settings(home=hall_home, db_url=own.db_url, log_level=40)
    hall_home.mkdir()
    with contextlib.ExitStack() as stack:
        loop = asyncio.new_event_loop()

        async def made() -> tuple[Any, TestClient, TestClient]:
            hall = Hall(settings, cast("AssistantProcess", Answering()))
            laptop = TestClient(TestServer(facilitator_app(hall)))
            await laptop.start_server()
            hall.listens_at(cast("int", laptop.port))
            handset = TestClient(TestServer(handset_app(hall)))
            await handset.start_server()
            hall.open_to_handsets("127.0.0.1", cast("int", handset.port))
            hall.open_soon()
            await cast("asyncio.Task[None]", hall._opening)
            return hall, laptop, handset

        hall, laptop, handset = loop.run_until_complete(made())
        stack.callback(loop.close)

        def take(given: tuple[str, str, bytes]) -> None:
            which, path, sent = given
            client = laptop if which == "laptop" else handset
            sent = sent.replace(b"ABCDEF", hall.phones.code.encode())
            if path == "GET":
                path, query = json.loads(sent)
                status = loop.run_until_complete(_got(client, path, query))
            else:
                status, _ = loop.run_until_complete(_posted(client, path, sent, _JSON))
            must(status < 500, f"status {status}")
            if hall.stage.shown and hall.stage.shown.part:
                json.dumps([hall.stage.shown.part.view(), hall.stage.shown.part.dump()])

        yield take
        for each in (hall, laptop, handset):
            loop.run_until_complete(each.close())


@contextlib.contextmanager
def _client(app: Any) -> Iterator[tuple[TestClient, asyncio.AbstractEventLoop]]:
    loop = asyncio.new_event_loop()

    async def started() -> TestClient:
        client = TestClient(TestServer(app))
        await client.start_server()
        return client

    client = loop.run_until_complete(started())
    yield client, loop
    loop.run_until_complete(client.close())
    loop.close()


async def _posted(
    client: TestClient, path: str, sent: bytes, headers: dict[str, str]
) -> tuple[int, str]:
    async with client.post(path, data=sent, headers=headers) as answer:
        return answer.status, await answer.text()


async def _got(client: TestClient, path: str, query: dict[str, str]) -> int:
    said = {name: words.encode("utf-8", "replace").decode() for name, words in query.items()}
    try:
        async with client.get(path, params=said) as answer:
            return answer.status
    except (ClientError, ValueError):
        # The client itself refuses some of it.
        return 400


@contextlib.contextmanager
def _webhook(folder: Path) -> Iterator[Take]:
    with deliveries.opened(folder) as (app, heard), _client(app) as (client, loop):

        def take(given: tuple[bytes, bool]) -> None:
            sent, is_whole = given
            heard.clear()
            headers = {**_JSON, "X-Telegram-Bot-Api-Secret-Token": deliveries.SECRET}
            # What is refused comes again; what cannot be taken in is put aside, or Telegram would deliver it for a day.
            for _ in range(MOST_TRIES):
                status, _ = loop.run_until_complete(_posted(client, "/kabar", sent, headers))
                if status != 503:
                    break
            must(status in (200, 413), f"status {status} after {MOST_TRIES} tries at most")
            loop.run_until_complete(heard.answered(is_whole))

        yield take


TARGETS = (
    Target("telegram", "deliveries: inbox, reading, what was meant, what is sent", 8_000, deliveries.delivery, _webhook),
    Target("serve", "requests of programs to `mawas serve`", 5_000, _request, _serve),
    Target("demo_page", "acts, votes and addresses of the facilitator's page", 5_000, _press, _page, seconds=6),
)  # fmt: skip
