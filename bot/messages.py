"""Channel-neutral messages: what comes in, what goes out, and what a turn was about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal


@dataclass(frozen=True)
class Unread:
    """Something that was sent and cannot be read.

    Attributes:
        why: tells the person, and what to do about it.
    """

    why: str


# What a message is about: a text by others, the bytes of a picture of any size and kind, or what could not be had.
Part = str | bytes | Unread


@dataclass(frozen=True)
class Incoming:
    """One message of a person.

    Attributes:
        sender: conversation id, never a phone number or a chat id in the clear.
        text: what was typed, or the payload of the button that was pressed.
        kind: "button" only for payloads of our own buttons; a typed "/..." never triggers an intent.
        channel: name of the channel, for the tracker.
        picture: bytes of a photo or screenshot, of any size and kind; `text` is its caption then.
        parts: what else came with it, in order; `text` is what the person says about all of it.
    """

    sender: str
    text: str
    kind: Literal["text", "button"] = "text"
    channel: str = "shell"
    picture: bytes | None = None
    parts: tuple[Part, ...] = field(default=(), repr=False)

    @property
    def enclosed(self) -> tuple[Part, ...]:
        """Everything that came with the words, in order."""
        return self.parts if self.picture is None else (self.picture, *self.parts)

    def bare(self) -> Incoming:
        """The words alone."""
        return replace(self, picture=None, parts=())


@dataclass(frozen=True)
class Button:
    """A choice: what the person sees, and the payload that comes back when it is chosen."""

    title: str
    payload: str

    def as_dict(self) -> dict[str, str]:
        """The button as the contract prints it."""
        return {"title": self.title, "payload": self.payload}


@dataclass(frozen=True)
class Reply:
    """One bubble: text (never empty) and buttons.

    Attributes:
        text: what is said; beside a picture its caption, which also stands in for it where pictures cannot be shown.
        buttons: choices.
        picture: a PNG file.
        covers: nothing that stood on the screen before may be seen any more; a channel hides it as well as it can.
        repeats: words of the person stand in it without quotation marks: a report. All else that is not quoted is our own.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    picture: bytes | None = field(default=None, repr=False)
    covers: bool = False
    repeats: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The reply as the contract prints it: its words and buttons."""
        return {"text": self.text, "buttons": [button.as_dict() for button in self.buttons]}


@dataclass(frozen=True)
class Turn:
    """One message and everything it led to; the fields of `mawas ask --json` (contract).

    `failed` is for counting: the reply is an apology.
    """

    text: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    entities: tuple[dict[str, Any], ...]
    crisis: tuple[str, bool] | None
    replies: tuple[Reply, ...]
    topics: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    actions: tuple[str, ...] = field(default=())
    language: str | None = None
    screening: dict[str, Any] | None = None
    latency_ms: float = 0.0
    danger: dict[str, Any] | None = None
    failed: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The turn as `mawas ask --json` prints it; `screening` is null unless the message was read as an offer."""
        return {
            "text": self.text,
            "intent": self.intent,
            "confidence": round(self.confidence, 4),
            "ranking": [
                {"id": intent, "confidence": round(share, 4)} for intent, share in self.ranking
            ],
            "entities": list(self.entities),
            "crisis": None
            if self.crisis is None
            else {"id": self.crisis[0], "certain": self.crisis[1]},
            "replies": [reply.as_dict() for reply in self.replies],
            "topics": list(self.topics),
            "channels": list(self.channels),
            "sources": list(self.sources),
            "screening": self.screening,
            "latency_ms": round(self.latency_ms, 1),
        }
