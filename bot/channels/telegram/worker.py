"""One worker: everything between an update that was received and its answer."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot

from bot.channels.telegram import cases
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.backoff import Patience
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.commands import privacy
from bot.channels.telegram.database import Database
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.gate import Gate, Rates
from bot.channels.telegram.health import Health
from bot.channels.telegram.hearing import Hearing, Intake
from bot.channels.telegram.inbox import Inbox, Waiting
from bot.channels.telegram.lanes import MOST_SEEN, Case, Lanes
from bot.channels.telegram.pace import Pace, Speed
from bot.channels.telegram.people import People
from bot.channels.telegram.received import update_of
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.share import Share
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.talks import Talks
from bot.channels.telegram.thinking import Thinking
from bot.settings import RETENTION_DAYS, remembered_seconds


class Worker:
    """Receives, answers, remembers.

    Args:
        bot: speaks to Telegram.
        conversation: answers.
        database: where everything is kept.
        people: who is who.
        intake: reads what comes in.
        share: tells other workers of what is theirs.
        number: of this worker, from 0.
        workers: how many there are.
        rates: what Telegram takes.
        speed: what one chat may use.
        patience: how long is waited after a failure.
        retention_days: so long a conversation that nobody goes on with is remembered; 0 for an hour.
    """

    def __init__(
        self,
        bot: Bot,
        conversation: Talks,
        database: Database,
        people: People,
        intake: Intake,
        share: Share | None = None,
        number: int = 0,
        workers: int = 1,
        rates: Rates | None = None,
        speed: Speed | None = None,
        patience: Patience | None = None,
        retention_days: int = RETENTION_DAYS,
    ) -> None:
        """Put it together."""
        self._remembered_seconds = remembered_seconds(retention_days)
        self.health = Health()
        self.buttons = Buttons(database)
        self.shown = Shown(database)
        self.inbox = Inbox(database, number, workers, bot.id)
        self._bot = bot
        self._conversation = conversation
        self._database = database
        self._share = share
        self._number = number
        self._workers = workers
        gate = Gate(rates)
        thinking = Thinking(
            bot,
            conversation,
            Hearing(self.buttons, people, intake, conversation.hides),
            people,
            self.buttons,
            self.shown,
            gate.is_busy,
            self.health,
            privacy(retention_days),
        )
        sender = Sender(bot, Delivery(gate, self.health, patience), self.health)
        self._answering = Answering(
            thinking, self.inbox, self.buttons, self.shown, sender, self.health
        )
        self._pace = Pace(
            thinking.is_danger,
            self._answering.tell_slow,
            self.health,
            speed,
            is_full=gate.is_full,
        )
        self._lanes = Lanes(
            self._answer,
            self._wait_after,
            self._belongs,
            self._pace.hold,
            self.health,
            patience,
        )

    @property
    def waiting(self) -> int:
        """How many updates are in hand."""
        return self._lanes.waiting

    async def receive(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Write updates down and have them answered; they may be confirmed when this returns."""
        if self._workers == 1:
            # Thought about while it is written down; what is answered is noted after that, for the database works in order.
            rows = self.inbox.read(updates)
            self.health.received += self._lanes.put(rows)
            await self.inbox.receive(updates)
            return
        try:
            rows = await self.inbox.receive(updates)
        except SQLAlchemyError:
            # Telegram delivers it again until it comes to the worker that it belongs to, who can answer without the database.
            rows = self.inbox.read(updates)
            self.health.received += self._lanes.put(
                row for row in rows if self.inbox.owner(row.chat) == self._number
            )
            raise
        self.health.received += len(rows)
        for other in {self.inbox.owner(row.chat) for row in rows} - {self._number}:
            if self._share:
                self._share.ring(other)
        # Another worker may have received what comes before this, and its ring is still on the way.
        mine = {row.chat for row in rows if self.inbox.owner(row.chat) == self._number}
        if mine:
            self._lanes.put(await self.inbox.left(mine))

    async def catch_up(self) -> None:
        """Answer what was received before this worker started, or by another worker."""
        self._lanes.put(await self.inbox.left())

    async def remember(self) -> None:
        """Learn what was answered before this worker started, so that it is not answered again."""
        self._lanes.pass_over(await self.inbox.known(MOST_SEEN))

    async def tidy(self) -> None:
        """Forget what is too old, and pick up what nobody told us of."""
        await self.buttons.forget_old()
        await self.shown.forget_old()
        await self.inbox.forget_old()
        await self._conversation.forget_idle(self._remembered_seconds)
        await self.catch_up()

    async def wipe(self) -> bool:
        """Take erased texts out of the logs of the databases. False when others were reading: some are still there."""
        await self._answering.settle()
        mine = await self._database.tidy()
        return await self._conversation.tidy() and mine

    async def stop(self, seconds: float) -> None:
        """Finish what is in hand; what takes longer is answered after the next start."""
        await self._lanes.stop(seconds)

    async def _answer(self, case: Case) -> None:
        if await self._answering.answer(case):
            self._pace.count(case[0].chat)

    def _wait_after(self, row: Waiting) -> float:
        update = update_of(row, self._bot)
        wait = cases.wait_after(update) if update else 0.0
        # What waited in the inbox has no company that is still on its way.
        return max(0.0, min(wait, row.received + wait - time.time()))

    def _belongs(self, first: Waiting, following: Waiting) -> bool:
        one, other = update_of(first, self._bot), update_of(following, self._bot)
        return bool(one and other and cases.belongs(one, other))
