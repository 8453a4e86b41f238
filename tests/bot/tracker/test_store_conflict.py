"""Two processes that answer the same conversation at once, where no lock kept them apart: nothing is mixed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.said import SAID
from bot.database import engine_of
from bot.tracker import shorten
from bot.tracker.conflict import ConflictError
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make, say, texts
from tests.helpers.postgresql import postgresql

pytestmark = pytest.mark.asyncio


async def begun(store: ConversationStore, sender: str, text: str) -> DialogueStateTracker:
    """A turn that is answered and not stored yet."""
    tracker = await store.get_or_create_tracker(sender)
    tracker.update(UserUttered(text, message_id=text), DOMAIN)
    tracker.update(SlotSet("a", text), DOMAIN)
    tracker.update(ActionExecuted("action_listen"), DOMAIN)
    return tracker


async def refused(store: ConversationStore, tracker: DialogueStateTracker) -> None:
    with pytest.raises(ConflictError):
        await store.save(tracker)


@pytest.mark.parametrize("before", [(), ("satu",), tuple("abcd")])
async def test_the_second_of_two_turns_is_refused_and_can_be_said_again(
    make: Make, before: tuple[str, ...]
) -> None:
    one, other = make(), make()
    if before:
        await say(one, "x", *before)
    late = await begun(one, "x", "lambat")
    await say(other, "x", "cepat")
    await refused(one, late)
    assert texts(await make().retrieve("x")) == [*before, "cepat"]
    await say(one, "x", "lambat")
    assert texts(await make().retrieve("x")) == [*before, "cepat", "lambat"]


async def test_also_when_the_turn_left_memory_meanwhile(make: Make) -> None:
    one, other = make(most_live=1), make()
    await say(one, "x", "satu")
    late = await begun(one, "x", "lambat")
    await say(one, "y", "lain")
    await say(other, "x", "cepat")
    await refused(one, late)
    assert texts(await make().retrieve("x")) == ["satu", "cepat"]


async def test_also_when_one_of_them_shortens(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shorten, "MOST_TURNS", 2)
    one, other = make(), make()
    await say(one, "x", "satu", "dua")
    late = await begun(one, "x", "lambat")
    await say(other, "x", "cepat")
    await refused(one, late)
    await say(one, "x", "lambat")
    assert texts(await make().retrieve("x"))[-2:] == ["cepat", "lambat"]


async def test_deleted_stays_deleted(make: Make) -> None:
    one, other = make(), make()
    await say(one, "x", "satu")
    late = await begun(one, "x", "lambat")
    await other.delete(["x"])
    await refused(one, late)
    assert await make().retrieve("x") is None


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with postgresql() as url:
        yield url


async def test_a_server_has_those_who_store_wait_for_each_other(url: str) -> None:
    stores = [ConversationStore(DOMAIN, engine_of(url)) for _ in range(4)]
    turns = 10

    def talk(number: int) -> None:
        async def all_turns() -> None:
            for turn in range(turns):
                while True:
                    try:
                        await say(stores[number], "x", f"{number}-{turn}")
                    except ConflictError:
                        continue
                    break

        asyncio.run(all_turns())

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(len(stores))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = await stores[0].retrieve("x")
    assert found is not None
    said = [row["text"] for row in found.get_slot(SAID) or ()] + texts(found)
    assert len(said) == len(set(said))
    for number in range(len(stores)):
        mine = [text for text in said if text.startswith(f"{number}-")]
        assert mine == sorted(mine, key=lambda text: int(text.split("-")[1]))
    assert len(said) == len(stores) * turns
    assert [slot for slot in [found.get_slot("a")] if slot] == said[-1:]
    await stores[0].delete(["x"])
    assert await stores[1].retrieve("x") is None
