"""The assistant's process: loading, ready, gone, and back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from bot.demo import assistant_process
from bot.demo.assistant import FAILED, LOADING, READY, AssistantProcess
from bot.demo.part import PartError
from bot.fallback.answers import FallbackAnswers
from bot.messages import Incoming
from bot.settings import Settings
from tests.helpers import hall_assistants


@pytest.fixture(autouse=True)
def _knows_nothing_of_danger(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fallback answers is tested in tests/bot/fallback/test_doors.py; to read the records takes seconds."""
    monkeypatch.setattr("bot.demo.assistant.fallback_answers", lambda _: FallbackAnswers(None))


TARGET = Callable[[Settings, Connection], None]


class Watched:
    """An assistant, and what it told the page."""

    def __init__(self, settings: Settings, target: TARGET) -> None:
        self.states: list[str] = []
        self.stores = 0
        self.changed = asyncio.Event()
        self.assistant = AssistantProcess(settings, self._changed, self._built, target)

    def _changed(self) -> None:
        self.states.append(self.assistant.state)
        self.changed.set()

    def _built(self) -> None:
        self.stores += 1

    async def becomes(self, state: str) -> None:
        while self.assistant.state != state:
            self.changed.clear()
            await asyncio.wait_for(self.changed.wait(), 60)

    async def says(self, text: str, sender: str = "a") -> str:
        return (await self.assistant.turn(Incoming(sender, text))).turn.replies[0].text


def run(tmp_path: Path, target: TARGET, test: Callable[[Watched], Awaitable[Any]]) -> Watched:
    settings = Settings(home=tmp_path, db_url="sqlite://", log_level=30)

    async def inside() -> Watched:
        watched = Watched(settings, target)
        watched.assistant.start()
        try:
            await test(watched)
        finally:
            await asyncio.to_thread(watched.assistant.stop)
        return watched

    return asyncio.run(inside())


def test_it_waits_while_loading_and_answers_each_question_with_its_own_answer(
    tmp_path: Path,
) -> None:
    async def test(watched: Watched) -> None:
        assert watched.assistant.state == LOADING
        assert "sedang dimuat" in watched.assistant.words
        both = asyncio.gather(watched.says("satu"), watched.says("dua", "b"))
        assert await both == ["satu", "dua"]
        assert await watched.assistant.told() == "Mawas siap menjawab."
        await watched.assistant.forget("a")

    watched = run(tmp_path, hall_assistants.answers, test)
    assert watched.states[:2] == [LOADING, READY]
    assert watched.stores == 1


def test_what_could_not_be_loaded_says_how_to_mend_it(tmp_path: Path) -> None:
    async def test(watched: Watched) -> None:
        assert "mawas train" in await watched.assistant.told()
        with pytest.raises(PartError, match="mawas train"):
            await watched.says("halo")
        assert watched.assistant.state == FAILED
        await watched.assistant.forget("a")

    run(tmp_path, hall_assistants.cannot_load, test)


def test_a_process_that_ends_is_told_and_can_be_started_again(tmp_path: Path) -> None:
    async def test(watched: Watched) -> None:
        await watched.becomes(READY)
        with pytest.raises(PartError, match="Muat lagi"):
            await watched.says(hall_assistants.DIES)
        assert watched.assistant.state == FAILED
        await asyncio.to_thread(watched.assistant._process.join)  # type: ignore[union-attr]
        watched.assistant.start()
        assert watched.assistant.state == LOADING
        assert await watched.says("halo") == "halo"

    run(tmp_path, hall_assistants.answers, test)


def test_a_message_that_fails_is_told_and_the_next_is_answered(tmp_path: Path) -> None:
    async def test(watched: Watched) -> None:
        with pytest.raises(PartError, match="kata lain"):
            await watched.says(hall_assistants.FAILS)
        assert watched.assistant.state == READY
        assert await watched.says("halo") == "halo"

    run(tmp_path, hall_assistants.answers, test)


def test_an_error_at_one_message_does_not_end_the_process(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Talk:
        async def turn(self, incoming: Incoming) -> Incoming:
            return incoming

        async def forget(self, sender: str) -> None:
            raise KeyError(sender)

    class Masks:
        def answered(self, incoming: Incoming, turn: Incoming) -> str:
            if "0812" in incoming.text:
                raise ValueError(incoming.text)
            return turn.text

        def forget(self, sender: str) -> None:
            pass

    async def inside() -> list[tuple[Any, ...]]:
        requests: asyncio.Queue[tuple[Any, ...]] = asyncio.Queue()
        said: list[tuple[Any, ...]] = []
        done = asyncio.Event()

        class Pipe:
            def send(self, message: tuple[Any, ...]) -> None:
                said.append(message)
                if len(said) == 3:
                    done.set()

        for request in (
            ("turn", 1, Incoming("a", "nomor 081234567890")),
            ("forget", 2, "a"),
            ("turn", 3, Incoming("a", "halo")),
        ):
            requests.put_nowait(request)
        given: Any = (Talk(), Masks(), requests, Pipe())
        answering = asyncio.create_task(assistant_process._answer(*given))
        ended = asyncio.create_task(done.wait())
        await asyncio.wait([answering, ended], return_when=asyncio.FIRST_COMPLETED)
        answering.cancel()
        ended.cancel()
        return said

    said = asyncio.run(inside())
    assert [message[:2] for message in said] == [("error", 1), ("error", 2), ("done", 3)]
    assert said[2][2] == "halo"
    assert "0812" not in caplog.text + str(said)
    assert "ValueError" in caplog.text


def test_starting_twice_starts_one_process(tmp_path: Path) -> None:
    async def test(watched: Watched) -> None:
        process = watched.assistant._process
        watched.assistant.start()
        assert watched.assistant._process is process

    run(tmp_path, hall_assistants.never_ready, test)


def test_a_question_is_not_left_waiting_when_loading_ends_badly(tmp_path: Path) -> None:
    async def test(watched: Watched) -> None:
        asked = asyncio.create_task(watched.says("halo"))
        await asyncio.sleep(0)
        watched.assistant._process.kill()  # type: ignore[union-attr]
        with pytest.raises(PartError):
            await asyncio.wait_for(asked, 60)

    run(tmp_path, hall_assistants.never_ready, test)


def test_the_real_assistant_answers_from_its_process(settings: Settings) -> None:
    text = "Info loker ke Kamboja jadi CS, gaji 15 juta, pakai visa turis, gratis. Hubungi 081234567890"

    async def inside() -> None:
        watched = Watched(settings, assistant_process.run)
        watched.assistant.start()
        try:
            answered = await asyncio.wait_for(watched.assistant.turn(Incoming("a", text)), 300)
            assert answered.turn.screening is not None
            assert "visa_kunjungan" in {mark.flag for mark in answered.marks}
            assert "0812" not in answered.shown
            assert "0812" not in "".join(reply.text for reply in answered.turn.replies)
            await watched.assistant.forget("a")
        finally:
            await asyncio.to_thread(watched.assistant.stop)

    asyncio.run(inside())
