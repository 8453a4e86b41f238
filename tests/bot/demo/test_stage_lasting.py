"""What must hold when things meet: an answer and a clearing, a vote and a leaving, an error and a wall that waits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.demo import views
from bot.demo.part import Answered, PartError
from bot.demo.parts.live import KIND as LIVE
from tests.bot.demo.stages import ABOUT, SameVotes, Set, made, turn_of

SHOW = {"part": "hitung", "arguments": {}}


def run(act: Callable[[Set], Awaitable[Any]], on: Set | None = None) -> None:
    async def inside() -> None:
        stage = on or made(langsung=LIVE)
        await stage.do("begin", ABOUT)
        await act(stage)
        await stage.stage.close()

    asyncio.run(inside())


def wall(on: Set) -> Any:
    return views.wall(on.stage)["part"]["view"]


async def ask(on: Set, text: str) -> None:
    """Ask in the live chat, and be answered later."""
    on.assistant.answers.append(Answered(turn_of(text), text))
    on.assistant.gate = asyncio.Event()
    await on.do("live")
    await on.part("ask", text)
    assert on.assistant.asked[-1].text == text
    assert wall(on)["waiting"]


def test_what_was_cleared_does_not_come_back_with_its_answer() -> None:
    async def act(on: Set) -> None:
        await ask(on, "rahasia")
        await on.part("clear")
        assert not wall(on)["waiting"]
        assert on.assistant.gate is not None
        on.assistant.gate.set()
        await on.settled()
        assert "rahasia" not in json.dumps(views.wall(on.stage))
        assert "rahasia" not in json.dumps([each.state for each in on.memory.acts])
        on.assistant.answers[:] = [Answered(turn_of("lagi"), "lagi")]
        await on.part("ask", "lagi")
        await on.settled()
        assert wall(on)["exchange"]["said"] == "lagi"

    run(act)


@pytest.mark.parametrize("do", ["close", "live", "end"])
def test_a_chat_that_is_left_is_forgotten_by_the_assistant(do: str) -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        await ask(on, "tanya")
        await on.do(do)
        await on.settled()
        assert on.assistant.forgotten == [on.assistant.asked[0].sender]

    run(act)


def test_a_page_that_is_closed_is_forgotten_too_and_waits_for_nothing_else() -> None:
    on = made(langsung=LIVE)
    run(lambda stage: ask(stage, "tanya"), on)
    assert on.assistant.forgotten == [on.assistant.asked[0].sender]
    assert on.stage.shown is not None


def test_leaving_a_chat_needs_no_assistant() -> None:
    async def act(on: Set) -> None:
        async def gone(_: str) -> None:
            raise PartError("Mawas berhenti.")

        on.assistant.forget = gone  # type: ignore[method-assign]
        await on.do("live")
        await on.do("close")
        await on.settled()
        assert on.stage.trouble is None

    run(act)


def test_an_error_of_any_kind_ends_the_waiting_and_tells_nothing_of_the_message(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def act(on: Set) -> None:
        on.assistant.answers.append(ValueError("nomor 081234567890"))
        await on.do("live")
        await on.part("ask", "nomor 081234567890")
        changes = len(on.changes)
        await on.settled()
        assert not wall(on)["waiting"]
        assert wall(on)["draft"] == {"lines": 1}
        assert "Coba sekali lagi" in str(on.stage.trouble)
        assert len(on.changes) > changes

    run(act)
    assert "ValueError" in caplog.text
    assert "0812" not in caplog.text


@pytest.mark.parametrize("do", ["close", "live", "end", "show"])
def test_votes_count_however_their_question_is_left(do: str) -> None:
    votes = SameVotes({})
    on = made(votes=votes)

    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        votes.votes = {"ya": 7}
        await on.do(do, {"part": "langsung"} if do == "show" else None)
        assert on.memory.acts[-1].notebook["counts"] == {"suara": {"ya": 7}}

    run(act, on)


def test_votes_are_noted_when_they_come() -> None:
    on = made(votes=SameVotes({"ya": 7}))

    async def act(on: Set) -> None:
        assert await on.stage.votes_came()
        await on.do("show", SHOW)
        assert await on.stage.votes_came()
        assert on.memory.acts[-1].notebook["counts"] == {"suara": {"ya": 7}}
        on.memory.full = True
        assert not await on.stage.votes_came()
        assert on.stage.trouble == "Belum tersimpan."

    run(act, on)


def test_a_session_whose_last_votes_cannot_be_kept_does_not_end() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        on.memory.full = True
        with pytest.raises(PartError):
            await on.do("end")
        assert on.stage.shown is not None
        assert not on.memory.ended

    run(act)
