"""What comes with a message becomes words: texts of others and what stands in pictures, which is shown so that it can be corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.pictures.model import PictureError, PictureText
from actions.pictures.read import read_picture
from actions.pictures.wording import READ_IN_PICTURE, picture_remarks, read_in_picture
from actions.render.bubbles import BUBBLE_LIMIT
from bot import phrases
from bot.messages import Incoming, Reply, Unread

# Of each of several pictures less is shown: the verdict below must stay in sight.
_LIMIT_OF_SEVERAL = 350


@dataclass(frozen=True)
class Joined:
    """A message with all that came with it, as words.

    Attributes:
        incoming: the message as text.
        told: what tells the person how each picture was read, or why it was not; goes before the answer.
        is_read: at least one part had words.
    """

    incoming: Incoming
    told: tuple[Reply, ...]
    is_read: bool


async def joined(incoming: Incoming) -> Joined:
    """Read everything that came with a message, in order.

    Args:
        incoming: the message; its text comes first.
    """
    pictures = sum(not isinstance(part, str) for part in incoming.enclosed)
    words, told, last = [incoming.text.strip()], [], 0
    number = 0
    for part in incoming.enclosed:
        if isinstance(part, str):
            words.append(part.strip())
            continue
        number += 1
        which = (number, pictures)
        read = await _read(part)
        if isinstance(read, PictureText):
            words.append(read.text)
            told.append(_shown(read, which))
            last = len(told)
        else:
            named = pictures > 1 and isinstance(part, bytes)
            told.append(f"Gambar {number}: {read}" if named else read)
    if last:
        told[last - 1] += f"\n{phrases.MISREAD}"
    text = "\n".join(filter(None, words))
    return Joined(
        replace(incoming.bare(), text=text, kind="text"),
        tuple(map(Reply, told)),
        any(words[1:]),
    )


async def _read(part: bytes | Unread) -> PictureText | str:
    """What a picture says, or why it cannot be read."""
    if isinstance(part, Unread):
        return part.why
    try:
        # Seconds of work, in which others are answered.
        return await asyncio.to_thread(read_picture, part)
    except PictureError as error:
        return str(error)


def _shown(read: PictureText, which: Sequence[int]) -> str:
    number, pictures = which
    heading = READ_IN_PICTURE if pictures == 1 else read_in_picture(number, pictures)
    remarks = "\n".join(picture_remarks(read))
    limit = BUBBLE_LIMIT if pictures == 1 else _LIMIT_OF_SEVERAL
    room = limit - sum(map(len, (heading, remarks, phrases.MISREAD))) - len("\n\n\n\n…")
    text = read.text
    if len(text) > room:
        text = f"{text[:room].rsplit(maxsplit=1)[0]} …"
    return f"{heading}\n{text}\n" + (f"\n{remarks}" if remarks else "")
