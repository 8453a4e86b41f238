from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.channels.telegram import inbox as inbox_module
from bot.channels.telegram.database import Database
from bot.channels.telegram.inbox import Inbox, chat_of
from tests.bot.channels.telegram.updates import CHAT, message, press

Work = Callable[[Inbox], Awaitable[None]]


def with_inbox(home: Path, work: Work, worker: int = 0, workers: int = 1) -> None:
    """Do something with an inbox; each call is a process of its own."""

    async def run() -> None:
        database = Database(f"sqlite:///{home / 'telegram.db'}")
        try:
            await work(Inbox(database, worker, workers))
        finally:
            database.close()

    asyncio.run(run())


def test_what_was_received_is_there_after_a_restart_in_order(tmp_path: Path) -> None:
    async def receive(inbox: Inbox) -> None:
        rows = await inbox.receive([message(7, text="b"), message(5, text="a")])
        assert [row.update_id for row in rows] == [5, 7]

    async def look(inbox: Inbox) -> None:
        left = await inbox.left()
        assert [row.body["message"]["text"] for row in left] == ["a", "b"]
        assert {row.chat for row in left} == {CHAT}

    with_inbox(tmp_path, receive)
    with_inbox(tmp_path, look)


def test_nothing_is_new_twice_before_or_after_its_answer(tmp_path: Path) -> None:
    async def work(inbox: Inbox) -> None:
        assert len(await inbox.receive([message(1), message(1)])) == 1
        assert await inbox.receive([message(1)]) == []
        await inbox.answered([1])
        await inbox.answered([1])
        assert await inbox.receive([message(1)]) == []
        assert await inbox.left() == []

    with_inbox(tmp_path, work)


def test_an_answer_takes_the_place_of_the_words_of_the_whole_case(tmp_path: Path) -> None:
    async def work(inbox: Inbox) -> None:
        await inbox.receive([message(1), message(2), message(3)])
        await inbox.take([1, 2])
        await inbox.answer([1, 2], "jawaban")
        await inbox.sent(1, 2)

    async def look(inbox: Inbox) -> None:
        first, other = await inbox.left()
        assert (first.update_id, first.body, first.replies, first.sent) == (1, {}, "jawaban", 2)
        assert (other.update_id, other.replies, other.tries, first.tries) == (3, None, 0, 1)
        assert await inbox.receive([message(2)]) == []

    with_inbox(tmp_path, work)
    with_inbox(tmp_path, look)


def test_workers_share_the_chats_and_each_sees_only_its_own(tmp_path: Path) -> None:
    chats = (1001, 1002, 1003, -1_000_000_000_005)

    async def receive(inbox: Inbox) -> None:
        await inbox.receive([message(number, chat) for number, chat in enumerate(chats)])

    seen: list[list[int]] = []

    async def look(inbox: Inbox) -> None:
        left = await inbox.left()
        seen.append([row.chat for row in left])
        assert all(inbox.owner(row.chat) == len(seen) - 1 for row in left)

    with_inbox(tmp_path, receive)
    for worker in range(3):
        with_inbox(tmp_path, look, worker, 3)
    assert sorted(chat for part in seen for chat in part) == sorted(chats)


def test_each_bot_counts_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        database = Database(f"sqlite:///{tmp_path / 'telegram.db'}")
        one, other = Inbox(database, bot=1), Inbox(database, bot=2)
        await one.receive([message(1), message(2)])
        await one.answered([1])
        assert len(await other.receive([message(1)])) == 1
        assert [row.update_id for row in await one.left()] == [2]
        now = inbox_module.time.time()
        monkeypatch.setattr(inbox_module.time, "time", lambda: now + 49 * 3600)
        await other.forget_old()
        assert (await one.left(), len(await other.left())) == ([], 1)
        database.close()

    asyncio.run(run())


def test_some_chats_only(tmp_path: Path) -> None:
    async def work(inbox: Inbox) -> None:
        await inbox.receive([message(1, 5), message(2, 6), message(3, 5)])
        assert [row.update_id for row in await inbox.left({5})] == [1, 3]

    with_inbox(tmp_path, work)


def test_answered_numbers_are_forgotten_when_telegram_cannot_send_them_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(inbox: Inbox) -> None:
        await inbox.receive([message(1)])
        await inbox.answered([1])
        await inbox.forget_old()
        assert await inbox.receive([message(1)]) == []
        now = inbox_module.time.time()
        monkeypatch.setattr(inbox_module.time, "time", lambda: now + 49 * 3600)
        await inbox.forget_old()
        assert len(await inbox.receive([message(1)])) == 1

    with_inbox(tmp_path, work)


def test_whose_update_it_is() -> None:
    assert chat_of(message(1, -5)) == -5
    assert chat_of(press(1, "m")) == CHAT
    without = press(1, "m")
    del without["callback_query"]["message"]
    assert chat_of(without) == CHAT
    change = {"update_id": 1, "my_chat_member": {"chat": {"id": -9}}}
    assert chat_of(change) == -9
    assert chat_of({"update_id": 1, "poll": {}}) is None


def test_halves_of_letters_and_zeros_are_kept_as_they_came(tmp_path: Path) -> None:
    said = "tolong \ud83d saya\0"

    async def work(inbox: Inbox) -> None:
        await inbox.receive([message(1, text=said)])
        (row,) = await inbox.left()
        assert row.body["message"]["text"] == said

    with_inbox(tmp_path, work)


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**30, float("inf"), float("nan")])
def test_an_id_that_fits_into_no_column_is_not_as_telegram_describes_it(number: float) -> None:
    update = message(1)
    update["message"]["chat"]["id"] = number
    with pytest.raises((ValueError, OverflowError)):
        chat_of(update)
