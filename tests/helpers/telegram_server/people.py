"""People who use the bot: what they do in Telegram becomes updates, what they see is read from the screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.helpers.telegram_server.formatted import typed_entities
from tests.helpers.telegram_server.world import BOT, BOT_ID, Chat, Message

if TYPE_CHECKING:
    from tests.helpers.telegram_server.server import TelegramServer

_PATIENCE = 10.0
_LOOK = 0.01
_SILENCE = 0.3


class Group:
    """A group with the bot in it."""

    def __init__(self, server: TelegramServer, chat_id: int, title: str) -> None:
        """Make the group when it is new."""
        self.chat: Chat = server.world.group(chat_id, title)

    def shows(self, message: Message) -> bool:
        """Whether the bot gets a message: all of them as an administrator, else what is meant for it."""
        return self.chat.members[BOT_ID] == "administrator" or _is_for_bot(message)

    def promotes_bot(self) -> None:
        """Make the bot an administrator, so that it reads all."""
        self.chat.members[BOT_ID] = "administrator"

    def joins(self, person: Person, status: str = "member") -> None:
        """A person is a member, an "administrator" or the "creator" from now on."""
        self.chat.members[person.id] = status


class Person:
    """One person with a phone. Every method that does something returns the update's id (None: the bot did not ask for such)."""

    def __init__(self, server: TelegramServer, user_id: int, name: str) -> None:
        """Somebody who may have written before."""
        self._server = server
        self.id = user_id
        self.user = {"id": user_id, "is_bot": False, "first_name": name, "language_code": "id"}
        self.chat = server.world.private(user_id, name)
        self._read = 0

    def says(
        self, text: str, *, to: Group | None = None, answering: Message | None = None
    ) -> int | None:
        """Type a message, here or in a group, perhaps as a reply to another message."""
        content: dict[str, Any] = {"text": text}
        if answering:
            content["reply_to_message"] = answering
        return self.sends(content, to=to)

    def sends(self, content: dict[str, Any], *, to: Group | None = None) -> int | None:
        """Send a message of any kind: the fields of the Bot API's `Message` beside who, where and when."""
        chat = to.chat if to else self.chat
        chat.known = True
        for text, entities in (("text", "entities"), ("caption", "caption_entities")):
            if found := typed_entities(content.get(text) or ""):
                content = {**content, entities: found}
        message = self._server.world.message(chat, self.user, content)
        if to and not to.shows(message):
            return None
        return self._server.updates.push("message", message)

    def sends_photo(
        self, data: bytes, caption: str = "", *, album: str = "", to: Group | None = None
    ) -> int | None:
        """Send a photo, perhaps as part of an album; Telegram offers it in two sizes."""
        world = self._server.world
        sizes = [
            {**world.file(data, "kecil.jpg"), "width": 90, "height": 90},
            {**world.file(data, "besar.jpg"), "width": 900, "height": 900},
        ]
        content: dict[str, Any] = {"photo": sizes}
        if caption:
            content["caption"] = caption
        if album:
            content["media_group_id"] = album
        return self.sends(content, to=to)

    def sends_document(
        self, data: bytes, name: str, mime: str, caption: str = "", *, size: int | None = None
    ) -> int | None:
        """Send a file; `size` says another size than its own."""
        document = {
            **self._server.world.file(data, name),
            "file_name": name,
            "mime_type": mime,
        }
        if size is not None:
            document["file_size"] = size
        return self.sends({"document": document, **({"caption": caption} if caption else {})})

    def forwards(self, text: str, who: str = "Lowongan Kerja Luar Negeri") -> int | None:
        """Forward a message of somebody who hides their account."""
        origin = {
            "type": "hidden_user",
            "date": self._server.world.now() - 3600,
            "sender_user_name": who,
        }
        return self.sends({"text": text, "forward_origin": origin})

    def edits(self, message: Message, text: str) -> int | None:
        """Change a message that was typed."""
        changed = {
            **message,
            "text": text,
            "edit_date": self._server.world.now(),
        }
        changed.pop("entities", None)
        if found := typed_entities(text):
            changed["entities"] = found
        chat = self._server.world.chats[message["chat"]["id"]]
        chat.messages[message["message_id"]] = changed
        return self._server.updates.push("edited_message", changed)

    def presses(self, title: str, message: Message | None = None) -> int | None:
        """Press the button that begins with these words, the lowest on the screen or that of a message."""
        for shown in [message] if message else reversed(self.chat.screen()):
            for button in buttons_of(shown):
                if button["text"].casefold().startswith(title.casefold()):
                    return self.taps(shown, button["callback_data"])
        raise AssertionError(f"no button {title!r} on the screen: {self.titles()}")

    def taps(self, message: Message, data: str) -> int | None:
        """Press a button by its data, even one that is not there any more."""
        query = {
            "id": self._server.query_id(),
            "from": self.user,
            "chat_instance": str(self.id * 31),
            "message": message,
            "data": data,
        }
        return self._server.updates.push("callback_query", query)

    def blocks(self, blocked: bool = True) -> int | None:
        """Block the bot, or allow it again."""
        self.chat.blocked = blocked
        states = ("member", "kicked") if blocked else ("kicked", "member")
        before, after = (
            {"user": BOT, "status": state, **({"until_date": 0} if state == "kicked" else {})}
            for state in states
        )
        return self._server.updates.push(
            "my_chat_member",
            {
                "chat": self.chat.data,
                "from": self.user,
                "date": self._server.world.now(),
                "old_chat_member": before,
                "new_chat_member": after,
            },
        )

    def answers(self) -> list[Message]:
        """Every message of the bot that stands on the screen."""
        return [message for message in self.chat.screen() if message["from"]["is_bot"]]

    def titles(self) -> list[str]:
        """Every button on the screen."""
        return [button["text"] for shown in self.chat.screen() for button in buttons_of(shown)]

    async def hears(self, count: int = 1, patience: float = _PATIENCE) -> list[Message]:
        """Wait for so many new bubbles since the last call; edits of old ones are not new.

        Raises:
            AssertionError: they did not come in time.
        """
        until = asyncio.get_running_loop().time() + patience
        while len(self._said()) < self._read + count:
            if asyncio.get_running_loop().time() > until:
                raise AssertionError(
                    f"{len(self._said()) - self._read} of {count} answers in {patience} s"
                )
            await asyncio.sleep(_LOOK)
        new = self._said()[self._read :]
        self._read += len(new)
        return new

    async def hears_all(self, silence: float = _SILENCE) -> list[Message]:
        """Wait for the first new bubble and then until nothing more comes for this long (s)."""
        new = await self.hears()
        while True:
            await asyncio.sleep(silence)
            if len(self._said()) == self._read:
                return new
            new += await self.hears()

    async def hears_text(self, silence: float = 0.15) -> str:
        """What is heard, however many bubbles it takes."""
        said = await self.hears_all(silence)
        return "\n\n".join(message.get("text") or message.get("caption", "") for message in said)

    async def hears_nothing(self, silence: float = _SILENCE) -> None:
        """Wait this long (s) and expect no answer.

        Raises:
            AssertionError: one came.
        """
        await asyncio.sleep(silence)
        new = [
            message.get("text") or message.get("caption") for message in self._said()[self._read :]
        ]
        assert new == []

    def _said(self) -> list[Message]:
        return [event.message for event in self.chat.events if event.kind == "bot"]


def buttons_of(message: Message) -> list[dict[str, Any]]:
    """The buttons under a message, row by row."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _is_for_bot(message: Message) -> bool:
    """What a bot in privacy mode gets of a group: commands, mentions of itself, replies to itself."""
    if message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID:
        return True
    marks = [*message.get("entities", []), *message.get("caption_entities", [])]
    text = message.get("text") or message.get("caption") or ""
    return f"@{BOT['username']}" in text or any(mark["type"] == "bot_command" for mark in marks)
