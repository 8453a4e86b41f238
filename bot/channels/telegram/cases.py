"""Which messages are one case: the pictures of an album, posts forwarded together, and the comment that goes with them."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update

# Telegram delivers an album picture by picture, forwarded posts one by one; measured gaps stay well below a second.
ALBUM_SECONDS = 1.0
FORWARD_SECONDS = 0.8
# Telegram's clock knows whole seconds only.
_TOGETHER = timedelta(seconds=2)


def wait_after(update: Update) -> float:
    """Seconds to wait for more of the same case; 0 for what stands alone."""
    message = update.message
    if message is None:
        return 0.0
    if message.media_group_id:
        return ALBUM_SECONDS
    return FORWARD_SECONDS if message.forward_origin else 0.0


def belongs(first: Update, following: Update) -> bool:
    """Whether an update is of the same case as the one before it in its chat.

    A comment comes right before what it was forwarded with; a caption is part of its album.

    Args:
        first: any update of the case.
        following: what came after it.
    """
    one, other = first.message, following.message
    if (
        one is None
        or other is None
        or one.chat.id != other.chat.id
        or _author(one) != _author(other)
    ):
        return False
    if one.media_group_id or other.media_group_id:
        same_album = one.media_group_id == other.media_group_id
        return same_album or (_forwarded_after(one, other) and not _is_command(one))
    return _forwarded_after(one, other) and not _is_command(one)


def _forwarded_after(one: Message, other: Message) -> bool:
    """Whether the other was forwarded in the same moment."""
    return other.forward_origin is not None and abs(other.date - one.date) <= _TOGETHER


def _author(message: Message) -> int | None:
    return message.from_user.id if message.from_user else None


def _is_command(message: Message) -> bool:
    return message.forward_origin is None and (message.text or "").startswith("/")
