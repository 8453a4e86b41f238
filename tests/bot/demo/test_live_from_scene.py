"""A scene hands its offer to the live chat and goes on afterwards where it was."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.demo import views
from bot.demo.part import PartError
from knowledge.store import Store
from tests.bot.demo.desks import Desk

Test = Callable[[Callable[[Desk], Awaitable[None]]], None]
ABOUT = {"place": "Balai Desa", "date": "2026-11-28", "people": 30}
SHOW = {"part": "adegan", "arguments": {"id": "kamboja_admin"}, "title": "Teman lama"}


def test_an_offer_stands_in_the_field_of_the_chat(at_desk: Test, real_store: Store) -> None:
    scene = real_store.scene("kamboja_admin")
    assert scene is not None
    offer = next(step.offer.pasted for step in scene.steps if step.offer)

    async def act(desk: Desk) -> None:
        stage = desk.hall.stage
        await stage.act("stage", "begin", ABOUT)
        await stage.act("stage", "show", SHOW)
        for _ in range(8):
            await stage.act("part", "next", None)
        before = views.wall(stage)["part"]

        await stage.act("stage", "live", {"draft": offer})
        chat = views.wall(stage)["part"]
        assert (chat["name"], chat["view"]["draft"]) == (
            "langsung",
            {"lines": len(offer.splitlines())},
        )
        assert views.notes(stage, None)["part"]["notes"]["draft"] == offer

        await stage.act("stage", "live", None)
        assert views.wall(stage)["part"] == before

    at_desk(act)


def test_what_is_no_text_is_refused_and_the_scene_stays(at_desk: Test) -> None:
    async def act(desk: Desk) -> None:
        stage = desk.hall.stage
        await stage.act("stage", "begin", ABOUT)
        await stage.act("stage", "show", SHOW)
        with pytest.raises(PartError):
            await stage.act("stage", "live", {"draft": ["bukan teks"]})
        assert views.wall(stage)["part"]["name"] == "adegan"

    at_desk(act)
