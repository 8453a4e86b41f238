"""Votes are written down whatever happens, and what cannot be opened is said."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any, cast

import pytest

from bot.demo import hall as hall_module
from bot.demo import views
from bot.demo.assistant import AssistantProcess
from bot.demo.hall import Hall
from bot.demo.part import PartError
from bot.settings import Settings
from tests.bot.demo.desks import Assistant, Desk

ABOUT = {"place": "Balai Desa", "date": "2026-11-28", "people": 30}
QUIZ = {"part": "kuis", "arguments": {"items": ["q01"]}}


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall_module, "_VOTES_SECONDS", 0.0)


async def vote(desk: Desk, option: str) -> None:
    shown = desk.hall.stage.shown
    assert shown is not None
    assert shown.part is not None
    question = cast("dict[str, Any]", shown.part.phone())
    # Each answer comes from a handset of its own.
    desk.hall.phones.vote("", question, question["poll"], option, address=option)


def kept(desk: Desk) -> Any:
    assert desk.hall.sessions is not None
    session = desk.hall.sessions.session(cast("str", desk.hall.session))
    assert session is not None
    return session.counts.get("kuis/q01")


async def begun(desk: Desk) -> None:
    await desk.hall.act("stage", "begin", ABOUT)
    await desk.hall.act("stage", "show", QUIZ)


def test_a_vote_that_comes_while_others_are_written_is_written_too(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        votes_came, times = desk.hall.stage.votes_came, []

        async def slow() -> bool:
            times.append(1)
            is_kept = await votes_came()
            if len(times) == 1:
                await vote(desk, "asli")
            return is_kept

        desk.hall.stage.votes_came = slow  # type: ignore[method-assign]
        await vote(desk, "tipu")
        await cast("asyncio.Task[None]", desk.hall._keeping)
        assert len(times) == 2
        assert kept(desk) == {"asli": 1, "tipu": 1, "perlu_dicek": 0}

    at_desk(test)


def test_a_handset_is_answered_when_its_vote_is_on_the_disk(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        sessions, may_go_on = cast("Any", desk.hall.sessions), threading.Event()
        append, begins = sessions.append, asyncio.Event()
        loop = asyncio.get_running_loop()

        def slow(*given: Any) -> None:
            loop.call_soon_threadsafe(begins.set)
            assert may_go_on.wait(30)
            append(*given)

        sessions.append = slow
        question = cast("dict[str, Any]", views.handset(desk.hall.stage)["question"])
        body = {"kode": desk.hall.phones.code, "poll": question["poll"], "option": "tipu"}
        # The same handset twice: the second changes nothing, and is no sooner on the disk.
        first = asyncio.create_task(desk.handset.post("/suara", json=body))
        await begins.wait()
        again = asyncio.create_task(desk.handset.post("/suara", json=body))
        while not desk.hall.phones.counts(question["poll"]):
            await asyncio.sleep(0.01)
        assert not first.done()
        assert not again.done()
        assert kept(desk) is None
        may_go_on.set()
        assert [(await first).status, (await again).status] == [200, 200]
        assert kept(desk)["tipu"] == 1

    at_desk(test)


def test_votes_that_could_not_be_written_are_told_and_written_later(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        append, times = desk.hall.sessions.append, []  # type: ignore[union-attr]

        def full_at_first(*given: Any) -> None:
            times.append(desk.hall.stage.trouble)
            if len(times) == 1:
                raise PartError("Belum tersimpan.")
            append(*given)

        desk.hall.sessions.append = full_at_first  # type: ignore[union-attr, method-assign]
        await vote(desk, "tipu")
        await cast("asyncio.Task[None]", desk.hall._keeping)
        assert times == [None, "Belum tersimpan."]
        assert kept(desk)["tipu"] == 1

    at_desk(test)


def test_votes_of_the_last_second_are_written_when_the_page_is_closed(
    at_desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hall_module, "_VOTES_SECONDS", 3600.0)

    async def test(desk: Desk) -> None:
        await begun(desk)
        await vote(desk, "tipu")
        await asyncio.sleep(0)
        sessions = desk.hall.sessions
        assert sessions is not None
        closes: list[Any] = []
        sessions.close = lambda: closes.append(kept(desk))  # type: ignore[method-assign]
        await desk.hall.close()
        assert closes == [{"asli": 0, "tipu": 1, "perlu_dicek": 0}]

    at_desk(test)


def test_votes_just_before_the_end_are_in_the_report(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        id_, sessions = desk.hall.session, desk.hall.sessions
        await vote(desk, "tipu")
        await desk.hall.act("stage", "end", None)
        assert desk.hall.session is None
        session = cast("Any", sessions).session(id_)
        assert session.counts == {"kuis/q01": {"asli": 0, "tipu": 1, "perlu_dicek": 0}}

    at_desk(test)


def test_an_assistant_that_is_loaded_again_opens_nothing_twice(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        store, sessions, opening = desk.hall.store, desk.hall.sessions, desk.hall._opening
        desk.hall.open_soon()
        assert desk.hall._opening is opening
        assert (desk.hall.store, desk.hall.sessions) == (store, sessions)

    at_desk(test)


def test_knowledge_that_cannot_be_opened_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Settings) -> None:
        raise ValueError("/home/siti/rahasia")

    monkeypatch.setattr("bot.demo.sessions.store.SessionStore", broken)

    async def test() -> None:
        settings = Settings(home=tmp_path, db_url="sqlite://", log_level=30)
        hall = Hall(settings, cast("AssistantProcess", Assistant()))
        hall.open_soon()
        first = cast("asyncio.Task[None]", hall._opening)
        await first
        assert "ValueError" in str(hall.stage.trouble)
        # A later act must not say that it is only a matter of waiting.
        with pytest.raises(PartError, match="doctor"):
            await hall.act("stage", "begin", ABOUT)
        hall.open_soon()
        assert hall._opening is not first
        await hall.close()

    asyncio.run(test())
    assert "siti" not in caplog.text


def test_a_vote_counts_or_is_refused_while_the_session_ends(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        code, id_ = desk.hall.phones.code, desk.hall.session
        question = cast("dict[str, Any]", views.handset(desk.hall.stage)["question"])
        sessions = cast("Any", desk.hall.sessions)
        body = {"kode": code, "poll": question["poll"], "option": "tipu"}
        answers: list[int] = []
        loop = asyncio.get_running_loop()

        async def vote_now() -> None:
            answers.append((await desk.handset.post("/suara", json=body)).status)

        def with_a_vote(work: Any) -> Any:
            # It is called in a thread: a handset votes at the very moment.
            def working(*given: Any) -> None:
                work(*given)
                asyncio.run_coroutine_threadsafe(vote_now(), loop).result(10)

            return working

        await vote_now()
        sessions.append, sessions.end = with_a_vote(sessions.append), with_a_vote(sessions.end)
        await desk.hall.act("stage", "end", None)
        assert answers == [200, 409, 409]
        assert sessions.session(id_).counts["kuis/q01"]["tipu"] == answers.count(200)

    at_desk(test)


def test_a_session_that_could_not_be_ended_takes_votes_again(at_desk: Any) -> None:
    async def test(desk: Desk) -> None:
        await begun(desk)
        sessions = cast("Any", desk.hall.sessions)

        def full(_: str) -> None:
            raise PartError("Belum tersimpan.")

        sessions.end = full
        with pytest.raises(PartError, match="Belum tersimpan"):
            await desk.hall.act("stage", "end", None)
        assert views.handset(desk.hall.stage)["question"] is not None

    at_desk(test)
