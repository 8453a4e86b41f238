"""Holds sending to what Telegram takes: so many messages a second over all, one a second to a chat. Danger goes first."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

from bot.channels.telegram.newest import Newest

_MOST_CHATS = 2000
# Share of what may leave at once that is free when little is sent.
_QUIET = 0.75
# Messages of an answer in calm times are two; one more is left for what the person says next.
_FEW = 3


@dataclass(frozen=True)
class Rates:
    """What Telegram takes (core.telegram.org/bots/faq, "My bot is hitting limits").

    Attributes:
        overall: messages a second to all chats together, a little below Telegram's 30.
        chat: messages a second to one person.
        burst: messages to one person at once after a pause.
        group: messages a minute to one group.
    """

    overall: float = 29.0
    chat: float = 1.0
    burst: int = 4
    group: float = 20.0


class Gate:
    """Lets messages through, one after the other."""

    # So many may leave at once after a pause. Telegram seems to take 30, but messages that leave one by one may arrive together.
    _AT_ONCE = 18

    def __init__(self, rates: Rates | None = None) -> None:
        """Nothing was sent yet."""
        self._rates = rates or Rates()
        self._all = AsyncLimiter(self._AT_ONCE, self._AT_ONCE / self._rates.overall)
        # A chat that was quiet for longest has its whole burst again.
        self._chats = Newest(_MOST_CHATS, self._limiter)
        self._queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._pump: asyncio.Task[None] | None = None
        self._refused: dict[int, float] = {}
        self._closed_until = 0.0

    def refused(self, chat: int, seconds: float) -> None:
        """Note that Telegram refused a message for being too many.

        One chat waits by itself. Where a second one is refused at the same time, it is all of them that were too many, and nothing is let
        through until the wait is over.

        Args:
            chat: to whom the message was.
            seconds: how long Telegram wants to be left alone.
        """
        now = asyncio.get_running_loop().time()
        self._refused = {each: until for each, until in self._refused.items() if until > now}
        if self._refused.keys() - {chat}:
            self._closed_until = max(self._closed_until, now + seconds)
        self._refused[chat] = now + seconds

    def is_full(self, chat: int) -> bool:
        """Whether the next message to a chat has to wait for Telegram's limit of one chat."""
        return not self._chats.use(chat).has_capacity()

    def is_busy(self, chat: int) -> bool:
        """Whether messages should be few: many wait, or this chat got several just now."""
        quiet = self._all.has_capacity(self._AT_ONCE * _QUIET) and not self._queue
        return not quiet or not self._chats.use(chat).has_capacity(_FEW)

    async def enter(self, chat: int, urgent: bool = False) -> None:
        """Wait until a message may be sent.

        Args:
            chat: to whom; negative for groups.
            urgent: do not wait for this chat's turn, and go before all others.
        """
        if not urgent:
            await self._chats.use(chat).acquire()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (0 if urgent else 1, next(self._numbers), turn))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._let_through(), name="telegram-gate")
        await turn

    async def _let_through(self) -> None:
        while self._queue:
            await self._all.acquire()
            clock = asyncio.get_running_loop().time
            while (left := self._closed_until - clock()) > 0:
                await asyncio.sleep(left)
            # Who came meanwhile and is in danger goes first; who gave up is passed over.
            while self._queue:
                turn = heapq.heappop(self._queue)[2]
                if not turn.done():
                    turn.set_result(None)
                    break

    def _limiter(self, chat: int) -> AsyncLimiter:
        rates = self._rates
        if chat < 0:
            return AsyncLimiter(rates.group, 60)
        return AsyncLimiter(rates.burst, rates.burst / rates.chat)
