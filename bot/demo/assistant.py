"""The assistant as the page sees it: a process beside, which is loading, ready or gone."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from bot.demo import assistant_process as child
from bot.demo.part import Answered, PartError
from bot.fallback.answers import FallbackAnswers
from bot.fallback.conversation import FallbackConversation
from bot.fallback.start import fallback_answers
from bot.fallback.words import BROKEN, PREPARING
from bot.messages import Incoming
from bot.settings import Settings

LOADING, READY, FAILED = "memuat", "siap", "gagal"
_WORDS = {
    LOADING: "Mawas sedang dimuat. Yang lain sudah bisa dipakai.",
    READY: "Mawas siap menjawab.",
}
_ENDED = "Mawas berhenti sendiri. Tekan tombol Muat lagi. Bila terulang, jalankan ./mawas doctor"
_NOT_SHOWN = "(pesan tidak ditampilkan)"
_STOP_SECONDS = 3.0


class AssistantProcess:
    """Starts the process, passes questions to it, and says how it is. Used in the thread of the event loop only.

    Args:
        settings: of this run.
        changed: called when the state changed.
        store_built: called once the knowledge store can be read.
        target: what runs in the process; another one in tests.
    """

    def __init__(
        self,
        settings: Settings,
        changed: Callable[[], None],
        store_built: Callable[[], None],
        target: Callable[[Settings, Connection], None] = child.run,
    ) -> None:
        """Nothing is started yet."""
        self._settings = settings
        self._changed = changed
        self._store_built = store_built
        self._target = target
        # A fresh interpreter: one that has threads must not be forked.
        self._context = multiprocessing.get_context("spawn")
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._numbers = itertools.count()
        self._asked: dict[int, asyncio.Future[Answered | None]] = {}
        self._loaded = asyncio.Event()
        self._state, self._words = LOADING, _WORDS[LOADING]
        self._fallback: FallbackAnswers | None = None

    @property
    def state(self) -> str:
        """One of: memuat, siap, gagal."""
        return self._state

    @property
    def words(self) -> str:
        """The state in a sentence, with what to do when it failed."""
        return self._words

    def start(self) -> None:
        """Start the process; one that runs is left alone."""
        if self._process is not None and self._process.is_alive():
            return
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=self._target, args=(self._settings, theirs), daemon=True
        )
        process.start()
        # With our copy open, the end of the process would never be noticed.
        theirs.close()
        self._process, self._pipe = process, ours
        self._become(LOADING, _WORDS[LOADING])
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, args=(ours, loop), daemon=True).start()

    def stop(self) -> None:
        """End the process; blocks for a few seconds at most."""
        process, self._process, pipe = self._process, None, self._pipe
        if process is None or pipe is None:
            return
        process.terminate()
        process.join(_STOP_SECONDS)
        if process.is_alive():
            process.kill()

    async def told(self) -> str:
        """Wait until it is loaded or could not be; returns that in a sentence."""
        await self._loaded.wait()
        return self._words

    async def turn(self, incoming: Incoming) -> Answered:
        """Answer a message; waits while loading. Danger is answered without the assistant where that is not there.

        Raises:
            PartError: the assistant could not be loaded, failed at this message, or ended.
        """
        helped = None if self._state == READY else await self._helped(incoming)
        if helped:
            return helped
        try:
            answer = await self._ask(child.TURN, incoming)
        except PartError:
            helped = await self._helped(incoming)
            if helped is None:
                raise
            return helped
        if answer is None:
            raise PartError(_ENDED)
        return answer

    async def forget(self, sender: str) -> None:
        """Delete a conversation; nothing happens when the assistant is not there: then there is none."""
        if self._state == READY:
            await self._ask(child.FORGET, sender)

    async def _helped(self, incoming: Incoming) -> Answered | None:
        """The answer of the fallback to danger; None where its words tell of none."""
        if self._fallback is None:
            self._fallback = await asyncio.to_thread(fallback_answers, self._settings)
        why = PREPARING if self._state == LOADING else BROKEN
        turn = await FallbackConversation(self._fallback, why).turn(incoming)
        # Nothing here can mask the message.
        return Answered(turn, _NOT_SHOWN) if turn.crisis else None

    async def _ask(self, what: str, value: Any) -> Answered | None:
        await self._loaded.wait()
        if self._state == FAILED or self._pipe is None:
            raise PartError(self._words)
        number = next(self._numbers)
        future: asyncio.Future[Answered | None] = asyncio.get_running_loop().create_future()
        self._asked[number] = future
        try:
            self._pipe.send((what, number, value))
            return await future
        except OSError as error:
            raise PartError(_ENDED) from error
        finally:
            self._asked.pop(number, None)

    def _listen(self, pipe: Connection, loop: asyncio.AbstractEventLoop) -> None:
        """Pass on what the process says, in a thread; the end of the pipe is the end of the process."""
        message: tuple[Any, ...]
        while True:
            try:
                message = pipe.recv()
            except (EOFError, OSError):
                message = (child.FAILED, _ENDED)
            try:
                loop.call_soon_threadsafe(self._heard, pipe, message)
            except RuntimeError:
                return  # the page has ended before
            if message[0] == child.FAILED:
                return

    def _heard(self, pipe: Connection, message: tuple[Any, ...]) -> None:
        if pipe is not self._pipe:
            return  # of a process that was started again meanwhile
        what, *rest = message
        if what == child.STORE:
            self._store_built()
        elif what == child.READY:
            self._become(READY, _WORDS[READY])
        elif what == child.FAILED:
            self._become(FAILED, rest[0])
            for future in self._asked.values():
                if not future.done():
                    future.set_exception(PartError(rest[0]))
        elif (asked := self._asked.get(rest[0])) and not asked.done():
            if what == child.ERROR:
                asked.set_exception(PartError(rest[1]))
            else:
                asked.set_result(rest[1])

    def _become(self, state: str, words: str) -> None:
        self._state, self._words = state, words
        if state == LOADING:
            self._loaded.clear()
        else:
            self._loaded.set()
        self._changed()
