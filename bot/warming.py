"""A first message that nobody sent, so that the first person does not wait for what it needs."""

from __future__ import annotations

from typing import Protocol

from bot.messages import Incoming, Turn

SAMPLE_OFFER = (
    "Lowongan admin di Kamboja. Gaji 15 juta per bulan, tanpa pengalaman. Tiket dan mess ditanggung. Berangkat minggu ini pakai visa "
    "turis. Paspor dipegang kantor. Hubungi WA 0812-0000-0000."
)
# Of no chat.
SAMPLE = Incoming("nobody", SAMPLE_OFFER, channel="nobody")


class Warmed(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""


async def warm(conversation: Warmed) -> None:
    """Have loaded what the first offer would wait for (0.7 s), and the messages behind it."""
    await conversation.turn(SAMPLE)
    await conversation.forget(SAMPLE.sender)
