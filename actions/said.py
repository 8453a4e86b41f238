"""What the person said: messages that stand in the conversation, and earlier ones that the conversation was shortened of.

A conversation keeps its last turns whole. What was said before them is kept in the slot SAID, as rows of plain values, so that an
offer or a report that refers to a message still finds its words (`bot.tracker.shorten` puts it there).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

SAID = "pesan"

# So far back a turn looks at what was said: a conversation may be long, and each message costs time.
MESSAGES_READ = 60
_SESSION_START = "action_session_start"


@dataclass(frozen=True)
class Message:
    """A message of the person, typed or a button.

    Attributes:
        id: Rasa's.
        text: as it was read.
        intent: as it was understood.
        at: when it came, in seconds.
        ranking: as in TurnContext; of an earlier message only what is likely.
        language: code of the regional language that was recognised.
    """

    id: str
    text: str
    intent: str
    at: float
    ranking: tuple[tuple[str, float], ...] = ()
    language: str | None = None

    def as_row(self) -> dict[str, Any]:
        """Plain values, for the slot."""
        return {**vars(self), "ranking": [list(pair) for pair in self.ranking]}

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Message:
        """The message of such values."""
        return cls(**{**row, "ranking": tuple((name, value) for name, value in row["ranking"])})

    @classmethod
    def of_event(cls, event: Mapping[str, Any]) -> Message:
        """The message of an event "user" as Rasa writes it."""
        understood = event.get("parse_data") or {}
        return cls(
            event.get("message_id") or "",
            event.get("text") or "",
            (understood.get("intent") or {}).get("name") or "",
            float(event.get("timestamp") or 0.0),
            whole_ranking(understood),
            (understood.get("language") or {}).get("code"),
        )


def whole_ranking(understood: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    """(intent, probability) of a message as Rasa understood it, most probable first."""
    return tuple((row["name"], row["confidence"]) for row in understood.get("intent_ranking") or [])


class Messages(Sequence[Message]):
    """Messages in order, each read when it is first looked at: a turn seldom looks at more than the last; to read all was 7 % of it."""

    def __init__(self, sources: Sequence[Message | Mapping[str, Any]]) -> None:
        """Keep what they are read from: rows of the slot, and events "user" as Rasa writes them."""
        self._sources = list(sources)

    @overload
    def __getitem__(self, place: int) -> Message: ...

    @overload
    def __getitem__(self, place: slice) -> Messages: ...

    def __getitem__(self, place: int | slice) -> Message | Messages:
        """One of them, or several (see parent class)."""
        if isinstance(place, slice):
            return Messages(self._sources[place])
        source = self._sources[place]
        if not isinstance(source, Message):
            read = Message.of_event if "event" in source else Message.of_row
            source = self._sources[place] = read(source)
        return source

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sources)

    def __eq__(self, other: object) -> bool:
        """Whether these are the same messages."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def earlier_texts(rows: Iterable[Mapping[str, Any]] | None) -> dict[str, str]:
    """Texts by id of the messages that the conversation was shortened of, from the value of the slot."""
    return {row["id"]: row["text"] for row in rows or ()}


def earlier_languages(rows: Iterable[Mapping[str, Any]] | None) -> Iterator[str | None]:
    """Languages of these messages."""
    return (row.get("language") for row in rows or ())


def messages_of(events: Sequence[Mapping[str, Any]], slots: Mapping[str, Any]) -> Messages:
    """Messages of this session, the latest last: at most MESSAGES_READ.

    Args:
        events: as Rasa writes them, of this session and perhaps earlier ones.
        slots: as they are now.
    """
    found: list[Mapping[str, Any]] = []
    for event in reversed(events):
        if event.get("event") == "action" and event.get("name") == _SESSION_START:
            break
        if event.get("event") == "user":
            found.append(event)
        if len(found) == MESSAGES_READ:
            break
    found.reverse()
    return Messages([*(slots.get(SAID) or ()), *found][-MESSAGES_READ:])
