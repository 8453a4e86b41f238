"""Telegram's limits for sending: 30 messages a second over all, 1 a second to a chat with short bursts, 20 a minute to a group."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.helpers.telegram_server.errors import too_many_requests


@dataclass(frozen=True)
class Limits:
    """What is allowed.

    Attributes:
        overall: messages a second, to all chats together.
        chat: messages a second to one private chat.
        burst: messages that one private chat takes at once after a pause. Telegram says "short bursts" and no number.
        group: messages a minute to one group.
    """

    overall: float = 30.0
    chat: float = 1.0
    burst: int = 5
    group: float = 20.0

    def faster(self, times: float) -> Limits:
        """The same limits on a clock that runs so many times faster: tests cannot wait for minutes."""
        return Limits(self.overall * times, self.chat * times, self.burst, self.group * times)


NO_LIMITS = Limits(1e9, 1e9, 1_000_000, 1e9)


class _Bucket:
    def __init__(self, rate: float, size: float, now: float) -> None:
        self.rate, self.size = rate, size
        self.left, self.at = size, now
        self.closed_until = 0.0

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is allowed now."""
        self.left = min(self.size, self.left + (now - self.at) * self.rate)
        self.at = now
        if now < self.closed_until:
            return self.closed_until - now
        return 0.0 if self.left >= 1 else (1 - self.left) / self.rate


class Governor:
    """Counts what was sent and refuses what is too much.

    Attributes:
        refusals: when a message was refused (s, monotonic), and whose limit it was, "all" or "chat".
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing was sent yet."""
        self._limits = limits
        self._clock = clock
        now = clock()
        self._all = _Bucket(limits.overall, limits.overall, now)
        self._chats: dict[int, _Bucket] = {}
        self.refusals: list[tuple[float, str]] = []

    @property
    def refused(self) -> int:
        """How many messages were refused."""
        return len(self.refusals)

    def admit(self, chat_id: int, is_group: bool) -> None:
        """Count one message.

        Raises:
            ApiError: too many; the chat stays closed until the wait is over, as the real server does.
        """
        now = self._clock()
        limits = self._limits
        if chat_id not in self._chats:
            rate, size = (
                (limits.group / 60, limits.group) if is_group else (limits.chat, limits.burst)
            )
            self._chats[chat_id] = _Bucket(rate, size, now)
        buckets = (self._all, self._chats[chat_id])
        waits = [bucket.wait(now) for bucket in buckets]
        if max(waits) > 0:
            seconds = math.ceil(max(waits))
            # Whole seconds are what the client is told, so whole seconds are what it has to wait.
            blamed = buckets[waits.index(max(waits))]
            self.refusals.append((now, "all" if blamed is self._all else "chat"))
            if now >= blamed.closed_until:
                blamed.closed_until = now + seconds
            raise too_many_requests(seconds)
        for bucket in buckets:
            bucket.left -= 1
