from __future__ import annotations

import asyncio
from typing import Any

from telegram import Chat, Message
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.channels.telegram.buttons import short_id
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.gate import Gate, Rates
from bot.channels.telegram.health import Health
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.sending import Sender
from bot.messages import Button, Reply

REPLIES = (
    Reply("Satu & dua", (Button("Ya", "/ya"),)),
    Reply("Tiga"),
    Reply("Kartu", picture=b"png"),
)


class FakeBot:
    """Notes its calls; refuses those that `refuses` says."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.errors: list[Exception | None] = []

    async def _call(self, method: str, **words: Any) -> Message:
        self.calls.append((method, words))
        error = self.errors.pop(0) if self.errors else None
        if error:
            raise error
        chat = Chat(words["chat_id"], "private")
        return Message(100 + len(self.calls), None, chat)  # type: ignore[arg-type]

    async def send_message(self, **words: Any) -> Message:
        return await self._call("message", **words)

    async def send_photo(self, **words: Any) -> Message:
        return await self._call("photo", **words)

    async def delete_messages(self, chat_id: int, message_ids: list[int]) -> Message:
        return await self._call("delete", chat_id=chat_id, ids=list(message_ids))


class Stage:
    """A sender."""

    def __init__(self, *errors: Exception | None) -> None:
        self.bot = FakeBot()
        self.bot.errors = list(errors)
        self.health = Health()
        self.noted: list[tuple[int, int | None]] = []
        gate = Gate(Rates(1e6, 1e6, 1000, 1e6))
        self.sender = Sender(self.bot, Delivery(gate, self.health), self.health)  # type: ignore[arg-type]

    def send(self, outgoing: Outgoing, done: int = 0) -> list[tuple[str, dict[str, Any]]]:
        async def run() -> None:
            await self.sender.send(outgoing, done, lambda *words: self.noted.append(words))

        asyncio.run(run())
        return self.bot.calls


def test_each_reply_goes_out_in_order_and_is_counted() -> None:
    stage = Stage()
    calls = stage.send(Outgoing(5, "o", REPLIES))
    assert [method for method, _ in calls] == ["message", "message", "photo"]
    first = calls[0][1]
    assert (first["text"], first["parse_mode"]) == ("Satu &amp; dua", "HTML")
    assert first["link_preview_options"].is_disabled
    assert first["reply_markup"].inline_keyboard[0][0].callback_data == short_id("/ya")
    assert (calls[2][1]["caption"], calls[2][1]["photo"]) == ("Kartu", b"png")
    assert stage.noted == [(1, 101), (2, 102), (3, 103)]


def test_what_was_sent_before_is_not_sent_again() -> None:
    calls = Stage().send(Outgoing(5, "o", REPLIES, away=(1,)), done=2)
    assert [method for method, _ in calls] == ["photo"]


def test_what_telegram_does_not_take_goes_out_plainer() -> None:
    refused = BadRequest("Can't parse entities")
    stage = Stage(refused, refused)
    calls = stage.send(Outgoing(5, "o", REPLIES[:1], thread=7))
    assert [(words["text"], words["parse_mode"]) for _, words in calls] == [
        ("Satu &amp; dua", "HTML"),
        ("Satu & dua", None),
        ("Satu & dua", None),
    ]
    assert [words["message_thread_id"] for _, words in calls] == [7, None, None]
    assert [words["reply_markup"] is None for _, words in calls] == [False, False, True]


def test_a_picture_that_is_refused_leaves_its_words() -> None:
    calls = Stage(BadRequest("PHOTO_INVALID_DIMENSIONS")).send(Outgoing(5, "o", REPLIES[2:]))
    assert [method for method, _ in calls] == ["photo", "message"]
    assert calls[1][1]["text"] == "Kartu"


def test_who_blocked_the_bot_gets_nothing_more() -> None:
    stage = Stage(Forbidden("Forbidden: bot was blocked by the user"))
    assert len(stage.send(Outgoing(5, "o", REPLIES))) == 1
    assert stage.health.unreachable == 1


def test_a_group_that_moved_is_answered_in_its_new_place() -> None:
    stage = Stage(ChatMigrated(-100))
    calls = stage.send(Outgoing(-5, "o", REPLIES[:2], reply_to=9))
    assert [words["chat_id"] for _, words in calls] == [-5, -100, -100]
    assert calls[0][1]["reply_parameters"].message_id == 9
    # Quoted above the first message only.
    assert calls[2][1]["reply_parameters"] is None


def test_what_must_not_be_seen_goes_before_anything_is_said() -> None:
    away = tuple(range(250, 0, -1))
    calls = Stage().send(Outgoing(5, "o", (Reply("Kopi", covers=True),), away=away))
    assert [method for method, _ in calls] == ["delete"] * 3 + ["message"]
    assert [len(words["ids"]) for _, words in calls[:3]] == [100, 100, 50]
    assert calls[0][1]["ids"][0] == 250


def test_one_that_cannot_be_deleted_does_not_keep_the_others() -> None:
    stage = Stage(BadRequest("message can't be deleted"), None, BadRequest("x"))
    calls = stage.send(Outgoing(5, "o", (Reply("Kopi", covers=True),), away=(3, 2, 1)))
    assert [words.get("ids") for _, words in calls] == [[3, 2, 1], [3], [2], [1], None]
