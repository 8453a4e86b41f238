"""Collects what Rasa says in a turn."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel

from actions.render.bubbles import ABOUT
from bot.messages import Button, Reply


class ReplyCollector(OutputChannel):
    """Collects what Rasa says, with what the actions noted about it."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self.replies: list[Reply] = []
        self.about: dict[str, Any] = {}

    @classmethod
    def name(cls) -> str:
        """Name of the channel (see parent class)."""
        return "mawas"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep a message (see parent class)."""
        buttons = tuple(
            Button(row["title"], row["payload"]) for row in message.get("buttons") or []
        )
        text = (message.get("text") or "").strip()
        if text:
            self.replies.append(Reply(text, buttons))
        self.about.update(message.get(ABOUT) or {})
