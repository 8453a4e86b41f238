"""Jobs inside a process that answers: what is said to whom, and the protocol over standard input and output."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.bench import inside, jobs
from bot.bench.errors import MeasureError
from bot.bench.figures import MAWAS, Sample
from bot.bench.home import own_home
from bot.bench.measures import growth, replies
from bot.bench.plan import Plan
from bot.bench.processes import environment, run
from bot.paths import ROOT
from bot.settings import Settings

QUESTIONS = [f"tanya {number}" for number in range(jobs.QUESTIONS)]
ECHO = """
import sys
from pathlib import Path
from bot.bench.jobs import Answering, do

async def load():
    print("cerewet")
    async def answer(sender, text, picture):
        print("log", sender)
        if text == "rusak":
            raise RuntimeError(text)
        return text != "diam"
    return Answering(answer, Path("x.db"))

sys.exit(do(load))
"""


class Talker:
    """An assistant that only notes who said what, in Rasa's table."""

    def __init__(self, database: Path) -> None:
        """Make the table."""
        self.said: list[tuple[str, str]] = []
        self.pictures: list[bytes] = []
        self.answering = jobs.Answering(self._answer, database)
        with sqlite3.connect(database) as connection:
            connection.execute(
                "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id, type_name, timestamp, intent_name, action_name, data)"
            )

    async def _answer(self, sender: str, text: str, picture: bytes | None) -> bool:
        self.said.append((sender, text))
        if picture:
            self.pictures.append(picture)
        with sqlite3.connect(self.answering.database) as connection:
            connection.execute("INSERT INTO events (sender_id) VALUES (?)", (sender,))
        return True


@pytest.fixture
def talker(tmp_path: Path) -> Talker:
    return Talker(tmp_path / "a.db")


def _message(kind: str, text: str, **values: Any) -> dict[str, Any]:
    return {"kind": kind, "text": text, "before": [], "picture": None, "warms": False, **values}


def _plan(settings: Settings) -> Plan:
    return Plan(settings, None, 1, True, [].append)


def test_each_message_has_its_conversation_and_what_warms_up_is_not_taken(talker: Talker) -> None:
    asked = [_message("follow_up", f"lanjut {n}", before=["tanya"], warms=n == 0) for n in range(3)]
    asked.append(_message("flyer", "", picture="cG5n", warms=True))
    taken = asyncio.run(jobs.turns(talker.answering, asked))["taken"]
    assert {kind: len(pairs) for kind, pairs in taken.items()} == {"follow_up": 2}
    assert talker.said[:4] == [
        ("giliran-0", "tanya"),
        ("giliran-0", "lanjut 0"),
        ("giliran-1", "tanya"),
        ("giliran-1", "lanjut 1"),
    ]
    assert talker.pictures == [b"png"]


def test_a_crowd_waits_for_answers_and_changes(talker: Talker) -> None:
    rates = asyncio.run(jobs.rate(talker.answering, [1, 20], QUESTIONS))["rates"]
    assert set(rates) == {1, 20}
    assert all(value > 0 for pair in rates.values() for value in pair)
    said = Counter(sender for sender, _ in talker.said)
    assert set(said.values()) == {jobs.QUESTIONS}
    # One person at a time says 200 messages under twenty names, twenty say ten each.
    assert len(said) == 20 + 20


def test_a_long_conversation_is_measured_as_far_as_it_comes(talker: Talker) -> None:
    values: dict[str, Any] = {"turns": [10, 30], "questions": QUESTIONS}
    taken = asyncio.run(jobs.length(talker.answering, patience=60.0, **values))["taken"]
    assert {turn: len(pairs) for turn, pairs in taken.items()} == {10: 20, 30: 20}
    assert Counter(talker.said) == {("panjang", text): 4 for text in QUESTIONS}
    assert asyncio.run(jobs.length(talker.answering, patience=0.0, **values))["taken"] == {}


