"""Counts what fails in this process, for whoever watches over it. Imports nothing, so that anything may count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum


class Event(Enum):
    """What is counted. The values are labels of a metric: fixed words, never anything of a user."""

    STORE_READ = "store_read"
    STORE_WRITE = "store_write"
    LOCK = "lock"
    RELOAD = "reload"


_counts: Counter[Event] = Counter()


def count(event: Event) -> None:
    """Note that something failed."""
    _counts[event] += 1


def counts() -> Mapping[Event, int]:
    """How often each failed since the process started."""
    return {event: _counts[event] for event in Event}
