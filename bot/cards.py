"""Result cards as files and as pictures of a reply. Nothing here imports Pillow before a card is drawn."""

from __future__ import annotations

import asyncio
import datetime
import itertools
import logging
import re
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from actions.render.card import Card
from actions.render.card_words import CardMaker
from actions.screening.model import Screening
from bot import phrases
from bot.errors import MissingError
from bot.messages import Reply
from knowledge.whole_file import write_whole

logger = logging.getLogger(__name__)

ENDING = ".png"
_LONGEST_STEM = 60
# Windows keeps these for devices, whatever the ending.
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


# FreeType's fonts are shared and not made for several threads; one card at a time also bounds memory.
_DRAWING = threading.Lock()


def draw(card: Card) -> bytes:
    """The card as a PNG file; may be called from any thread."""
    from actions.render.card_draw import drawn

    with _DRAWING:
        return drawn(card)


async def with_card(
    replies: tuple[Reply, ...], note: Mapping[str, Any] | None, link: str | None
) -> tuple[Reply, ...]:
    """The replies, the last with the picture of a card.

    Args:
        replies: the last one says what stands on the card.
        note: what the action noted of it (`Card.to_note`); None for replies without a card.
        link: of the bot.
    """
    if not note or not replies:
        return replies
    *others, last = replies
    try:
        card = Card.from_note(note).with_link(link)
        # Half a second of work, in which others are answered.
        picture = await asyncio.to_thread(draw, card)
    except Exception as error:
        # The text says all of it; what failed may quote the offer.
        logger.error("card not drawn: %s", type(error).__name__)
        return (*others, replace(last, text=f"{last.text}\n\n{phrases.NO_CARD}"))
    text = f"{last.text}\n\n{link}" if link else last.text
    return (*others, replace(last, text=text, picture=picture))


class CardFolder:
    """A folder in which no card takes the place of another file."""

    def __init__(self, folder: Path) -> None:
        """Make the folder.

        Raises:
            MissingError: it cannot be made.
        """
        self._folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder) from error

    def save(self, name: str, picture: bytes) -> Path:
        """Write a picture into a new file; the same picture under the same name is written once.

        Args:
            name: what the file is called after; made safe, and numbered where it is taken.
            picture: the bytes.

        Raises:
            MissingError: it cannot be written.
        """
        stem = safe_stem(name)
        for number in itertools.count(1):
            path = self._folder / f"{stem}{f'-{number}' if number > 1 else ''}{ENDING}"
            try:
                if _written(path, picture) or path.read_bytes() == picture:
                    return path
            except IsADirectoryError:
                continue
            except OSError as error:
                raise _unwritable(self._folder) from error
        raise AssertionError("numbers never end")


class CardWriter:
    """Writes the card of each screened offer."""

    def __init__(
        self, maker: CardMaker, folder: CardFolder, today: datetime.date, link: str | None
    ) -> None:
        """Keep what makes cards and where they go."""
        self._maker = maker
        self._folder = folder
        self._today = today
        self._link = link

    def write(self, name: str, screening: Screening) -> Path | None:
        """Where the card of an input was written; None for a text that is no offer.

        Raises:
            MissingError: it cannot be written.
        """
        card = self._maker.card(screening, self._today)
        return self._folder.save(name, draw(card.with_link(self._link))) if card else None


def safe_stem(name: str) -> str:
    """A file name without ending that every system takes, after the last part of a path."""
    stem = Path(name.replace("\\", "/")).stem
    plain = re.sub(r"[^\w.-]+", "_", stem).strip("._-")[:_LONGEST_STEM].rstrip("._-")
    return f"kartu_{plain}" if not plain or _RESERVED.match(plain) else plain


def _written(path: Path, picture: bytes) -> bool:
    """True when the file is new."""
    try:
        write_whole(path, picture, 0o600, is_new=True)
    except FileExistsError:
        return False
    return True


def _unwritable(folder: Path) -> MissingError:
    return MissingError(
        f"kartu tidak bisa ditulis di {folder}. Saran: periksa izin folder dan ruang disk, atau pilih folder lain."
    )
