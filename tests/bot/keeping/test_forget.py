"""Deleting conversations: all of them or the old ones, beside a bot that has them in memory, from the files too."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.channels.telegram.share import Share
from bot.keeping import idle
from bot.keeping.forget import Forgotten, forget
from bot.messages import Incoming
from bot.settings import Settings, remembered_seconds
from tests.bot.keeping.conftest import Place
from tests.bot.keeping.rows import DAY, SECRET, all_rows, converse, files_with, hold, meet, store_of
from tests.bot.tracker.talks import say, texts

BOTH = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])


def _senders(settings: Settings) -> set[str]:
    return {row[0] for row in all_rows(settings)["events"]}


@BOTH
def test_only_who_did_not_come_back_is_forgotten(kind: str, place: Place) -> None:
    settings = place(kind)
    asyncio.run(converse(settings, {"lama": 8, "baru": 6, "sekarang": 0}))
    assert forget(settings, 7 * DAY).conversations == 1
    assert _senders(settings) == {"baru", "sekarang"}
    assert forget(settings, 7 * DAY) == Forgotten()


@BOTH
def test_all_is_all_but_settings_of_groups_and_halls(kind: str, place: Place) -> None:
    settings = place(kind)
    asyncio.run(converse(settings, {"lama": 8, "sekarang": 0}))
    hold(settings)
    meet(settings)
    assert forget(settings, None) == Forgotten(2, buttons=1, shown=1, waiting=1)
    left = {name for name, rows in all_rows(settings).items() if rows}
    # Numbers of updates name nobody; without them Telegram would be answered twice.
    assert left == {"telegram_answered", "telegram_groups", "demo_sessions", "demo_counts"}
    assert files_with(settings, SECRET) == []


def test_what_a_running_bot_is_about_to_answer_stays_until_then(place: Place) -> None:
    settings = place("sqlite")
    hold(settings)
    share = Share(settings.home)
    share.acquire()
    try:
        assert forget(settings, None) == Forgotten(buttons=1, shown=1, left=1)
    finally:
        share.release()
    assert forget(settings, None).waiting == 1


@pytest.mark.parametrize(
    ("ago", "is_retention", "deleted"),
    [(8, False, (1, 1, 1)), (8, True, (0, 1, 1)), (31, True, (1, 1, 1)), (6, False, (0, 1, 0)), (1, False, (0, 0, 0))],
)  # fmt: skip
def test_rows_of_the_channel_go_after_their_own_time_or_sooner(
    ago: float, is_retention: bool, deleted: tuple[int, int, int], place: Place
) -> None:
    settings = place("sqlite")
    hold(settings, ago)
    told = forget(settings, 7 * DAY, is_retention)
    assert (told.buttons, told.shown, told.waiting) == deleted
    assert len(all_rows(settings)["telegram_waiting"]) == 1 - told.waiting


@pytest.mark.parametrize(("hours", "is_left"), [(1.5, True), (47, True), (49, False)])
def test_with_a_short_retention_a_message_still_waits_for_a_bot_that_was_away(
    hours: float, is_left: bool, place: Place
) -> None:
    """A cry for help of the night is answered in the morning; Telegram itself gives up after a day."""
    settings = place("sqlite")
    hold(settings, hours / 24)
    told = forget(settings, remembered_seconds(0), is_retention=True)
    assert (told.waiting == 0) is is_left
    assert bool(all_rows(settings)["telegram_waiting"]) is is_left
    assert bool(files_with(settings, SECRET)) is is_left


@BOTH
@pytest.mark.parametrize(("hours", "texts_left"), [(0.5, 1), (1.5, 0)])
def test_a_retention_of_no_day_is_an_hour(
    kind: str, hours: float, texts_left: int, place: Place
) -> None:
    settings = place(kind)
    asyncio.run(converse(settings, {"x": hours / 24}))
    forget(settings, remembered_seconds(0), is_retention=True)
    assert len(_senders(settings)) == texts_left
    if kind == "sqlite":
        assert bool(files_with(settings, SECRET)) is bool(texts_left)


@BOTH
def test_of_an_evening_that_was_never_ended_the_wall_is_erased(kind: str, place: Place) -> None:
    settings = place(kind)
    meet(settings, state=f'{{"kata": "{SECRET}"}}', ago=8)
    assert forget(settings, 7 * DAY, is_retention=True).halls == 1
    assert forget(settings, 7 * DAY, is_retention=True).halls == 0
    assert files_with(settings, SECRET) == []
    (row,) = all_rows(settings)["demo_sessions"]
    assert "Balai Desa – “Ende”" in row
    assert all_rows(settings)["demo_counts"]


def test_an_evening_that_goes_on_tomorrow_keeps_its_wall(place: Place) -> None:
    settings = place("sqlite")
    meet(settings, state=f'{{"kata": "{SECRET}"}}', ago=1)
    assert forget(settings, remembered_seconds(0), is_retention=True).halls == 0
    assert files_with(settings, SECRET) != []
    assert forget(settings, None).halls == 1
    assert files_with(settings, SECRET) == []


@BOTH
def test_a_running_bot_does_not_bring_them_back(kind: str, place: Place) -> None:
    async def scene() -> None:
        settings = place(kind)
        bot = store_of(settings)
        await say(bot, "x", f"{SECRET} satu", "dua")
        assert forget(settings, None).conversations == 1
        assert await bot.retrieve("x") is None
        await say(bot, "x", "tiga")
        assert texts(await store_of(settings).retrieve("x")) == ["tiga"]
        assert files_with(settings, SECRET) == []

    asyncio.run(scene())


def test_who_comes_back_meanwhile_keeps_the_conversation(place: Place) -> None:
    async def scene() -> None:
        settings = place("sqlite")
        await converse(settings, {"x": 8, "y": 8})
        bot = store_of(settings)
        before = (await say(bot, "z", "satu")).events[0].timestamp
        idle_now = await bot.idle_since(before)
        assert set(idle_now) == {"x", "y"}
        await say(bot, "x", "kembali")
        await bot.delete(idle_now, before)
        assert texts(await bot.retrieve("x")) == [f"{SECRET} satu", "dua", "kembali"]
        assert await bot.retrieve("y") is None

    asyncio.run(scene())


def test_many_are_deleted_together_and_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "BATCH", 3)
    settings = place("sqlite")
    asyncio.run(converse(settings, {f"x{number}": 8 for number in range(8)}))
    assert forget(settings, 7 * DAY).conversations == 8


def test_nothing_was_ever_kept(place: Place) -> None:
    settings = place("sqlite")
    assert forget(settings, None) == Forgotten()
    assert list(settings.home.iterdir()) == []


def test_the_assistant_forgets_many_beside_its_turns(settings: Settings, place: Place) -> None:
    """The real one: what was asked before is not known any more."""
    from bot.conversation import Conversation

    home = place("sqlite").home
    for folder in (settings.models, settings.screening):
        (home / folder.name).symlink_to(folder)
    kept = replace(settings, home=home)

    async def scene() -> None:
        bot = Conversation.load(kept, keeps=True)
        for sender in ("x", "y"):
            await bot.turn(Incoming(sender, "berapa gaji di malaysia?"))
        assert forget(kept, None).conversations == 2
        assert await bot.remembered("x") == 0
        turn = await bot.turn(Incoming("x", "kalau taiwan?"))
        assert turn.topics != ("gaji_negara",)
        assert await bot.remembered("x") == 1
        assert await bot.forget_idle(0) == 1
        assert await bot.remembered("x") == 0

    asyncio.run(scene())
