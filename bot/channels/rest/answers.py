"""What programs get: replies as Rasa's REST channel sends them, or everything that `mawas ask --json` tells."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from bot.messages import Reply, Turn


def as_rasa(sender: str, replies: Sequence[Reply]) -> list[dict[str, Any]]:
    """Replies as Rasa's REST channel sends them.

    A picture is an address with the picture in it. Where nothing that stood on the screen before may be seen any more, the first message
    says so as `custom`: {"covers": true}.

    Args:
        sender: the program's own name for the person.
        replies: of a turn.
    """
    messages = []
    for reply in replies:
        message: dict[str, Any] = {"recipient_id": sender, **reply.as_dict()}
        if not reply.buttons:
            del message["buttons"]
        if reply.picture:
            message["image"] = _picture(reply.picture)
        messages.append(message)
    if any(reply.covers for reply in replies):
        messages[0]["custom"] = {"covers": True}
    return messages


def as_mawas(sender: str, turn: Turn) -> dict[str, Any]:
    """A turn as `mawas ask --json` prints it, and what a channel needs beside it.

    Args:
        sender: the program's own name for the person.
        turn: what a message led to.
    """
    replies = [
        {
            **reply.as_dict(),
            "image": _picture(reply.picture) if reply.picture else None,
            "covers": reply.covers,
        }
        for reply in turn.replies
    ]
    told = {**turn.as_dict(), "replies": replies}
    return {"recipient_id": sender, "urgent": turn.crisis is not None, **told}


def _picture(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
