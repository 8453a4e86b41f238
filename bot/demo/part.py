"""What every part of a session is (a scene, a quiz, the live chat ...), and what it may use.

The stage (stage.py) holds one part at a time. Every key press or click is one act:

1. `part.act(do, value)` changes the part, or raises `PartError` and changes nothing;
2. the stage stores `part.dump()` (one row, committed), then shows `part.view()` and the others in all windows;
3. when `act` returned a coroutine, it runs after that (the assistant is asked there); what it changed is stored and shown when it is done.

All of this runs in the one thread of the event loop: parts need no locks, and must not block (no files, no network: only memory and
the knowledge store, which answers from memory).

Words that the shell sends by itself: "next" (arrow right, space, page down), "back" (arrow left, page up). A part that has nothing to
step through raises `PartError`. All other words are the part's own; its JavaScript sends them with `act(do, value)`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from bot.errors import MawasError
from bot.messages import Incoming, Turn

if TYPE_CHECKING:
    # Slow to import: the first screen must not wait for it.
    from knowledge.store import Store

# What is left to do after the windows showed the new state: asking the assistant.
Work = Coroutine[Any, Any, None]
# JSON object: str keys; values are str, int, float, bool, None, lists and objects.
Json = dict[str, Any]


class PartError(MawasError):
    """An act that cannot be done now; Indonesian words for the facilitator that say what to do instead."""


class Part(Protocol):
    """One thing that is shown: made new or from its stored state by the `make` of its `Kind`."""

    NAME: ClassVar[str]

    def act(self, do: str, value: Any) -> Work | None:
        """Do what one key press or click asks for.

        Args:
            do: "next", "back", or a word of the part's own.
            value: JSON that came with it, not to be trusted: any type, any size up to 64 KiB.

        Raises:
            PartError: unknown or impossible now; nothing has changed.
        """

    def view(self) -> Json:
        """What the projector shows: no notes, no secrets, no personal data."""

    def notes(self) -> Json:
        """What the facilitator's window shows beside the view."""

    def phone(self) -> Json | None:
        """What a handset shows: {"poll": id, "question": str, "options": [{"id": str, "text": str}]}; None: nothing to do."""

    def dump(self) -> Json:
        """The state from which `make` makes the same part again; kept on disk, so without personal data.

        Where it has an end, "done" says that it is there.
        """

    def note(self) -> None:
        """Write into the notebook what came without an act: votes from handsets. Called before what is noted is kept."""

    def leave(self) -> Work | None:
        """Say what is left to do now that this part is shown no more; `dump` was called before."""


@dataclass(frozen=True)
class Mark:
    """Words of a message that are evidence.

    Attributes:
        start: offset of the first character in `Answered.shown`.
        end: offset after the last.
        flag: id of the red flag.
    """

    start: int
    end: int
    flag: str


@dataclass(frozen=True)
class Answered:
    """A message and its answer as a wall may show them.

    Attributes:
        turn: the replies, with labels such as [nomor] in place of the person's own data; buttons and pictures as they are.
        shown: the message, with labels in place of personal data.
        marks: the evidence in `shown` when the message was read as an offer, in order.
        question: the message for the list of questions without an answer, masked more strictly; None when it was understood.
    """

    turn: Turn
    shown: str
    marks: tuple[Mark, ...] = ()
    question: str | None = None


class Assistant(Protocol):
    """Mawas itself, which may still be loading."""

    @property
    def state(self) -> str:
        """One of: memuat, siap, gagal."""

    @property
    def words(self) -> str:
        """The state in a sentence, with what to do when it failed."""

    async def turn(self, incoming: Incoming) -> Answered:
        """Answer a message; waits while loading. Wait for it only in `Work`.

        Raises:
            PartError: it could not be loaded, or ended.
        """

    async def forget(self, sender: str) -> None:
        """Delete a conversation; nothing happens when there is none or the assistant is not there."""


class Votes(Protocol):
    """Votes from handsets (phones.py); without handsets there are never any."""

    def counts(self, poll: str) -> dict[str, int]:
        """Votes per option id of a poll, the id that `Part.phone` gave; {} when nobody voted."""


class Notebook(Protocol):
    """What is written down about the session that is on (sessions/model.py); stored by the stage together with every act."""

    @property
    def people(self) -> int | None:
        """How many people are in the hall; None when it was not said."""

    def count(self, what: str, counts: Mapping[str, int]) -> None:
        """Keep counts; a later call with the same `what` replaces them.

        Args:
            what: such as "kuis/<record>" or "cek/sebelum/<item>".
            counts: option id -> people, 0 or more.
        """

    def counts(self, what: str) -> dict[str, int]:
        """Counts that were kept; {} when there are none."""

    def unanswered(self, text: str) -> None:
        """Note a question that the assistant did not understand: `Answered.question`, which is masked."""


@dataclass(frozen=True)
class Services:
    """What parts may use.

    Attributes:
        store: the knowledge, built.
        assistant: answers messages.
        notebook: of the session that is on.
        votes: from handsets.
        today: the date, for what goes stale.
        hide: take what is shown off the wall, as Esc does.
    """

    store: Store
    assistant: Assistant
    notebook: Notebook
    votes: Votes
    today: Callable[[], date]
    hide: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Choice:
    """One thing that the start page offers to show.

    Attributes:
        title: a few words.
        arguments: what `Kind.make` needs to make it.
        teaser: one sentence, or "".
    """

    title: str
    arguments: Json = field(default_factory=dict)
    teaser: str = ""

    def as_dict(self) -> Json:
        """The choice for the page."""
        return {"title": self.title, "teaser": self.teaser, "arguments": self.arguments}


@dataclass(frozen=True)
class Kind:
    """A kind of part, as `parts/__init__.py` lists it.

    Attributes:
        name: same as `Part.NAME`; its JavaScript is static/js/parts/<name>.js.
        title: for the menu.
        choices: what can be shown of this kind, in order; called once the store is there.
        make: (arguments of a choice, state that `Part.dump` gave or None, services) -> part. Raises `PartError` when the arguments
            are not known, or when the state is of a record that is no longer there.
    """

    name: str
    title: str
    choices: Callable[[Store], Sequence[Choice]]
    make: Callable[[Json, Json | None, Services], Part]
