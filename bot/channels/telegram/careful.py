"""Takes updates in; one that cannot be taken in is put aside after a few tries, so that it is not in the way of all others for ever."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.health import Health
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.newest import Newest

Receive = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]

MOST_TRIES = 3
_MOST_KEPT = 1000


class Careful:
    """Receives updates.

    Args:
        receive: writes updates down.
        health: counts what was put aside, and notes that Telegram was heard: with a webhook nothing else does.
    """

    def __init__(self, receive: Receive, health: Health) -> None:
        """Nothing failed yet."""
        self._receive = receive
        self._health = health
        # Counts tries by the number of the update; nothing of the update itself is kept.
        self._tries = Newest[int, Iterator[int]](_MOST_KEPT, lambda number: itertools.count(1))

    async def __call__(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Take updates in. They may be confirmed when this returns.

        Raises:
            Exception: not all were taken in, and they are to be fetched again. A disk that is full is waited out as long as it takes.
        """
        self._health.heard()
        try:
            await self._receive(updates)
        except (SQLAlchemyError, OSError):
            # The updates are not to blame.
            raise
        except Exception:
            await self._one_by_one(updates)

    async def _one_by_one(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Take in those that can be, and raise the last error of those that are to be tried again."""
        last: Exception | None = None
        for update in updates:
            try:
                await self._receive([update])
            except (SQLAlchemyError, OSError):
                raise
            except Exception as error:
                if not self._is_put_aside(update, error):
                    last = error
        if last is not None:
            raise last

    def _is_put_aside(self, update: Mapping[str, Any], error: Exception) -> bool:
        tries = next(self._tries.use(int(update["update_id"])))
        # It may come again with others that are still tried.
        if tries == MOST_TRIES:
            self._health.unreadable += 1
            event("put_aside", logging.ERROR, error=error, tries=tries)
        return tries >= MOST_TRIES
