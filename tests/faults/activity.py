"""What is killed: how long it takes, one kill, and what is found after it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

# Of the moments, every second one is in the last part, where most is written and put in place.
_LATE = 0.8
# A busy computer may take a little longer than it did when it was measured.
_BEYOND = 1.05


@dataclass
class Found:
    """What was found after a kill.

    Attributes:
        killed: False when the program had ended before: such a kill does not count.
        restarted: the next start did its work, without help.
        lost: what was acknowledged and is not there, or is there twice.
        broken: what is neither old and whole nor new and whole.
        left: names of what the killed program left behind, which nobody takes for the real thing.
    """

    killed: bool
    restarted: bool = True
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether all is as promised."""
        return self.restarted and not self.lost and not self.broken


class Activity(Protocol):
    """Something that is killed again and again in one data folder."""

    name: str

    def measure(self) -> float:
        """Do it once undisturbed. Returns how long it took (s)."""

    def kill_at(self, moment: float, number: int) -> Found:
        """Do it, kill it so many seconds after it began, start again, look."""

    def close(self) -> None:
        """End what may still run: nothing does after most kills."""


def moment_of(chance: random.Random, length: float, number: int) -> float:
    """When to kill, in seconds after the beginning of something that takes so long."""
    begin = 0.0 if number % 2 == 0 else _LATE
    return length * chance.uniform(begin, _BEYOND)


def hidden(*folders: Path) -> list[str]:
    """Drafts that lie in folders: whatever a killed program had not finished."""
    return sorted(
        path.name
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path.name.startswith(".") or ".building-" in path.name
    )
