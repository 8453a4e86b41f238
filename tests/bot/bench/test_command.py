"""`mawas bench`: options, what fails, copies of conversations, the client, and one cheap real measurement."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web

from bot import cli
from bot.bench.command import ended_by_signals
from bot.bench.errors import MeasureError
from bot.bench.figures import MAWAS, Sample
from bot.bench.home import for_mawas, own_home
from bot.bench.measures import size
from bot.bench.plain.place import Place
from bot.bench.plan import Plan, chosen
from bot.bench.processes import Running, environment
from bot.bench.rest import PATH, RestClient
from bot.bench.run import take
from bot.bench.stored import NAME, multiply
from bot.bench.workload import topics, workload
from bot.settings import Settings


def _plan(
    settings: Settings, place: Place | None = None, runs: int = 1, told: list[str] | None = None
) -> Plan:
    return Plan(settings, place, runs, True, [].append if told is None else told.append)


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["--runs", "0"], "1 sampai 20"),
        (["--epochs", "1"], "2 sampai 100"),
        (["--only", "start,laju"], "laju tidak dikenal"),
        (["--write", "--quick"], "tanpa --only, --quick"),
    ],
)
def test_options_that_cannot_be_are_told(
    words: list[str], advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["bench", *words]) == 2
    assert advice in capsys.readouterr().err


def test_a_folder_without_plain_rasa_is_told_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["bench", "--only", "size", "--plain", str(tmp_path)]) == 4
    told = capsys.readouterr().err
    assert "--prepare" in told
    assert "--plain" in told


def test_a_signal_that_would_end_the_run_at_once_ends_its_processes_too() -> None:
    before = signal.getsignal(signal.SIGTERM)
    sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
    started: list[Running] = []

    def broken_off() -> None:
        with ended_by_signals(), Running("Uji", sleeps, env=environment()) as child:
            started.append(child)
            os.kill(os.getpid(), signal.SIGTERM)
            child.process.wait(60)

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert started[0].process.returncode == -signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before


def test_groups_keep_their_order() -> None:
    assert chosen("turn, start") == ("start", "turn")
    assert chosen(None)[0] == "start"
    with pytest.raises(ValueError, match=","):
        chosen(",")


def test_both_are_measured_in_turn_and_change_places() -> None:
    place, told = Place(Path("x")), list[str]()
    plan = _plan(Settings.from_environment({}), place, runs=2, told=told)
    assert list(plan.in_turn("uji")) == [None, place, place, None]
    assert told[1] == "uji: Rasa polos, putaran 1 dari 2"
    assert list(_plan(plan.settings).in_turn("uji")) == [None]


def test_what_fails_is_told_and_the_others_are_measured() -> None:
    def fails(plan: Plan) -> Iterator[Sample]:
        yield Sample("a.one", MAWAS, 1.0)
        raise MeasureError("rusak. Saran: ulangi.")

    def works(plan: Plan) -> Iterator[Sample]:
        yield Sample("b.one", MAWAS, 2.0)

    told: list[str] = []
    plan = _plan(Settings.from_environment({}), told=told)
    noted: list[int] = []
    takers = {"a": fails, "b": works}
    taken = take(plan, ("a", "b"), lambda samples: noted.append(len(samples)), takers)
    assert noted == [1, 2]
    assert [sample.value for sample in taken.samples] == [1.0, 2.0]
    assert taken.failed == {"a": "rusak. Saran: ulangi."}
    assert told == ["[1 dari 2] a", "gagal: rusak. Saran: ulangi.", "[2 dari 2] b"]


def test_every_kind_of_message_is_asked_and_nothing_is_asked_twice_in_a_row() -> None:
    asked = workload(3)
    assert [message.kind for message in asked[:6]] == [
        *("greeting", "topic", "follow_up", "danger", "offer", "flyer"),
    ]
    assert len({message.text for message in asked if message.kind == "topic"}) == 3
    assert all(message.before for message in asked if message.kind == "follow_up")
    assert workload(3) == asked
    assert len(set(topics())) >= 10


def test_a_conversation_is_copied_until_there_are_enough(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id, type_name, timestamp, intent_name, action_name, data)"
        )
        for number in range(3):
            connection.execute(
                "INSERT INTO events (sender_id, type_name, data) VALUES ('contoh', 'user', ?)",
                (str(number),),
            )
    assert multiply(file, "contoh", 2) == 2
    assert multiply(file, "contoh", 5) == 3
    assert multiply(file, "contoh", 5) == 0
    with sqlite3.connect(file) as connection:
        rows = connection.execute(
            "SELECT sender_id, group_concat(data) FROM (SELECT * FROM events ORDER BY id) GROUP BY sender_id"
        ).fetchall()
    assert dict(rows) == dict.fromkeys(["contoh", *(f"{NAME}{n}" for n in range(1, 6))], "0,1,2")


def test_the_client_talks_as_rasas_rest_channel_wants_it() -> None:
    seen: list[dict[str, str]] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(await request.json())
        if seen[-1]["message"] == "rusak":
            return web.json_response({"error": "x"}, status=500)
        said = [] if seen[-1]["message"] == "diam" else [{"recipient_id": "a", "text": "ya"}]
        return web.json_response(said)

    async def talk() -> None:
        app = web.Application()
        app.router.add_post(PATH, answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        async with RestClient("Uji", f"http://127.0.0.1:{port}") as client:
            assert await client.say("a", "halo") > 0
            assert await client.talk([[("b", str(n)) for n in range(20)], [("c", "diam")]]) > 0
            with pytest.raises(MeasureError, match="status 500"):
                await client.say("a", "rusak")
        with pytest.raises(MeasureError, match="Uji tidak menjawab 1 dari 2"):
            async with RestClient("Uji", f"http://127.0.0.1:{port}") as client:
                await client.talk([[("b", "halo"), ("b", "diam")]])
        await runner.cleanup()
        async with RestClient("Uji", f"http://127.0.0.1:{port}") as client:
            with pytest.raises(MeasureError, match="tidak menjawab"):
                await client.say("a", "halo")

    asyncio.run(talk())
    assert seen[0] == {"sender": "a", "message": "halo"}
    assert [row["message"] for row in seen if row["sender"] == "b"][:20] == [
        str(n) for n in range(20)
    ]


def test_processes_that_are_measured_use_nothing_that_a_user_has_set(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAWAS_REDIS_URL", "redis://uji")
    with own_home(settings) as own:
        env = for_mawas(own)
        assert env["MAWAS_HOME"] == str(own.home) != str(settings.home)
        assert env["MAWAS_DB_URL"] == own.db_url
        assert {"PATH"} <= env.keys()
        assert "MAWAS_REDIS_URL" not in env
        assert (own.home / "models").is_dir()
    assert not own.home.exists()


def test_sizes_are_really_measured(settings: Settings) -> None:
    samples = {sample.measure: sample for sample in size.measure(_plan(settings))}
    assert set(samples) == {"size.installed", "size.model"}
    assert samples["size.installed"].value > 100
    assert all(sample.setup == MAWAS for sample in samples.values())
