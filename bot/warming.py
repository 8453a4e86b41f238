"""A first message that nobody sent, so that the first person does not wait for what it needs."""

from __future__ import annotations

import logging
from typing import Protocol

from bot.messages import Incoming, Turn

logger = logging.getLogger(__name__)

SAMPLE_OFFER = (
    "Lowongan admin di Kamboja. Gaji 15 juta per bulan, tanpa pengalaman. Tiket dan mess ditanggung. Berangkat minggu ini pakai visa "
    "turis. Paspor dipegang kantor. Hubungi WA 0812-0000-0000."
)
# Of no chat.
SAMPLE = Incoming("nobody", SAMPLE_OFFER, channel="nobody")


class Warmed(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def rehearse(self, incoming: Incoming) -> Turn:
        """Answer a message without storing or counting anything."""


async def warm(conversation: Warmed) -> None:
    """Have loaded what the first offer would wait for (0.7 s), and the messages behind it. Nobody may be answered yet."""
    if (await conversation.rehearse(SAMPLE)).failed:
        # Somebody in danger may be answered all the same.
        logger.error("the sample offer could not be answered")
