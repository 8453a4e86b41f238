"""/hapus: deletes everything of one person and proves it by counting again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.channels.telegram import words
from bot.messages import Reply


class Remembering(Protocol):
    """The conversation, as far as deletion needs it."""

    async def remembered(self, sender: str) -> int:
        """Messages of a person that are remembered."""

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""


class Erasable(Protocol):
    """Something that keeps rows of people."""

    async def forget(self, owner: str) -> int:
        """Delete the rows of a person and count them."""

    async def count(self, owner: str) -> int:
        """Rows of a person that are kept."""


async def delete_all(
    conversation: Remembering, sender: str, stores: Sequence[Erasable]
) -> tuple[Reply, ...]:
    """Delete everything and tell what was deleted and what is left.

    Args:
        conversation: remembers messages.
        sender: whose; a pseudonym.
        stores: what else keeps something.
    """
    messages = await conversation.remembered(sender)
    await conversation.forget(sender)
    rows = sum([await store.forget(sender) for store in stores])
    messages_left = await conversation.remembered(sender)
    rows_left = sum([await store.count(sender) for store in stores])
    told = [
        words.DELETED.format(
            messages=messages, messages_left=messages_left, rows=rows, rows_left=rows_left
        )
    ]
    if messages_left or rows_left:
        told = [words.NOT_DELETED, told[0].partition("\n")[2]]
    elif not (messages or rows):
        told.insert(0, words.NOTHING_TO_DELETE)
    return (Reply("\n\n".join(told), covers=True),)
