"""Steps through a list of screens, for scenes and role-plays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from bot.demo.part import Json, PartError

ScreenT = TypeVar("ScreenT")
_FIRST = "Ini layar pertama. Tekan panah kanan untuk mulai."
_LAST = "Ini layar terakhir. Tekan M untuk memilih yang lain."
_NO_STEP = "Langkah itu tidak ada. Pilih salah satu dari daftar."


class Stepping(Generic[ScreenT]):
    """A place in a list of screens that is never empty."""

    def __init__(self, screens: Sequence[ScreenT], at: Any) -> None:
        """Begin at a place.

        Args:
            screens: all of them, in order.
            at: the place, as it was stored; a record may have become shorter since then.
        """
        self.screens = screens
        known = isinstance(at, int) and not isinstance(at, bool)
        self.at = min(max(at, 0), len(screens) - 1) if known else 0

    @property
    def here(self) -> ScreenT:
        """The screen that is shown."""
        return self.screens[self.at]

    @property
    def coming(self) -> ScreenT | None:
        """The screen after it; None at the end."""
        return self.screens[self.at + 1] if self.at + 1 < len(self.screens) else None

    def dump(self) -> Json:
        """The place, and whether it is the end."""
        return {"at": self.at, "done": self.coming is None}

    def turn(self, by: int) -> None:
        """Go on or back.

        Raises:
            PartError: there is nothing.
        """
        if not 0 <= self.at + by < len(self.screens):
            raise PartError(_FIRST if by < 0 else _LAST)
        self.at += by

    def stations(self, name: Callable[[ScreenT], tuple[int, str]]) -> list[Json]:
        """The first screen of each group, to jump to: [{"go", "title", "here"}].

        Args:
            name: the group of a screen; its second half is the title.
        """
        groups: dict[tuple[int, str], Json] = {}
        for number, screen in enumerate(self.screens):
            group = name(screen)
            row = {"go": number, "title": group[1], "here": group == name(self.here)}
            groups.setdefault(group, row)
        return list(groups.values())

    def go(self, at: Any) -> None:
        """Go to a place.

        Raises:
            PartError: there is no such place.
        """
        if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at < len(self.screens):
            raise PartError(_NO_STEP)
        self.at = at
