"""What is there only once the knowledge is built."""

from __future__ import annotations

from typing import TypeVar

from bot.demo.part import PartError

LOADING = "Pengetahuan masih disiapkan. Tunggu beberapa detik, lalu coba lagi."

Thing = TypeVar("Thing")


def opened(thing: Thing | None) -> Thing:
    """The thing itself.

    Raises:
        PartError: it is None: not open yet.
    """
    if thing is None:
        raise PartError(LOADING)
    return thing
