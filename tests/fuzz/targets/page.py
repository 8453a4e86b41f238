"""The facilitator's page: acts, reports, paper and handsets' votes."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

from aiohttp.test_utils import TestClient, TestServer

from tests.fuzz.inputs import text
from tests.fuzz.material import sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets.checks import must
from tests.fuzz.targets.http import JSON, got, posted
from tests.fuzz.values import body

_HALL = {
    "place": "Balai Desa",
    "date": "2026-11-28",
    "people": 30,
    "province": "jawa_timur",
    "district": "Kabupaten Malang",
}
_ACTS: tuple[dict[str, Any], ...] = (
    {"target": "stage", "do": "begin", "value": _HALL},
    {
        "target": "stage",
        "do": "show",
        "value": {"part": "kuis", "arguments": {"kind": "benar_salah", "number": 5}},
    },
    {
        "target": "stage",
        "do": "show",
        "value": {"part": "cek", "arguments": {"check": "sebelum_berangkat", "round": "sebelum"}},
    },
    {
        "target": "stage",
        "do": "show",
        "value": {"part": "adegan", "arguments": {"id": "abk_utang"}},
    },
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
)
_REPORTS = (
    ("/api/laporan/hapus", {"id": "a1b2", "number": 0}),
    ("/api/laporan/ubah", {"id": "a1b2", **_HALL}),
)
_VOTES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/api/kode", {"kode": "ABCDEF"}),
    ("/suara", {"kode": "ABCDEF", "poll": "kuis/q01", "option": "tipu"}),
)
_QUERIES = ("kind", "size", "bw", "country", "link", "session", "kode", "x")


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
    return (
        "laptop",
        "GET",
        json.dumps(
            [
                random.choice(("/cetak/lembar.pdf", "/laporan/a.pdf", "/api/menu", "/api/cetak")),
                {
                    name: text(random, ("poster", "A5", "kartu", "KH", "https://t.me/x", ""), 200)
                    for name in random.sample(_QUERIES, 3)
                },
            ]
        ).encode(),
    )


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
                status = loop.run_until_complete(got(client, path, query))
            else:
                status, _ = loop.run_until_complete(posted(client, path, sent, JSON))
            must(status < 500, f"status {status}")
            if hall.stage.shown and hall.stage.shown.part:
                json.dumps([hall.stage.shown.part.view(), hall.stage.shown.part.dump()])

        yield take
        for each in (hall, laptop, handset):
            loop.run_until_complete(each.close())


TARGETS = (
    Target(
        "demo_page",
        "acts, votes and addresses of the facilitator's page",
        5_000,
        _press,
        _page,
        seconds=6,
    ),
)
