"""A table that keeps what was used last, and never more than so many entries."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Newest(Generic[K, V]):
    """Makes an entry when it is first used, and forgets the one that was not used for longest."""

    def __init__(self, most: int, make: Callable[[K], V]) -> None:
        """Nothing is kept yet.

        Args:
            most: so many entries are kept.
            make: the entry of a key that is new or was forgotten.
        """
        self._most = most
        self._make = make
        self._entries: OrderedDict[K, V] = OrderedDict()

    def __contains__(self, key: K) -> bool:
        """Whether there is an entry; asking is not using it."""
        return key in self._entries

    def use(self, key: K) -> V:
        """The entry of a key, which is the newest now."""
        if key not in self._entries:
            self._entries[key] = self._make(key)
        self._entries.move_to_end(key)
        while len(self._entries) > self._most:
            self._entries.popitem(last=False)
        return self._entries[key]
