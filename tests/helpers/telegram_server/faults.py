"""What goes wrong between a bot and Telegram, by a plan that a seed repeats."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """One accident of a request."""

    BAD_GATEWAY = "502"
    TOO_MANY = "429"
    RESET = "reset"
    """The connection breaks before anything was done."""
    RESET_AFTER = "reset_after"
    """It was done, and the connection breaks before the answer."""


@dataclass(frozen=True)
class Plan:
    """How often what happens, as shares of all requests.

    Attributes:
        seed: the same seed, the same accidents for the same order of requests.
        bad_gateway: answers 502 with nginx' page instead of JSON.
        too_many: answers 429 although no limit was reached, as Telegram does when it is busy.
        reset: connections that break before anything was done.
        reset_after: connections that break after it was done.
        duplicate: polls that bring an update again that was confirmed already.
        delay: least and longest wait before any answer (s).
        retry_after: what a planned 429 says (s).
    """

    seed: int = 0
    bad_gateway: float = 0.0
    too_many: float = 0.0
    reset: float = 0.0
    reset_after: float = 0.0
    duplicate: float = 0.0
    delay: tuple[float, float] = (0.0, 0.0)
    retry_after: int = 1


class Faults:
    """Draws from a plan, and takes orders for the next request of a method."""

    def __init__(self, plan: Plan | None = None) -> None:
        """Without a plan nothing happens but what is ordered."""
        self.plan = plan or Plan()
        self._random = random.Random(self.plan.seed)
        self._ordered: dict[str, deque[Fault]] = {}
        self.happened: Counter[str] = Counter()

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next requests of a method meet this accident."""
        self._ordered.setdefault(method.lower(), deque()).extend([fault] * times)

    def next(self, method: str) -> Fault | None:
        """The accident of this request, if any."""
        waiting = self._ordered.get(method.lower())
        fault = waiting.popleft() if waiting else self._drawn()
        if fault:
            self.happened[fault.value] += 1
        return fault

    def delay(self) -> float:
        """How long this answer takes (s)."""
        least, longest = self.plan.delay
        return self._random.uniform(least, longest) if longest else 0.0

    def duplicate(self, confirmed: Sequence[int]) -> int | None:
        """Which confirmed update comes again with this poll, if any."""
        if confirmed and self.plan.duplicate and self._random.random() < self.plan.duplicate:
            self.happened["duplicate"] += 1
            return self._random.choice(confirmed)
        return None

    def _drawn(self) -> Fault | None:
        plan = self.plan
        shares = (
            (Fault.BAD_GATEWAY, plan.bad_gateway),
            (Fault.TOO_MANY, plan.too_many),
            (Fault.RESET, plan.reset),
            (Fault.RESET_AFTER, plan.reset_after),
        )
        if not any(share for _, share in shares):
            return None
        drawn = self._random.random()
        for fault, share in shares:
            if drawn < share:
                return fault
            drawn -= share
        return None
