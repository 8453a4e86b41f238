"""What a part may use, without a page: a notebook, votes that a test sets, a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from bot.demo.part import Assistant, Services
from bot.demo.sessions.model import SessionNotebook
from knowledge.store import Store

TODAY = date(2026, 11, 28)


@dataclass
class SetVotes:
    """Votes by the end of a poll's id."""

    by_item: dict[str, dict[str, int]] = field(default_factory=dict)

    def counts(self, poll: str) -> dict[str, int]:
        return dict(self.by_item.get(poll.rpartition("/")[2], {}))


@dataclass
class NoAssistant:
    """There is none: the quiz and the check need none."""

    state: str = "memuat"
    words: str = "Sedang dimuat."


def services(
    store: Store, notebook: SessionNotebook | None = None, votes: SetVotes | None = None
) -> Services:
    assistant = cast("Assistant", cast("Any", NoAssistant()))
    return Services(
        store, assistant, notebook or SessionNotebook(30), votes or SetVotes(), lambda: TODAY
    )
