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
    conversation: Remembering, sender: str, stores: Sequence[Erasable], in_group: bool = False
) -> tuple[Reply, ...]:
    """Delete everything and tell what was deleted and what is left.

    Args:
        conversation: remembers messages.
        sender: whose; a pseudonym.
        stores: what else keeps something.
        in_group: others read it too, whose data are kept.
    """
    messages = await conversation.remembered(sender)
    await conversation.forget(sender)
    rows = sum([await store.forget(sender) for store in stores])
    messages_left = await conversation.remembered(sender)
    rows_left = sum([await store.count(sender) for store in stores])
    deleted = words.DELETED_IN_GROUP if in_group else words.DELETED
    told = [
        deleted.format(
            messages=messages, messages_left=messages_left, rows=rows, rows_left=rows_left
        )
    ]
    if messages_left or rows_left:
        told = [words.NOT_DELETED, told[0].partition("\n")[2]]
    elif not (messages or rows):
        told.insert(0, words.NOTHING_TO_DELETE)
    if in_group:
        told.append(words.ONLY_YOURS)
    return (Reply("\n\n".join(told), covers=True),)
