"""Two processes that answered the same conversation at once."""

from __future__ import annotations


class ConflictError(Exception):
    """Somebody else stored a turn, or deleted the conversation, since this turn began: nothing of it is stored.

    The locks around a turn prevent it (`bot.locks`), as long as they can be had.
    """
