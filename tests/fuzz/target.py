"""What a target is: how its inputs are made, what takes them, and what each may cost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

Take = Callable[[Any], None]


@dataclass(frozen=True)
class Target:
    """Something that reads what strangers send.

    Attributes:
        name: for the command line, the table and the names of cases.
        about: what is read, in a few words.
        share: how many of 100,000 inputs it gets.
        make: an input from a source of chance; the same source gives the same input.
        opened: opens what takes inputs, in an empty folder of its own; `take` raises what must not happen.
        seconds: of processor time that one input may take.
        megabytes: by which one input may raise the peak of memory.
    """

    name: str
    about: str
    share: int
    make: Callable[[Random], Any]
    opened: Callable[[Path], AbstractContextManager[Take]]
    seconds: float = 2.0
    megabytes: int = 150

    def input(self, seed: int, number: int) -> Any:
        """The input of a number; it needs none of those before it."""
        # A text, because Python hashes it in the same way in every process.
        return self.make(Random(f"{seed}/{self.name}/{number}"))
