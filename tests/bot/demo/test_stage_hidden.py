"""A wall that is hidden stays hidden, and what was typed about a session can be put right."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from bot.demo import views
from bot.demo.parts import KINDS
from bot.demo.stepping import Stepping
from tests.bot.demo.stages import Counter, Set, made
from tests.bot.demo.test_stage import SHOW, number, run


def test_a_hidden_wall_stays_hidden_until_it_is_shown() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        await on.do("hide", True)
        await on.do("live")
        await on.do("live")
        await on.do("show", {"part": "hitung", "arguments": {"from": 2}})
        assert views.wall(on.stage)["part"] is None
        assert views.notes(on.stage, None)["part"]["view"] == {"number": 2}
        await on.do("hide", False)

    assert number(run(act)) == 2


def test_a_part_may_hide_the_wall() -> None:
    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        assert on.stage.shown is not None
        cast("Counter", on.stage.shown.part).services.hide()

    assert views.wall(run(act).stage)["hidden"]


def test_place_date_and_people_can_be_put_right() -> None:
    async def act(on: Set) -> None:
        await on.do("about", {"place": "Balai Dusun", "people": 41})
        assert on.stage.shown is not None
        assert on.stage.shown.notebook.people == 41

    on = run(act, made())
    assert views.wall(on.stage)["session"]["place"] == "Balai Dusun"


def test_the_menu_begins_with_the_check_and_says_what_is_done() -> None:
    assert next(iter(KINDS)).name == "cek"

    async def act(on: Set) -> None:
        await on.do("show", SHOW)
        await on.do("close")
        assert on.stage.shown is not None
        assert on.stage._store is not None
        (choice, _) = views.menu(on.stage, on.stage._store)[0]["choices"]
        assert (choice["left"], choice["done"]) == (True, False)
        (key,) = on.stage.shown.left
        on.stage.shown = replace(on.stage.shown, left={key: {"number": 3, "done": True}})
        (choice, other) = views.menu(on.stage, on.stage._store)[0]["choices"]
        assert (choice["done"], other["done"]) == (True, False)

    run(act)


def test_a_record_is_done_at_its_last_screen() -> None:
    assert Stepping((1, 2), 0).dump() == {"at": 0, "done": False}
    assert Stepping((1, 2), 1).dump() == {"at": 1, "done": True}
