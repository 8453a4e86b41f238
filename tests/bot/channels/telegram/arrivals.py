"""What arrives from Telegram, as real objects of python-telegram-bot, and a bot that answers its few questions."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable
from types import SimpleNamespace
from typing import Any

from telegram import Update
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.intake import heard
from bot.channels.telegram.model import Ask, Heard, Say
from bot.channels.telegram.voice import Transcriber
from bot.messages import Incoming

NOW = 1_790_000_000
SARI, ADMIN, MAWAS, GROUP = 1001, 1002, 99, -1005
BOT = {"id": MAWAS, "is_bot": True, "first_name": "Mawas", "username": "mawas_uji_bot"}
OFFER = "Lowongan admin di Kamboja, gaji 15 juta, visa turis, berangkat minggu ini."
PNG = b"\x89PNG\r\n\x1a\n"
_NUMBERS = itertools.count(1)


class FakeBot:
    """Knows its name, hands out files, and says who is an admin."""

    id = MAWAS
    username = "mawas_uji_bot"

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ranks = {ADMIN: "creator", MAWAS: "member"}
        self.can_read_all_group_messages = True
        self.error: TelegramError | None = None
        self.delay = 0.0
        self.fetched: list[str] = []

    async def get_file(self, file_id: str) -> Any:
        self.fetched.append(file_id)
        await asyncio.sleep(self.delay)
        if self.error:
            raise self.error
        if file_id not in self.files:
            raise BadRequest("Wrong file_id or the file is temporarily unavailable")

        async def download_as_bytearray(**_: Any) -> bytearray:
            return bytearray(self.files[file_id])

        return SimpleNamespace(download_as_bytearray=download_as_bytearray)

    async def get_chat_member(self, chat_id: int, user_id: int) -> Any:
        if self.error:
            raise self.error
        return SimpleNamespace(status=self.ranks.get(user_id, "member"))


class Groups:
    """What groups have switched on, in memory."""

    def __init__(self, *on: int) -> None:
        self.on = set(on)

    async def is_on(self, chat: int) -> bool:
        return chat in self.on

    async def switch(self, chat: int, on: bool) -> None:
        (self.on.add if on else self.on.discard)(chat)

    async def move(self, old: int, new: int) -> None:
        self.on = {new if chat == old else chat for chat in self.on}


def message(
    content: dict[str, Any], *, user: int = SARI, group: bool = False, date: int = NOW
) -> dict[str, Any]:
    """A message as the Bot API sends it; commands, mentions and links of its text are marked as Telegram marks them."""
    chat: dict[str, Any] = {"id": user, "type": "private", "first_name": "Sari"}
    if group:
        chat = {"id": GROUP, "type": "supergroup", "title": "Warga Desa"}
    row = {
        "message_id": next(_NUMBERS),
        "date": date,
        "chat": chat,
        "from": {"id": user, "is_bot": False, "first_name": "Sari"},
        **content,
    }
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        if text in row and entities not in row:
            row[entities] = _entities(row[text])
    return row


def _entities(text: str) -> list[dict[str, Any]]:
    found, start = [], 0
    for word in text.split(" "):
        kind = {"/": "bot_command", "@": "mention"}.get(word[:1])
        if kind:
            found.append({"type": kind, "offset": start, "length": len(word)})
        start += len(word) + 1
    return found


def update(content: dict[str, Any], kind: str = "message", **who: Any) -> Update:
    """An update with a message."""
    row = {"update_id": next(_NUMBERS), kind: message(content, **who)}
    found = Update.de_json(row, None)
    assert found is not None
    return found


def text(words: str, **who: Any) -> Update:
    return update({"text": words}, **who)


def posted(content: dict[str, Any] | str, **more: Any) -> Update:
    """A message in the group."""
    content = {"text": content} if isinstance(content, str) else content
    return update(content, group=True, **more)


def forwarded(content: dict[str, Any], **who: Any) -> Update:
    origin = {"type": "hidden_user", "date": NOW - 60, "sender_user_name": "Loker"}
    return update({**content, "forward_origin": origin}, **who)


def photo(file_id: str = "foto", caption: str | None = None, **more: Any) -> dict[str, Any]:
    sizes = [
        {"file_id": f"{file_id}-kecil", "file_unique_id": "k", "width": 90, "height": 90},
        {"file_id": file_id, "file_unique_id": "b", "width": 900, "height": 900},
    ]
    return {"photo": sizes, **({"caption": caption} if caption else {}), **more}


def document(name: str, mime: str = "", file_id: str = "berkas", **more: Any) -> dict[str, Any]:
    row = {"file_id": file_id, "file_unique_id": "d", "file_name": name, "mime_type": mime}
    return {"document": {**row, **more}}


def voice(seconds: int = 5, file_id: str = "suara") -> dict[str, Any]:
    return {"voice": {"file_id": file_id, "file_unique_id": "s", "duration": seconds}}


def hear(
    *updates: Update,
    bot: FakeBot | None = None,
    groups: Groups | None = None,
    listen: Transcriber | None = None,
) -> Heard:
    """What the updates of one case lead to."""
    found: Awaitable[Heard] = heard(
        updates,
        bot or FakeBot(),  # type: ignore[arg-type]
        "samaran",
        groups or Groups(),  # type: ignore[arg-type]
        listen,
    )

    async def wait() -> Heard:
        return await found

    return asyncio.run(wait())


def asked(found: Heard) -> Incoming:
    """What is asked, where a message leads to a question."""
    assert isinstance(found, Ask), found
    return found.incoming


def said(found: Heard) -> list[str]:
    """The texts, where a message is answered at once."""
    assert isinstance(found, Say), found
    assert found.replies
    return [reply.text for reply in found.replies]
