"""A picture becomes a message: its caption and the text that stands in it, which is shown so that it can be corrected."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from actions.pictures.model import PictureText
from actions.pictures.read import read_picture
from actions.pictures.wording import READ_IN_PICTURE, picture_remarks
from actions.render.bubbles import BUBBLE_LIMIT
from bot import phrases
from bot.messages import Incoming, Reply


async def with_text_of(incoming: Incoming, picture: bytes) -> tuple[Incoming, Reply]:
    """The message as text, and what tells the person how the picture was read.

    Args:
        incoming: the message; its text is the caption.
        picture: the file's bytes.

    Raises:
        PictureError: the picture cannot be read.
    """
    # Seconds of work, in which others are answered.
    read = await asyncio.to_thread(read_picture, picture)
    text = "\n".join(part for part in (incoming.text.strip(), read.text) if part)
    return replace(incoming, text=text, kind="text", picture=None), Reply(_shown(read))


def _shown(read: PictureText) -> str:
    remarks = "\n".join((*picture_remarks(read), phrases.MISREAD))
    room = BUBBLE_LIMIT - len(READ_IN_PICTURE) - len(remarks) - len("\n\n\n…")
    text = read.text
    if len(text) > room:
        text = f"{text[:room].rsplit(maxsplit=1)[0]} …"
    return f"{READ_IN_PICTURE}\n{text}\n\n{remarks}"
