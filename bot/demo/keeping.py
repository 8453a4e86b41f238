"""What the stage wants to have kept of a session, and where (sessions/ keeps it)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from bot.demo.part import Json, Notebook


@dataclass(frozen=True)
class Act:
    """One key press or click, with what the session was after it.

    Attributes:
        do: what was asked, such as "next" or "show".
        state: everything that is needed to go on from here: {"part", "arguments", "title", "dump", "hidden", "theme", "left"}.
        notebook: `SessionNotebook.dump()` after the act.
    """

    do: str
    state: Json
    notebook: Json


class SessionNotebook(Notebook, Protocol):
    """The notebook as the stage sees it (sessions/model.py)."""

    def set_people(self, people: int | None) -> None:
        """Say how many people are in the hall."""

    def dump(self) -> Json:
        """Counts and unanswered questions, to be stored."""


class SessionStore(Protocol):
    """Where sessions are kept (sessions/store.py). The methods block: the stage calls them in a thread, one at a time."""

    def begin(self, about: Json) -> str:
        """Begin a session.

        Args:
            about: {"place": str, "date": "2025-01-31", "people": int | None, "province": str | None, "district": str | None}, as
                typed on the start page; checked here.

        Raises:
            PartError: something cannot be, in Indonesian.

        Returns:
            Its id.
        """

    def append(self, session_id: str, act: Act) -> None:
        """Store an act: committed and on the disk when this returns.

        Raises:
            PartError: it could not be written; the next one writes everything again.
        """

    def resume(self, session_id: str) -> tuple[Any, SessionNotebook]:
        """The state of the last act (None before the first) and the notebook as it was then.

        Raises:
            PartError: there is no such session, or it has ended.
        """

    def about(self, session_id: str) -> Json:
        """What `begin` was given, checked, with "province_name"."""

    def change(self, session_id: str, about: Json) -> Json:
        """Put right what `begin` was given; what is left out stays. Returns it as `about` does.

        Raises:
            PartError: something cannot be, or there is no such session.
        """

    def running(self) -> list[Json]:
        """Sessions that have not ended, the last used first: what `about` gives, with "id" and "used" (ISO 8601, local time)."""

    def end(self, session_id: str) -> None:
        """End a session."""
