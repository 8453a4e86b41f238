from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.channels.telegram import buttons as buttons_module
from bot.channels.telegram import shown as shown_module
from bot.channels.telegram.buttons import Buttons, short_id
from bot.channels.telegram.database import Database
from bot.channels.telegram.shown import Shown
from bot.messages import Button

YES, NO = Button("Ya", "/ya"), Button("Tidak", "/tidak" + "x" * 500)


def _with(home: Path, work: Callable[[Database], Awaitable[None]]) -> None:
    async def run() -> None:
        database = Database(f"sqlite:///{home / 'telegram.db'}")
        try:
            await work(database)
        finally:
            database.close()

    asyncio.run(run())


def test_an_id_leads_back_to_its_payload_for_its_owner_only(tmp_path: Path) -> None:
    async def work(database: Database) -> None:
        buttons = Buttons(database)
        ids = [short_id(YES.payload), short_id(NO.payload)]
        await buttons.keep("a", [YES, NO, YES])
        assert [await buttons.payload("a", number) for number in ids] == [
            YES.payload,
            NO.payload,
        ]
        assert await buttons.payload("b", ids[0]) is None
        assert await buttons.payload("a", "") is None
        await buttons.keep("a", [])

    _with(tmp_path, work)


def test_a_menu_shown_again_is_kept_once_and_can_be_forgotten(tmp_path: Path) -> None:
    async def work(database: Database) -> None:
        buttons = Buttons(database)
        for _ in range(5):
            await buttons.keep("a", [YES, NO])
        await buttons.keep("b", [YES])
        assert await buttons.count("a") == 2
        assert await buttons.forget("a") == 2
        assert (await buttons.count("a"), await buttons.count("b")) == (0, 1)

    _with(tmp_path, work)


def test_a_button_that_was_shown_again_lives_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(database: Database) -> None:
        buttons, now = Buttons(database), buttons_module.time.time()
        yes, no = short_id(YES.payload), short_id(NO.payload)
        await buttons.keep("a", [YES, NO])
        monkeypatch.setattr(buttons_module.time, "time", lambda: now + 20 * 24 * 3600)
        await buttons.keep("a", [YES])
        monkeypatch.setattr(buttons_module.time, "time", lambda: now + 31 * 24 * 3600)
        assert await buttons.forget_old() == 1
        assert await buttons.payload("a", yes) == YES.payload
        assert await buttons.payload("a", no) is None

    _with(tmp_path, work)


def test_what_stands_on_the_screen_is_known_for_two_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(database: Database) -> None:
        shown, now = Shown(database), shown_module.time.time()
        await shown.note("a", [1, 2, 2])
        await shown.note("a", [2])
        await shown.note("a", [])
        await shown.note("b", [9])
        assert await shown.standing("a") == [2, 1]
        assert await shown.count("a") == 2
        monkeypatch.setattr(shown_module.time, "time", lambda: now + 47 * 3600)
        await shown.note("a", [3])
        monkeypatch.setattr(shown_module.time, "time", lambda: now + 48 * 3600)
        assert await shown.standing("a") == [3]
        assert await shown.forget_old() == 3
        assert (await shown.forget("a"), await shown.count("b")) == (1, 0)

    _with(tmp_path, work)
