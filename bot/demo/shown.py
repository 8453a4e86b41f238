"""What is shown of the session that is on, as it is held and stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.demo.keeping import SessionNotebook
from bot.demo.part import Json, Part

DAY, NIGHT = "siang", "malam"


@dataclass
class Shown:
    """What is shown of the session that is on.

    Attributes:
        session: its id.
        about: as `SessionStore.about` gives it.
        notebook: what is written down about it.
        kind: name of the kind of part that is shown; None: the title of the session.
        arguments: with which the part was made.
        title: of the part.
        part: itself.
        hidden: the wall shows the title only.
        theme: DAY or NIGHT.
        left: dump of each part that was left, by `key_of`: it goes on there when it is shown again.
        before: kind, arguments and title of what the live chat was called from; None when it was not called from a part.
        takes_votes: handsets may vote.
    """

    session: str
    about: Json
    notebook: SessionNotebook
    kind: str | None = None
    arguments: Json = field(default_factory=dict)
    title: str = ""
    part: Part | None = None
    hidden: bool = False
    theme: str = DAY
    left: dict[str, Json] = field(default_factory=dict)
    before: Json | None = None
    takes_votes: bool = True

    def hide(self) -> None:
        """Take what is shown off the wall."""
        self.hidden = True

    @contextmanager
    def votes_closed(self) -> Iterator[None]:
        """Nobody votes meanwhile: what is counted stays as it is."""
        self.takes_votes = False
        try:
            yield
        finally:
            self.takes_votes = True

    def state(self) -> Json:
        """As it is stored."""
        return {
            "part": self.kind,
            "arguments": self.arguments,
            "title": self.title,
            "dump": self.part.dump() if self.part else None,
            "hidden": self.hidden,
            "theme": self.theme,
            "left": self.left,
            "before": self.before,
        }


def key_of(choice: Json) -> str:
    """What tells one thing that can be shown from the others: its "part" and "arguments"."""
    return json.dumps([choice["part"], choice["arguments"]], sort_keys=True)
