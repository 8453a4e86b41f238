"""The queue of updates: kept until they are confirmed by a higher offset, for one poller at a time."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.helpers.telegram_server.errors import ApiError, conflict
from tests.helpers.telegram_server.faults import Faults
from tests.helpers.telegram_server.params import Params

FIRST_UPDATE = 830_000_001
# What a bot gets that names nothing; the rest has to be asked for.
DEFAULT = frozenset(
    "message edited_message channel_post edited_channel_post inline_query chosen_inline_result callback_query"
    " my_chat_member".split()
)
MOST_AT_ONCE = 100
LONGEST_POLL = 50
# How long what comes together is gathered before a waiting poll is answered (s), as the real server does.
_GATHER = 0.002
_REMEMBERED = 200
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_SET = "terminated by setWebhook request"


class UpdateQueue:
    """Updates of one bot.

    Attributes:
        pending: update id -> update, what was not confirmed yet.
        confirmed: ids that a poll or a webhook's 200 confirmed, newest last.
        webhook: whether a webhook takes the updates.
        new: set whenever there is something new.
    """

    def __init__(self, faults: Faults, pause: float) -> None:
        """Make an empty queue.

        Args:
            faults: decides which update comes twice.
            pause: least time between two conflicts (s); the real server's is 3.
        """
        self._faults = faults
        self._pause = pause
        self._next = FIRST_UPDATE
        self._poll: asyncio.Future[None] | None = None
        self._conflict_at = 0.0
        self._old: dict[int, dict[str, Any]] = {}
        self.allowed = DEFAULT
        self.pending: dict[int, dict[str, Any]] = {}
        self.confirmed: list[int] = []
        self.webhook = False
        self.new = asyncio.Event()

    def push(self, kind: str, body: dict[str, Any]) -> int | None:
        """Add an update; None when the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        number = self._next
        self._next += 1
        # As it is now: a message that is edited later must not change an update that waits.
        self.pending[number] = json.loads(json.dumps({"update_id": number, kind: body}))
        self.new.set()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        return number

    def allow(self, params: Params) -> None:
        """Take over `allowed_updates`; a missing one changes nothing, an empty one is the default."""
        named = params.json("allowed_updates", "allowed updates")
        if named is not None:
            self.allowed = frozenset(named) or DEFAULT

    def confirm(self, number: int) -> None:
        """The bot has it: it is not sent again."""
        update = self.pending.pop(number, None)
        if update is not None:
            self.confirmed.append(number)
            self._old[number] = update
            self._old.pop(number - _REMEMBERED, None)

    def drop(self) -> None:
        """Forget what waits (`drop_pending_updates`)."""
        self.pending.clear()

    async def get(self, params: Params) -> list[dict[str, Any]]:
        """getUpdates.

        Raises:
            ApiError: a webhook is set, or another poll or a webhook came in between.
        """
        if self.webhook:
            raise await self._conflict(WEBHOOK_ACTIVE)
        self.allow(params)
        offset = params.integer("offset")
        limit = min(max(params.integer("limit", MOST_AT_ONCE), 1), MOST_AT_ONCE)
        timeout = min(max(params.integer("timeout"), 0), LONGEST_POLL)
        if offset < 0:
            for number in sorted(self.pending)[:offset]:
                self.confirm(number)
        for number in [number for number in self.pending if number < offset]:
            self.confirm(number)
        if timeout and not self.pending:
            await self._wait(timeout)
        found = [self.pending[number] for number in sorted(self.pending)[:limit]]
        again = self._faults.duplicate([number for number in self.confirmed if number in self._old])
        return [self._old[again], *found] if again else found

    async def _wait(self, timeout: float) -> None:
        """Wait for the first update; the poll that waits already is thrown out."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(OTHER_POLLER))
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(mine, timeout)
        except asyncio.TimeoutError:
            return
        except ApiError as error:
            raise await self._conflict(error.description) from None
        await asyncio.sleep(_GATHER)

    async def _conflict(self, words: str) -> ApiError:
        """A conflict, not more often than the pause allows."""
        now = asyncio.get_running_loop().time()
        if now < self._conflict_at:
            await asyncio.sleep(self._pause)
        self._conflict_at = asyncio.get_running_loop().time() + self._pause
        return conflict(words.removeprefix("Conflict: "))

    def set_webhook(self, active: bool) -> None:
        """A webhook takes over from polling, or gives back."""
        self.webhook = active
        if active and self._poll and not self._poll.done():
            self._poll.set_exception(conflict(WEBHOOK_SET))

    def close(self) -> None:
        """Let go of a waiting poll when the server stops."""
        if self._poll and not self._poll.done():
            self._poll.cancel()
