"""What a server answers with: help in danger from the first moment, and the whole assistant as soon as it is loaded."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.fallback import words
from bot.fallback.conversation import FallbackConversation
from bot.fallback.start import fallback_answers
from bot.locks import locks_of
from bot.preparing import made_ready
from bot.reload.current import Current
from bot.reload.note import Note
from bot.reload.reloader import Reloader
from bot.saying import say
from bot.settings import Settings
from bot.warming import SAMPLE

if TYPE_CHECKING:
    from bot.conversation import Conversation
    from bot.metrics import Metrics

# So long a message that tells of no danger waits for the assistant that is being loaded (s).
PATIENCE_SECONDS = 20.0


class Ready:
    """Says once that everybody is answered, not only who is in danger.

    Args:
        loaded: called after each time that the assistant was loaded or should have been, with whether that worked.
        words: where it answers now.
    """

    def __init__(self, loaded: Callable[[bool], None], words: Callable[[], str]) -> None:
        """It is loaded for the first time."""
        self._loaded = loaded
        self._words = words
        self._is_said = False

    def loaded(self, worked: bool) -> None:
        """Pass it on."""
        self._loaded(worked)
        if worked and not self._is_said:
            self._is_said = True
            say(f"{self._words()}  Berhenti: tekan Ctrl-C.")


@dataclass(frozen=True)
class Running:
    """What a server needs.

    Attributes:
        conversation: answers.
        reloader: loads it, and loads it anew when it is told to.
        metrics: counts what it answers; None where nobody asked for them.
    """

    conversation: Current[Any]
    reloader: Reloader[Any]
    metrics: Metrics | None


@contextlib.asynccontextmanager
async def running(
    settings: Settings, name: str, loaded: Callable[[bool], None], *, counts: bool
) -> AsyncIterator[Running]:
    """A conversation that is kept in a database; until it is loaded, and where it cannot be, the fallback answers.

    Args:
        settings: where everything is.
        name: of the program, for `mawas doctor`.
        loaded: called after each time that it was loaded or should have been, with whether that worked.
        counts: whether to count what is answered.
    """
    # One for all: connections to Redis, and the order of what waits.
    locks = locks_of(settings)

    def fresh() -> Conversation:
        # Heavy: Rasa.
        from bot.conversation import Conversation

        return Conversation.load(settings, keeps=True, locks=locks)

    first = FallbackConversation(fallback_answers(settings), words.PREPARING)
    current: Current[Any] = Current(first)
    first.better, first.waits_until = current.turn, time.monotonic() + PATIENCE_SECONDS

    async def prepare() -> None:
        await made_ready(settings)

    def done(worked: bool) -> None:
        if not worked:
            first.why = words.BROKEN
        loaded(worked)

    reloader: Reloader[Any] = Reloader(
        current, fresh, SAMPLE, Note(settings.home, name, has_loaded=False), done, prepare=prepare
    )
    metrics = None
    if counts:
        from bot.metrics import watching

        metrics = watching(current)
    try:
        yield Running(current, reloader, metrics)
    finally:
        await current.now.stop()
        if current.now is first:
            await locks.close()
