"""Acts of windows: what is shown, what is kept, and what survives a killed process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.demo import views
from bot.demo.part import Answered, PartError
from bot.demo.stage import Stage
from tests.bot.demo.stages import ABOUT, Memory, Set, SetAssistant, made, turn_of

SHOW = {"part": "hitung", "arguments": {}}


def run(act: Callable[[Set], Awaitable[Any]], stage: Set | None = None) -> Set:
    """Run with a session that has begun."""

    async def inside() -> Set:
        on = stage or made()
        if on.stage.shown is None:
            await on.do("begin", ABOUT)
        await act(on)
        await on.stage.close()
        return on

    return asyncio.run(inside())


def number(on: Set) -> Any:
    part = views.wall(on.stage)["part"]
    return part and part["view"]["number"]


def test_a_part_is_shown_and_every_press_is_kept_before_it_returns() -> None:
    async def act(on: Set) -> None:
        await on.do("show", {**SHOW, "title": "Hitung bersama"})
        await on.part("next")
        assert [each.do for each in on.memory.acts] == ["begin", "show", "next"]
        last = on.memory.acts[-1]
        assert (last.state["part"], last.state["title"]) == ("hitung", "Hitung bersama")
        assert last.state["dump"] == {"number": 1}
        assert last.notebook["counts"] == {"hitung": {"n": 1}}

    assert number(run(act)) == 1


def test_what_cannot_be_done_changes_nothing() -> None:
    async def act(on: Set) -> None:
        for target, do, value in [
            ("part", "next", None),
            ("stage", "show", {"part": "tidak_ada"}),
            ("stage", "show", "bukan objek"),
            ("stage", "show", {"part": "hitung", "arguments": [1]}),
            ("stage", "show", {"part": "hitung", "arguments": {"gone": True}}),
            ("stage", "apa_ini", None),
            ("stage", "begin", ABOUT),
        ]:
            with pytest.raises(PartError):
                await on.stage.act(target, do, value)
        assert len(on.memory.acts) == 1

    assert number(run(act)) is None


def test_nothing_can_be_done_without_a_session_or_before_the_knowledge_is_there() -> None:
    async def act() -> None:
        on = made()
        for target, do in [("part", "next"), ("stage", "show"), ("stage", "hide")]:
            with pytest.raises(PartError):
                await on.stage.act(target, do, {})
        with pytest.raises(PartError):
            await on.do("begin", "bukan objek")
        with pytest.raises(PartError):
            await on.do("begin", {"place": ""})
        closed = Stage(SetAssistant(), on.stage._votes, lambda: None, lambda: None)  # type: ignore[arg-type]
        with pytest.raises(PartError, match="disiapkan"):
            await closed.act("stage", "begin", ABOUT)

    asyncio.run(act())


def test_a_killed_process_goes_on_where_the_last_press_left_it() -> None:
    memory = Memory()

    async def act(on: Set) -> None:
        await on.do("theme")
        await on.do("show", {"part": "hitung", "arguments": {"from": 2}})
        await on.part("next")
        await on.do("hide")

    run(act, made(memory))

    async def again(on: Set) -> None:
        await on.do("resume", "s1")
        assert on.stage.shown is not None
        assert on.stage.shown.hidden
        assert on.stage.shown.theme == "malam"
        await on.do("hide")

    async def resumed() -> Set:
        on = made(memory)
        await again(on)
        return on

    assert number(asyncio.run(resumed())) == 3


def test_a_record_that_was_taken_out_does_not_stop_a_session_from_being_resumed() -> None:
    memory = Memory()

    async def act(on: Set) -> None:
        await on.do("show", SHOW)

    run(act, made(memory))
    memory.acts[-1].state["arguments"] = {"gone": True}

    async def resumed() -> Set:
        on = made(memory)
        await on.do("resume", "s1")
        return on

    on = asyncio.run(resumed())
    assert number(on) is None
    assert "Catatan ini tidak ada" in str(on.stage.trouble)


def test_a_part_that_was_left_goes_on_unless_it_is_asked_for_anew() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        await on.part("next")
        await on.do("close")
        assert number(on) is None
        await on.do("show", SHOW)
        assert number(on) == 1
        await on.do("show", {**SHOW, "anew": True})
        assert number(on) == 0

    run(act)


def test_the_live_chat_is_one_key_away_and_one_key_back() -> None:
    async def act(on: Set) -> None:
        await on.do("show", {**SHOW, "title": "Hitung bersama"})
        await on.part("next")
        await on.do("live")
        assert on.stage.shown is not None
        assert on.stage.shown.kind == "langsung"
        await on.do("live")
        assert on.stage.shown.title == "Hitung bersama"

    assert number(run(act)) == 1


def test_hidden_means_that_nothing_of_the_part_reaches_the_wall_or_a_handset() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        assert views.handset(on.stage)["question"]["poll"] == "hitung/1"
        await on.do("hide", True)
        await on.do("hide", True)

    on = run(act)
    assert views.wall(on.stage)["part"] is None
    assert views.handset(on.stage)["question"] is None
    assert views.notes(on.stage, None)["part"]["notes"] == {"say": "rahasia fasilitator"}


def test_notes_are_for_the_facilitator_only() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)

    on = run(act)
    assert "rahasia" not in str(views.wall(on.stage))
    assert "rahasia" not in str(views.handset(on.stage))


def test_what_takes_long_is_shown_and_kept_when_it_is_done() -> None:
    async def act(on: Set) -> None:
        on.assistant.answers.append(Answered(turn_of("tanya"), "tanya"))
        on.assistant.gate = asyncio.Event()
        await on.do("show", SHOW)
        await on.part("later")
        await on.part("next")  # the page is not held up
        assert number(on) == 1
        changes = len(on.changes)
        on.assistant.gate.set()
        await on.settled()
        assert number(on) == 11
        assert len(on.changes) > changes
        assert on.memory.acts[-1].state["dump"] == {"number": 11}

    run(act)


def test_what_fails_later_is_told() -> None:
    async def act(on: Set) -> None:
        on.assistant.answers.append(PartError("Mawas berhenti."))
        await on.do("show", SHOW)
        await on.part("later")
        await on.settled()
        assert views.wall(on.stage)["trouble"] == "Mawas berhenti."

    run(act)


def test_leaving_a_part_stops_what_it_waits_for() -> None:
    async def act(on: Set) -> None:
        on.assistant.gate = asyncio.Event()
        await on.do("show", SHOW)
        await on.part("later")
        task: Any = on.stage._works._now
        assert on.assistant.asked
        await on.do("close")
        await on.settled()
        assert task.cancelled()
        await on.do("show", SHOW)
        assert number(on) == 0

    run(act)


def test_an_act_that_could_not_be_kept_is_told_and_shown_all_the_same() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        on.memory.full = True
        changes = len(on.changes)
        with pytest.raises(PartError, match="Belum tersimpan"):
            await on.part("next")
        assert number(on) == 1
        assert len(on.changes) > changes
        on.memory.full = False
        await on.part("next")
        assert on.memory.acts[-1].state["dump"] == {"number": 2}

    run(act)


def test_a_session_that_ended_shows_nothing_and_takes_nothing() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        await on.do("end")
        assert on.memory.ended
        assert views.wall(on.stage)["session"] is None
        with pytest.raises(PartError):
            await on.part("next")

    run(act)
