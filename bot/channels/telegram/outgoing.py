"""An answer on its way out: what is kept until it was sent, and the messages that it becomes."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.channels.telegram.formatting import CAPTION_UNITS, MESSAGE_UNITS, split
from bot.messages import Button, Reply

# Four bubbles become two that are read at a glance; one when much is sent, still within one message of Telegram.
CALM_LENGTH, BUSY_LENGTH = 800, 3500
_BETWEEN = "\n\n"


@dataclass(frozen=True)
class Outgoing:
    """The answer to one case.

    Attributes:
        chat: id of the chat.
        owner: pseudonym of the chat, under which its buttons and messages are noted.
        replies: what is said, in order.
        urgent: somebody may be in danger; no pace of ours holds it up.
        thread: topic of a forum; None elsewhere.
        reply_to: message that is answered, in groups; None in private chats.
        away: messages that must not be seen any more; deleted before anything is said.
    """

    chat: int
    owner: str
    replies: tuple[Reply, ...] = field(repr=False)
    urgent: bool = False
    thread: int | None = None
    reply_to: int | None = None
    away: tuple[int, ...] = ()

    @property
    def covers(self) -> bool:
        """Whether nothing that stood there before may be seen any more; in a group it was seen by all already."""
        return self.chat > 0 and any(reply.covers for reply in self.replies)

    def to_text(self) -> str:
        """For the inbox; read back by `from_text`."""
        replies = [
            {
                "text": reply.text,
                "buttons": [[button.title, button.payload] for button in reply.buttons],
                "picture": reply.picture and base64.b64encode(reply.picture).decode(),
                "covers": reply.covers,
            }
            for reply in self.replies
        ]
        return json.dumps(
            {
                "chat": self.chat,
                "owner": self.owner,
                "replies": replies,
                "urgent": self.urgent,
                "thread": self.thread,
                "reply_to": self.reply_to,
                "away": self.away,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_text(cls, text: str) -> Outgoing:
        """Read what `to_text` wrote."""
        data = json.loads(text)
        data["replies"] = tuple(
            Reply(
                row["text"],
                tuple(Button(title, payload) for title, payload in row["buttons"]),
                row["picture"] and base64.b64decode(row["picture"]),
                row["covers"],
            )
            for row in data["replies"]
        )
        data["away"] = tuple(data["away"])
        return cls(**data)


def merged(replies: Iterable[Reply], most: int) -> tuple[Reply, ...]:
    """Replies put together, for Telegram takes few messages a second: as long as no buttons or picture stand between them.

    Args:
        replies: in order.
        most: characters of a message that is put together.
    """
    made: list[Reply] = []
    for reply in replies:
        last = made[-1] if made else None
        if (
            last
            and not (last.buttons or last.picture or reply.picture)
            and len(last.text) + len(reply.text) + len(_BETWEEN) <= most
        ):
            made[-1] = Reply(
                f"{last.text}{_BETWEEN}{reply.text}",
                reply.buttons,
                covers=last.covers or reply.covers,
            )
        else:
            made.append(reply)
    return tuple(made)


@dataclass(frozen=True)
class Piece:
    """One message of Telegram.

    Attributes:
        text: at most 4,096 UTF-16 units, 1,024 beside a picture.
        buttons: below it.
        picture: a PNG file.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    picture: bytes | None = field(default=None, repr=False)


def pieces(outgoing: Outgoing) -> list[Piece]:
    """The messages of an answer: always the same for the same answer, so that they can be counted."""
    made: list[Piece] = []
    for reply in outgoing.replies:
        first = CAPTION_UNITS if reply.picture else MESSAGE_UNITS
        parts = split(reply.text, first) or ([""] if reply.picture else [])
        last = len(parts) - 1
        made += [
            Piece(
                part,
                reply.buttons if number == last else (),
                reply.picture if number == 0 else None,
            )
            for number, part in enumerate(parts)
        ]
    return made
