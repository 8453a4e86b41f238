"""Somebody who writes very fast is answered more slowly, and told so once. Danger is never held up."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.lanes import Lane
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.newest import Newest

_MOST_CHATS = 5000


@dataclass(frozen=True)
class Speed:
    """What one chat may use.

    Attributes:
        burst: answers at once after a pause.
        every: seconds for each after that.
    """

    burst: int = 12
    every: float = 2.0


@dataclass
class _Used:
    answers: float = 0.0
    at: float = 0.0
    told: bool = False


class Pace:
    """Holds chats up.

    Args:
        is_danger: whether an update speaks of danger.
        tell: says kindly, once, that answers will be slower now.
        health: counts how often.
        speed: what is allowed.
        clock: seconds.
        is_full: whether Telegram takes nothing more for a chat just now.
    """

    def __init__(
        self,
        is_danger: Callable[[Waiting], Awaitable[bool]],
        tell: Callable[[Waiting], Awaitable[None]],
        health: Health,
        speed: Speed | None = None,
        clock: Callable[[], float] = time.monotonic,
        is_full: Callable[[int], bool] = lambda chat: False,
    ) -> None:
        """Nobody was answered yet."""
        self._is_full = is_full
        self._is_danger = is_danger
        self._tell = tell
        self._health = health
        self._speed = speed or Speed()
        self._clock = clock
        self._chats = Newest[int, _Used](_MOST_CHATS, lambda chat: _Used(at=clock()))

    def count(self, chat: int) -> None:
        """Count an answer; answers to danger are not counted."""
        self._of(chat).answers += 1

    async def hold(self, lane: Lane) -> Waiting | None:
        """Wait until the next update of a lane may be answered.

        Returns:
            An update that was taken out of the lane to be answered first, because it speaks of danger; mostly None.
        """
        row = lane.rows[0]
        # What is left of an answer was already thought about.
        if row.replies:
            return None
        if self._wait(row.chat) <= 0:
            # Telegram's own limit holds the chat up.
            crowded = len(lane.rows) > 1 and self._is_full(row.chat)
            return await self._urgent(lane) if crowded else None
        urgent = await self._urgent(lane)
        used = self._of(row.chat)
        if urgent is None and not used.told:
            used.told = True
            self._health.slowed += 1
            event("slowed")
            await self._tell(row)
        while urgent is None and not lane.closed and (left := self._wait(row.chat)) > 0:
            if await lane.wait(left):
                urgent = await self._urgent(lane)
        return urgent

    async def _urgent(self, lane: Lane) -> Waiting | None:
        for row in list(lane.rows):
            if row.update_id in lane.calm or row.replies:
                continue
            lane.calm.add(row.update_id)
            if await self._is_danger(row):
                lane.rows.remove(row)
                return row
        return None

    def _wait(self, chat: int) -> float:
        """Seconds until the chat may have another answer."""
        speed = self._speed
        return (
            (self._of(chat).answers - (speed.burst - 1)) * speed.every if chat in self._chats else 0
        )

    def _of(self, chat: int) -> _Used:
        """What a chat has used up by now."""
        now = self._clock()
        used = self._chats.use(chat)
        used.answers = max(0.0, used.answers - (now - used.at) / self._speed.every)
        used.at = now
        used.told = used.told and used.answers > 0
        return used
