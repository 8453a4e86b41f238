"""Everything that Telegram knows: people, chats with their messages, files."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.helpers.telegram_server.errors import bad_request, forbidden
from tests.helpers.telegram_server.params import Params

Message = dict[str, Any]
BOT_ID = 7_000_000_001
BOT = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "Mawas",
    "username": "mawas_uji_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


@dataclass
class Event:
    """One thing that happened in a chat, in the order in which the server saw it.

    Attributes:
        at: when (s, monotonic).
        kind: "user" and "bot" for new messages, "edit" and "delete" for what the bot did to its own, "action" for typing.
        message: the message as it was then; for an action {"action": ...}.
    """

    at: float
    kind: Literal["user", "bot", "edit", "delete", "action"]
    message: Message


@dataclass
class Chat:
    """A private chat or a group.

    Attributes:
        data: the Bot API's `Chat`.
        known: somebody has written, so that the bot may write.
        blocked: the person blocked the bot.
        kicked: the bot was thrown out of the group.
        members: user id -> status, in groups.
        messages: what stands on the screen, by message id.
        events: everything that happened.
    """

    data: dict[str, Any]
    known: bool = False
    blocked: bool = False
    kicked: bool = False
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The chat's id; a person's id for a private chat, negative for a group."""
        return int(self.data["id"])

    @property
    def is_group(self) -> bool:
        """Whether more than two people talk here."""
        return str(self.data["type"]) != "private"

    def note(
        self, kind: Literal["user", "bot", "edit", "delete", "action"], message: Message
    ) -> None:
        """Remember what happened."""
        self.events.append(Event(time.monotonic(), kind, dict(message)))

    def screen(self) -> list[Message]:
        """What a person sees now, oldest first."""
        return [self.messages[key] for key in sorted(self.messages)]


class World:
    """All chats and files of one bot."""

    def __init__(self) -> None:
        """Nobody has written yet."""
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, bytes] = {}
        self.paths: dict[str, str] = {}
        self._next_private = 0
        self._next_in_group: dict[int, int] = {}
        # Moved on by tests that let two days pass.
        self.days_passed = 0.0

    def now(self) -> int:
        """Telegram's clock (s since 1970)."""
        return int(time.time() + self.days_passed * 86400)

    def private(self, user_id: int, name: str) -> Chat:
        """The chat of a person with the bot; made when it is new."""
        data = {"id": user_id, "type": "private", "first_name": name}
        return self.chats.setdefault(user_id, Chat(data))

    def group(self, chat_id: int, title: str) -> Chat:
        """A group; made when it is new."""
        data = {"id": chat_id, "type": "supergroup", "title": title}
        chat = self.chats.setdefault(chat_id, Chat(data, known=True))
        chat.members.setdefault(BOT_ID, "member")
        return chat

    def message(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        """A new message on the screen of a chat; ids of private chats are shared, those of a group are its own."""
        if chat.is_group:
            number = self._next_in_group[chat.id] = self._next_in_group.get(chat.id, 0) + 1
        else:
            self._next_private += 1
            number = self._next_private
        message = {
            "message_id": number,
            "from": sender,
            "chat": chat.data,
            "date": self.now(),
            **content,
        }
        chat.messages[number] = message
        chat.note("bot" if sender["is_bot"] else "user", message)
        return message

    def file(self, data: bytes, name: str) -> dict[str, Any]:
        """Keep a file; what a message carries of it."""
        number = len(self.files) + 1
        file_id = f"AgACAgUAAx{number:06d}"
        self.files[file_id] = data
        self.paths[f"files/{number}_{name}"] = file_id
        return {
            "file_id": file_id,
            "file_unique_id": f"unik{number:06d}",
            "file_size": len(data),
        }

    def chat_of(self, params: Params, *, write: bool = False) -> Chat:
        """The chat that a call names.

        Raises:
            ApiError: there is none, or the bot may not write there.
        """
        named = params.text("chat_id")
        if not named:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(params.integer("chat_id"))
        if chat is None:
            raise bad_request("chat not found")
        if chat.kicked:
            raise forbidden("bot was kicked from the supergroup chat")
        if write and chat.blocked:
            raise forbidden("bot was blocked by the user")
        if write and not chat.known:
            raise forbidden("bot can't initiate conversation with a user")
        return chat
