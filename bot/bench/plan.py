"""What one run of the benchmarks is to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.bench.catalogue import CHATS, GROUPS, STORED, TURNS
from bot.bench.mawas import WHAT as OURS
from bot.bench.plain.place import WHAT as THEIRS
from bot.bench.plain.place import Place
from bot.settings import Settings

Told = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """A run.

    Attributes:
        settings: of Mawas, with a data folder of its own.
        place: of plain Rasa; None to measure Mawas alone.
        runs: how often each is measured, in turn.
        is_quick: fewer messages, shorter conversations, fewer stored ones.
        told: called with what is going on.
    """

    settings: Settings
    place: Place | None
    runs: int
    is_quick: bool
    told: Told

    @property
    def each(self) -> int:
        """Messages of each kind but flyers."""
        return 8 if self.is_quick else 100

    @property
    def flyers(self) -> int:
        """Pictures, which take long."""
        return 4 if self.is_quick else 20

    @property
    def messages(self) -> int:
        """After which memory is measured again."""
        return 100 if self.is_quick else 500

    @property
    def chats(self) -> tuple[int, ...]:
        """People who talk at once."""
        return (1, 10) if self.is_quick else CHATS

    @property
    def turns(self) -> tuple[int, ...]:
        """Turns of one conversation that are measured."""
        return TURNS[:2] if self.is_quick else TURNS

    @property
    def patience(self) -> float:
        """Seconds that one long conversation may take."""
        return 30.0 if self.is_quick else 120.0

    @property
    def stored(self) -> tuple[int, ...]:
        """Stored conversations among which messages are measured."""
        return STORED[:2] if self.is_quick else STORED

    def in_turn(self, what: str) -> Iterator[Place | None]:
        """Mawas (None) and plain Rasa (where it is), as often as there are runs; the order changes from run to run.

        Args:
            what: is measured; announced each time.
        """
        both = [None, self.place] if self.place else [None]
        for number in range(self.runs):
            for place in both if number % 2 == 0 else reversed(both):
                name = THEIRS if place else OURS
                self.told(f"{what}: {name}, putaran {number + 1} dari {self.runs}")
                yield place


def chosen(words: str | None) -> tuple[str, ...]:
    """The groups of `--only`, in their own order; all without it.

    Raises:
        ValueError: one is not known.
    """
    if words is None:
        return GROUPS
    wanted = {word.strip() for word in words.split(",") if word.strip()}
    unknown = sorted(wanted - set(GROUPS))
    if unknown or not wanted:
        raise ValueError(", ".join(unknown) or words)
    return tuple(group for group in GROUPS if group in wanted)
