"""Takes messages apart: what the person says, what others wrote, pictures, and what cannot be read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from telegram import Audio, Bot, Document, Message, MessageEntity, Voice

from actions.pictures.formats import is_picture
from bot.channels.telegram import words
from bot.channels.telegram.files import fetched
from bot.channels.telegram.voice import MOST_MINUTES, Transcriber, written
from bot.errors import UnreadableError
from bot.messages import Part, Reply, Unread
from bot.offer_input import MOST_TEXT_BYTES, text_of

_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff")  # fmt: skip
# Kinds that are answered without being looked into: attribute of the message, and what is said.
_DECLINED = (
    ("sticker", words.STICKER),
    ("dice", words.STICKER),
    ("video", words.VIDEO),
    ("video_note", words.VIDEO),
    ("animation", words.VIDEO),
    ("contact", words.CONTACT),
    ("poll", words.POLL),
    ("document", words.DOCUMENT),
    ("effective_attachment", words.OTHER_KIND),
)


@dataclass
class Contents:
    """What messages hold, in order.

    Attributes:
        own: words of the person.
        parts: what these are about.
        before: said before the answer.
        has_location: one of them was a place.
    """

    own: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    before: list[Reply] = field(default_factory=list)
    has_location: bool = False

    @property
    def is_readable(self) -> bool:
        """There are words or pictures."""
        return bool(self.own) or any(not isinstance(part, Unread) for part in self.parts)

    @property
    def reasons(self) -> list[str]:
        """Why parts cannot be read, each once."""
        return list(dict.fromkeys(part.why for part in self.parts if isinstance(part, Unread)))


async def taken_apart(
    messages: Sequence[Message], bot: Bot, listen: Transcriber | None, *, others: bool = False
) -> Contents:
    """Everything that messages of one case hold.

    Args:
        messages: in the order in which they were sent.
        bot: fetches files.
        listen: turns voice into words, if that is set up.
        others: whoever wrote them is not who asks.
    """
    # All at once: a slow line must not be waited for ten times.
    each = await asyncio.gather(
        *(_one(message, bot, listen, others=others) for message in messages)
    )
    whole = Contents(has_location=any(one.has_location for one in each))
    for one in each:
        whole.own += one.own
        whole.parts += one.parts
        whole.before += one.before
    return whole


async def _one(message: Message, bot: Bot, listen: Transcriber | None, *, others: bool) -> Contents:
    contents = Contents()
    is_own = not others and message.forward_origin is None
    await _add_file(contents, message, bot, listen, is_own)
    text = words_of(message)
    if text and is_own:
        contents.own.append(text)
    elif text:
        contents.parts.append(text)
    return contents


def words_of(message: Message) -> str:
    """Text or caption, with the addresses that hide behind its words."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    hidden = [entity.url for entity in entities if entity.type == MessageEntity.TEXT_LINK]
    return "\n".join(filter(None, [text.strip(), *dict.fromkeys(hidden)]))


async def _add_file(
    contents: Contents, message: Message, bot: Bot, listen: Transcriber | None, is_own: bool
) -> None:
    document, sound = message.document, message.voice or message.audio
    if message.photo:
        contents.parts.append(await fetched(bot, message.photo[-1]))
    elif message.location or message.venue:
        contents.has_location = True
    elif sound:
        await _add_sound(contents, sound, bot, listen, is_own)
    elif document and not message.animation and _is_wanted(document):
        contents.parts.append(await _document(document, bot))
    elif document and not message.animation:
        contents.parts.append(Unread(_why_not(document)))
    elif not (message.text or message.caption) or message.effective_attachment:
        contents.parts.append(Unread(_declined(message)))


def _declined(message: Message) -> str:
    return next((why for name, why in _DECLINED if getattr(message, name)), words.GONE)


def _is_wanted(document: Document) -> bool:
    """A picture or a plain text, as far as its name and kind tell."""
    kind, name = document.mime_type or "", (document.file_name or "").casefold()
    return (
        kind.startswith("image/")
        or kind == "text/plain"
        or name.endswith((*_PICTURE_ENDINGS, ".txt"))
    )


async def _document(document: Document, bot: Bot) -> Part:
    data = await fetched(bot, document)
    if isinstance(data, Unread) or is_picture(data):
        return data
    if (document.mime_type or "").startswith("image/"):
        # What is wrong with it is told where pictures are read.
        return data
    if len(data) > MOST_TEXT_BYTES:
        return Unread(words.TEXT_TOO_BIG)
    try:
        return text_of(data)
    except UnreadableError:
        return Unread(words.NO_TEXT_FILE)


def _why_not(document: Document) -> str:
    name = (document.file_name or "").casefold()
    if name.endswith((".apk", ".xapk", ".exe")):
        return words.APP_FILE
    return words.CHAT_ARCHIVE if name.endswith((".zip", ".rar")) else words.DOCUMENT


async def _add_sound(
    contents: Contents, sound: Voice | Audio, bot: Bot, listen: Transcriber | None, is_own: bool
) -> None:
    said = await _said(sound, bot, listen)
    if isinstance(said, Unread):
        contents.parts.append(said)
        return
    contents.before.append(Reply(words.HEARD_VOICE.format(text=said)))
    if is_own:
        contents.own.append(said)
    else:
        contents.parts.append(said)


async def _said(sound: Voice | Audio, bot: Bot, listen: Transcriber | None) -> str | Unread:
    if listen is None:
        return Unread(words.NO_VOICE)
    length = sound.duration
    seconds = length.total_seconds() if isinstance(length, timedelta) else length
    if seconds > MOST_MINUTES * 60:
        return Unread(words.VOICE_TOO_LONG.format(minutes=MOST_MINUTES))
    data = await fetched(bot, sound)
    return data if isinstance(data, Unread) else await written(data, listen)
