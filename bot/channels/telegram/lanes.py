"""Updates of one chat in order, different chats at the same time."""

from __future__ import annotations

import asyncio
import bisect
import logging
from collections.abc import Awaitable, Callable, Iterable

from bot.channels.telegram.backoff import Backoff, Patience
from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.newest import Newest

Case = list[Waiting]
# Numbers of updates that were in a lane, so that none gets into one twice.
MOST_SEEN = 20_000
# Of one chat so many count as waiting: who floods must not keep others from being fetched.
_MOST_OF_ONE = 50


class Lane:
    """What waits in one chat.

    Attributes:
        rows: in order of their number; before them what has its answer already and was not sent before a restart.
        more: set when something came, or nothing more will.
        closed: no new case is begun any more.
        calm: numbers of updates that were found not to speak of danger.
    """

    def __init__(self) -> None:
        """Nothing waits."""
        self.rows: list[Waiting] = []
        self.more = asyncio.Event()
        self.closed = False
        self.calm: set[int] = set()

    def add(self, row: Waiting) -> None:
        """Add an update at its place: a webhook may deliver them in any order."""
        bisect.insort(self.rows, row, key=lambda each: (each.replies is None, each.update_id))
        self.more.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for more. False when nothing came in time."""
        self.more.clear()
        if self.closed:
            return False
        try:
            await asyncio.wait_for(self.more.wait(), seconds)
        except asyncio.TimeoutError:
            return False
        return True


class Lanes:
    """Gathers the updates of each chat into cases and has them answered one after the other.

    Args:
        answer: answers a case; may raise, and is then called again.
        wait_after: seconds to wait after an update for more of the same case.
        belongs: whether a later update is of the same case as the first.
        hold: waits as long as a chat that writes very fast has to; may take an update that cannot wait out of the lane, to be
            answered first.
        health: counts what waits.
        patience: how long is waited after an answer that failed.
    """

    def __init__(
        self,
        answer: Callable[[Case], Awaitable[None]],
        wait_after: Callable[[Waiting], float],
        belongs: Callable[[Waiting, Waiting], bool],
        hold: Callable[[Lane], Awaitable[Waiting | None]],
        health: Health,
        patience: Patience | None = None,
    ) -> None:
        """Nothing waits."""
        self._patience = patience or Patience()
        self._answer = answer
        self._wait_after = wait_after
        self._belongs = belongs
        self._hold = hold
        self._health = health
        self._lanes: dict[int, Lane] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._seen = Newest[int, None](MOST_SEEN, lambda number: None)
        self._stopping = False

    @property
    def waiting(self) -> int:
        """How many updates wait or are being answered; of a chat that floods not all are counted."""
        return sum(min(1 + len(lane.rows), _MOST_OF_ONE) for lane in self._lanes.values())

    def pass_over(self, numbers: Iterable[int]) -> None:
        """Note numbers of updates that must not get in, as if they had been in."""
        for number in numbers:
            self._seen.use(number)

    def put(self, rows: Iterable[Waiting]) -> int:
        """Add updates, each once. Returns how many were new."""
        new = 0
        for row in rows:
            if row.update_id in self._seen or self._stopping:
                continue
            self.pass_over([row.update_id])
            new += 1
            self._health.waiting += 1
            if row.chat not in self._lanes:
                self._lanes[row.chat] = Lane()
                self._tasks[row.chat] = asyncio.create_task(
                    self._run(row.chat), name="telegram-lane"
                )
            self._lanes[row.chat].add(row)
        return new

    async def stop(self, seconds: float) -> None:
        """Begin no new case, and let those in hand be finished.

        Args:
            seconds: how long; what takes longer is broken off, and answered after the next start.
        """
        self._stopping = True
        for lane in self._lanes.values():
            lane.closed = True
            lane.more.set()
        tasks = list(self._tasks.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            if late:
                event("stopped_late", chats=len(late))

    async def _run(self, chat: int) -> None:
        lane = self._lanes[chat]
        try:
            while lane.rows and not self._stopping:
                first = await self._held(lane)
                if self._stopping:
                    return
                case = [first] if first else await self._gather(lane)
                await self._until_answered(case)
                self._health.waiting -= len(case)
        finally:
            # Nothing is awaited between the last look and this, so no update can slip in.
            del self._lanes[chat], self._tasks[chat]

    async def _held(self, lane: Lane) -> Waiting | None:
        """Wait as long as the chat has to; what goes wrong there must leave nobody without an answer."""
        try:
            return await self._hold(lane)
        except Exception as error:
            event("hold_failed", logging.ERROR, error=error)
            return None

    async def _gather(self, lane: Lane) -> Case:
        case = [lane.rows.pop(0)]
        # The rest of an answer is no part of what comes after it.
        while not case[0].replies:
            if lane.rows:
                if lane.rows[0].replies or not self._belongs(case[0], lane.rows[0]):
                    break
                case.append(lane.rows.pop(0))
                continue
            wait = self._wait_after(case[-1])
            if wait <= 0 or self._stopping or not await lane.wait(wait):
                break
        return case

    async def _until_answered(self, case: Case) -> None:
        backoff = Backoff(self._patience.answering, self._patience.longest)
        while True:
            try:
                await self._answer(case)
                return
            except Exception as error:
                # Most likely the database; the update stays in it, and nobody after it is answered first.
                wait = backoff.wait()
                event("answer_failed", logging.ERROR, error=error, wait=wait)
                if self._stopping:
                    return
                await asyncio.sleep(wait)
