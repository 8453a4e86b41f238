"""Takes the place of the conversation while that is loaded, or cannot be: danger is answered, the rest is told to wait."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from actions.decision import OUT_OF_SCOPE
from actions.harmless import CHAT, RECIPE, SWITCH_PAYLOAD, is_safe_word
from bot.clean import clean, shorten
from bot.fallback import words
from bot.fallback.answers import FallbackAnswers, Told
from bot.messages import Incoming, Reply, Turn

Watch = Callable[[Incoming, Turn], None]


class FallbackConversation:
    """Answers as `bot.conversation.Conversation` does (see `bot.reload.current.Loaded`), and remembers nothing but who hides.

    Args:
        answers: to danger, and whom to call.
        why: a sentence of `words`, said where there is no answer; may be changed.
    """

    def __init__(self, answers: FallbackAnswers, why: str = words.BROKEN) -> None:
        """Nobody has written yet."""
        self.watch: Watch | None = None
        self.why = why
        # Set while a better conversation is on its way: who is in no danger waits for it until then (seconds of `time.monotonic`).
        self.waits_until = 0.0
        self.better: Callable[[Incoming], Awaitable[Turn]] | None = None
        self._taken_over = asyncio.Event()
        self._answers = answers
        self._hiding: set[str] = set()

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory: none."""
        return 0

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message: help in danger at once; else what the better conversation says, should it come soon."""
        if self._is_urgent(incoming) or not await self._is_replaced() or self.better is None:
            turn = await self.rehearse(incoming)
            if self.watch:
                self.watch(incoming, turn)
            return turn
        return await self.better(incoming)

    async def rehearse(self, incoming: Incoming) -> Turn:
        """The answer without waiting and counting."""
        started = time.perf_counter()
        turn = self._answered(incoming)
        return replace(turn, latency_ms=(time.perf_counter() - started) * 1000)

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Danger or nothing, as certain as the words of a message can say."""
        return [(self._answers.danger_in(text) or OUT_OF_SCOPE, 1.0)]

    def is_intent(self, name: str) -> bool:
        """Whether a name may stand in the payload of a button: any, for nothing is known of them."""
        return bool(name)

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""
        self._hiding.discard(sender)

    async def forget_idle(self, seconds: float) -> int:
        """Nothing is kept."""
        return 0

    async def remembered(self, sender: str) -> int:
        """Nothing is."""
        return 0

    async def tidy(self) -> bool:
        """Nothing was written."""
        return True

    async def hand_over(self) -> bool:
        """Another conversation takes over now: who waited for it is answered by it."""
        self._taken_over.set()
        return True

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed."""
        if self.hides(sender):
            return Reply(CHAT[0], covers=True)
        return Reply("\n\n".join(self._answers.answer("", self.why).bubbles))

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation; what was hidden before this took its place is not known."""
        return sender in self._hiding

    def close(self) -> None:
        """There is nothing to let go of."""

    async def stop(self) -> None:
        """There is nothing to let go of."""

    def _is_urgent(self, incoming: Incoming) -> bool:
        return _switches(incoming) or self._answers.danger_in(incoming.text) is not None

    async def _is_replaced(self) -> bool:
        with contextlib.suppress(asyncio.TimeoutError):
            left = max(0.0, self.waits_until - time.monotonic())
            await asyncio.wait_for(self._taken_over.wait(), left)
        return self._taken_over.is_set()

    def _answered(self, incoming: Incoming) -> Turn:
        sender = incoming.sender
        text = shorten(clean(incoming.text))[0] if incoming.kind == "text" else incoming.text
        if _switches(incoming):
            self._hiding.symmetric_difference_update({sender})
            hides = sender in self._hiding
            said = Reply(RECIPE if hides else words.BACK, covers=hides)
            return replace(told_turn(incoming, Told(())), replies=(said,), failed=False)
        if sender in self._hiding and self._answers.danger_in(text) is None:
            said = Reply(CHAT[len(text) % len(CHAT)], covers=True)
            return replace(told_turn(incoming, Told(())), replies=(said,), failed=False)
        if not text and not incoming.enclosed:
            return told_turn(incoming, Told((words.EMPTY,)))
        return told_turn(incoming, self._answers.answer(text, self.why))


def told_turn(incoming: Incoming, told: Told) -> Turn:
    """The turn of a message that the fallback answered; it failed where there was no danger."""
    return Turn(
        text=incoming.text,
        intent=told.danger or OUT_OF_SCOPE,
        confidence=1.0 if told.danger else 0.0,
        ranking=((told.danger, 1.0),) if told.danger else (),
        entities=(),
        crisis=(told.danger, True) if told.danger else None,
        replies=tuple(map(Reply, told.bubbles)),
        channels=told.channels,
        sources=told.sources,
        failed=told.danger is None,
    )


def _switches(incoming: Incoming) -> bool:
    """True for the safe word, and for the button that hides."""
    if incoming.kind == "button":
        return incoming.text == SWITCH_PAYLOAD
    return is_safe_word(incoming.text)
