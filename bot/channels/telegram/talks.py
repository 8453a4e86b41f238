"""What the channel needs of the conversation."""

from __future__ import annotations

from typing import Protocol

from bot.messages import Incoming, Reply, Turn


class Talks(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every intent that a message may mean with its probability."""

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""

    async def remembered(self, sender: str) -> int:
        """How many messages of a person are remembered."""

    async def tidy(self) -> bool:
        """Take deleted texts out of the database's log too; False when others were reading, and they are still there."""

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed."""

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation."""