def test_half_of_the_messages_go_on_with_stored_conversations(talker: Talker) -> None:
    taken = asyncio.run(jobs.stored(talker.answering, [500, 5], QUESTIONS))["taken"]
    assert {count: len(pairs) for count, pairs in taken.items()} == {5: 60, 500: 60}
    old = [sender for sender, _ in talker.said if sender.startswith(jobs.NAME)]
    assert len(old) == 60
    with sqlite3.connect(talker.answering.database) as connection:
        (names,) = connection.execute(
            "SELECT count(DISTINCT sender_id) FROM events WHERE sender_id LIKE 'tersimpan-%'"
        ).fetchone()
    assert names == 500


def test_memory_is_read_after_all_was_said(talker: Talker) -> None:
    later = asyncio.run(jobs.memory(talker.answering, ["satu", "dua"]))["later"]
    assert later > 1
    assert [text for _, text in talker.said] == ["satu", "dua"]


def test_a_worker_keeps_its_answer_apart_from_what_libraries_print() -> None:
    def work(texts: list[str]) -> Any:
        typed = json.dumps({"job": "memory", "said": texts, "warm_up": ["diam"]})
        env = environment(PYTHONPATH=str(ROOT))
        return json.loads(run("Uji", [sys.executable, "-c", ECHO], env=env, typed=typed).out)

    measured = work(["halo", "diam"])
    assert measured["later"] > 1
    assert (measured["said"], measured["empty"]) == (2, 1)
    with pytest.raises(MeasureError, match="RuntimeError"):
        work(["rusak"])


def test_times_of_an_assistant_that_gives_no_answers_are_not_taken(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"said": 20, "empty": 2, "later": 1.0}
    monkeypatch.setattr(inside, "job", lambda *_, **values: {**given, **values})
    assert inside.done(_plan(settings), None, "memory")["later"] == 1.0
    with pytest.raises(MeasureError, match="Mawas tidak menjawab 3 dari 20 pesan"):
        inside.done(_plan(settings), None, "memory", empty=3)


def test_messages_come_kind_by_kind_and_the_warm_up_is_not_among_them() -> None:
    asked = inside.asked(2, flyers=0)
    kinds = ["greeting", "topic", "follow_up", "danger", "offer"]
    assert [message["kind"] for message in asked] == [kind for kind in kinds for _ in range(2)]
    assert not any(message["warms"] for message in asked)
    assert json.loads(json.dumps(asked))[4]["before"]
    assert len(inside.warm_up()) >= len(kinds)
    assert not {message["text"] for message in asked if message["kind"] == "topic"}.intersection(
        inside.warm_up()
    )


def test_pictures_are_drawn_and_come_last() -> None:
    *others, warms, measured = inside.asked(2, flyers=1)
    assert (warms["kind"], warms["warms"]) == ("flyer", True)
    assert (measured["kind"], measured["warms"]) == ("flyer", False)
    assert len(others) == 10
    assert all(each["picture"] is None for each in others)
    assert Image.open(io.BytesIO(base64.b64decode(measured["picture"]))).width > 100


def test_samples_of_replies_leave_pictures_out_of_the_whole() -> None:
    taken = {"topic": [[2.0, 1.0], [4.0, 3.0]], "flyer": [[900.0, 800.0]]}
    values = {each.measure: each.value for each in replies.summed("turn", MAWAS, taken)}
    assert values["turn.all"] == 3.0
    assert values["turn.all_cpu"] == 2.0
    assert values["turn.flyer"] == 900.0
    assert 3.9 < values["turn.topic_p99"] <= 4.0


def test_growth_is_the_largest_measured_by_the_smallest() -> None:
    taken = {"10": [[10.0, 5.0]], "100": [[15.0, 5.0]]}
    found = list(growth.samples("length", MAWAS, taken, 10))
    assert Sample("length.growth", MAWAS, 1.5) in found
    assert Sample("length.growth_cpu", MAWAS, 1.0) in found
    alone = list(growth.samples("length", MAWAS, {"10": [[10.0, 5.0]]}, 10))
    assert [each.measure for each in alone] == ["length.10", "length.10_cpu"]


def test_a_turn_is_really_measured(settings: Settings) -> None:
    asked = [_message("greeting", "halo", warms=True), _message("greeting", "pagi")]
    with own_home(settings) as own:
        measured = inside.done(_plan(own), None, "turns", asked=asked)
    ((wall, processor),) = measured["taken"]["greeting"]
    assert wall > 0
    assert processor > 0
    assert measured["empty"] == 0
