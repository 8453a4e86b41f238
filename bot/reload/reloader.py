"""Loads a conversation anew beside the one that answers, tries it, and has it take over."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from typing import Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot import tally
from bot.errors import ConversationError, MawasError, MissingError
from bot.messages import Incoming
from bot.reload.current import Current, Loaded
from bot.reload.hangup import HANGUP, Hangup
from bot.reload.note import Note
from bot.saying import say

_FIRST, _AGAIN = "Memuat Mawas ...", "Mawas: memuat ulang isi dan model ..."
_DATABASE = "Basis data tidak bisa dipakai. Saran: periksa MAWAS_DB_URL dan ruang disk."
_SAMPLE = "Contoh tawaran tidak bisa dijawab. Saran: jalankan ./mawas train --force."
_UNSTORED = "Ada percakapan yang belum bisa disimpan. Saran: periksa basis data, lalu ulangi."
# After a first load that failed it is tried again, first soon and then less and less often (s).
_FIRST_PAUSE, _LONGEST_PAUSE = 15.0, 600.0
_WORDS = " (dengan daftar kata, gaji, dan aturan laporan yang baru)"

logger = logging.getLogger(__name__)

T = TypeVar("T", bound=Loaded)


class Reloader(Generic[T]):
    """One reload at a time; a signal that comes during one is remembered, however often it comes.

    For a moment there are two models in memory: 1.5 times the memory of before (docs/decisions.md).

    Args:
        current: what answers.
        load: loads another; called in a thread.
        sample: a message whose answer needs all that was loaded; nothing of it is stored or counted.
        note: tells `mawas doctor` of it.
        done: called after each try with whether it worked.
        hangup: the signal.
        tell: called with each line for the operator; standard error where nothing is given.
        prepare: for a conversation that only stands in until the first is loaded: makes what is missing, before each try.
    """

    def __init__(
        self,
        current: Current[T],
        load: Callable[[], T],
        sample: Incoming,
        note: Note | None = None,
        done: Callable[[bool], None] = lambda worked: None,
        hangup: Hangup = HANGUP,
        tell: Callable[[str], None] | None = None,
        prepare: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Nothing happens before `run`."""
        self._current = current
        self._load = load
        self._sample = sample
        self._note = note
        self._done = done
        self._hangup = hangup
        self._tell = tell or say
        self._prepare = prepare
        # The old one goes on with them when loading fails: what is loaded needs them.
        self._has_new_words = False

    async def run(self) -> None:
        """Load for the first time where that is still to be done, then anew at each SIGHUP, for ever."""
        asked = asyncio.Event()
        with self._waking(asked):
            self._noted()
            if not self.has_loaded:
                await self._load_first(asked)
            while True:
                await asked.wait()
                asked.clear()
                self._hangup.asked()
                self._done(await self.reload())

    @property
    def has_loaded(self) -> bool:
        """False while a conversation answers that only stands in until the first is loaded."""
        return self._prepare is None

    async def _load_first(self, asked: asyncio.Event) -> None:
        """Try until it works; a signal has it tried at once."""
        pause = _FIRST_PAUSE
        while not await self.reload():
            self._done(False)
            self._tell(f"Mawas: hanya pesan tentang bahaya yang dijawab. Dicoba lagi dalam {pause:.0f} detik.")  # fmt: skip
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(asked.wait(), pause)
            asked.clear()
            self._hangup.asked()
            pause = min(2 * pause, _LONGEST_PAUSE)
        self._done(True)

    async def reload(self) -> bool:
        """Load anew. Whatever fails, the conversation that answers goes on.

        Returns:
            Whether the new one has taken over.
        """
        self._has_new_words = False
        began, at = time.monotonic(), time.time()
        self._tell(_AGAIN if self.has_loaded else _FIRST)
        try:
            if self._prepare:
                await self._prepare()
            fresh = await _in_thread(self._prepared)
            old = await self._current.swap(fresh)
            if old is None:
                fresh.close()
                raise MissingError(_UNSTORED)
        except Exception as error:
            tally.count(tally.Event.RELOAD)
            words = _WORDS if self._has_new_words else ""
            failed = f"muat ulang gagal, yang lama tetap dipakai{words}"
            self._tell(
                f"Mawas: {failed if self.has_loaded else 'belum bisa dimuat'}. {_told(error)}"
            )
            self._noted(error=type(error).__name__)
            return False
        try:
            old.close()
        except Exception as error:
            logger.error("the conversation before was not closed: %s", type(error).__name__)
        del old
        _settle_anew()
        again = "ulang " if self.has_loaded else ""
        self._prepare = None
        self._noted(at)
        self._tell(f"Mawas: sudah dimuat {again}({time.monotonic() - began:.1f} detik).")
        return True

    def _prepared(self) -> T:
        """In the thread: a conversation that has answered the sample, so that the first offer does not wait for what it needs."""
        # Heavy: spaCy.
        from bot.reload import caches

        caches.read_anew()
        self._has_new_words = True
        fresh = self._load()
        if asyncio.run(fresh.rehearse(self._sample)).failed:
            fresh.close()
            raise ConversationError(_SAMPLE)
        return fresh

    def _noted(self, at: float | None = None, error: str | None = None) -> None:
        if self._note:
            # A full disk is told by doctor.
            with contextlib.suppress(OSError):
                self._note.write(at, error)

    @contextlib.contextmanager
    def _waking(self, asked: asyncio.Event) -> Iterator[None]:
        loop = asyncio.get_running_loop()

        def wake() -> None:
            loop.call_soon_threadsafe(asked.set)

        self._hangup.wake(wake)
        try:
            yield
        finally:
            self._hangup.wake(None)


def _told(error: Exception) -> str:
    if isinstance(error, MawasError):
        return str(error)
    # The error itself may quote a URL with its password.
    if isinstance(error, SQLAlchemyError):
        return _DATABASE
    return f"({type(error).__name__}) Saran: jalankan ./mawas doctor."


def _settle_anew() -> None:
    """Give back what the old model took; who writes meanwhile waits for it (0.15 s)."""
    # The collector was told to leave alone what was loaded, and would never look at it again.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    # glibc keeps what was freed between other things; elsewhere there is no such function.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


async def _in_thread(work: Callable[[], T]) -> T:
    """Run a function in a thread that the end of the program does not wait for."""
    future: Future[T] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="reload", daemon=True).start()
    return await asyncio.wrap_future(future)
