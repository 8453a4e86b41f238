"""The process in which the assistant runs: loading it takes seconds, during which the page must answer.

Nothing heavy is imported here: the new process reads this module before it is prepared for Rasa.

It talks through one pipe. In: ("turn", number, Incoming), ("forget", number, sender); the end of the pipe ends the process, so that
none is left behind when the page is killed. Out: ("store",) once the knowledge is built, ("ready",), ("failed", words), and
("done", number, Answered | None) or ("error", number, words).
"""

from __future__ import annotations

import _thread
import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
import time
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from bot.errors import MawasError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.conversation import Conversation
    from bot.demo.masking import Masker

logger = logging.getLogger(__name__)

STORE, READY, FAILED, DONE, ERROR = "store", "ready", "failed", "done", "error"
TURN, FORGET = "turn", "forget"
_ENDED = 0
_UNREAD = "Mawas gagal membaca pesan itu. Tulis dengan kata lain, lalu coba lagi."
# A library that is at work may not notice for a while that the process is to end.
_END_SECONDS = 5.0


def run(settings: Settings, pipe: Connection) -> None:
    """Load the assistant, then answer until the pipe ends.

    Args:
        settings: of the page.
        pipe: to the page.
    """
    # Ctrl-C reaches every process of the terminal: the page ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # In order, so that nothing is left behind that libraries made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_ENDED))
    loop = asyncio.new_event_loop()
    requests: asyncio.Queue[tuple[Any, ...]] = asyncio.Queue()
    threading.Thread(target=_listen, args=(pipe, loop, requests), daemon=True).start()
    try:
        conversation, masker = _load(settings, pipe)
    except MawasError as error:
        pipe.send((FAILED, str(error)))
        return
    except Exception as error:  # whatever it is, the facilitator must read that it happened
        pipe.send(
            (FAILED, f"Mawas gagal dimuat ({type(error).__name__}). Saran: jalankan ./mawas doctor")
        )
        return
    pipe.send((READY,))
    loop.run_until_complete(_answer(conversation, masker, requests, pipe))


def _listen(
    pipe: Connection, loop: asyncio.AbstractEventLoop, requests: asyncio.Queue[tuple[Any, ...]]
) -> None:
    """Pass on what comes in. Runs in a thread of its own from the beginning: also a process that still loads must notice the end."""
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):
            _thread.interrupt_main(signal.SIGTERM)
            with contextlib.suppress(RuntimeError):
                # What waits for nothing must wake up to notice.
                loop.call_soon_threadsafe(lambda: None)
            time.sleep(_END_SECONDS)
            os._exit(_ENDED)
        loop.call_soon_threadsafe(requests.put_nowait, request)


def _load(settings: Settings, pipe: Connection) -> tuple[Conversation, Masker]:
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.readiness import build_store, get_ready

    build_store(settings)
    pipe.send((STORE,))
    get_ready(settings)
    from bot.conversation import Conversation
    from bot.demo.masking import Masker
    from knowledge.store import Store

    return Conversation.load(settings), Masker(Store(settings.db_url).keep())


async def _answer(
    conversation: Conversation,
    masker: Masker,
    requests: asyncio.Queue[tuple[Any, ...]],
    pipe: Connection,
) -> None:
    # One after the other: a hall asks one thing at a time, and the order of a conversation is kept.
    while True:
        what, number, value = await requests.get()
        answer = None
        try:
            if what == TURN:
                answer = masker.answered(value, await conversation.turn(value))
            else:
                masker.forget(value)
                await conversation.forget(value)
            pipe.send((DONE, number, answer))
        except Exception as error:
            # One message that cannot be read must not end the rest of the evening. The error's own words may quote it.
            logger.error("%s failed: %s", what, type(error).__name__)
            pipe.send((ERROR, number, _UNREAD))
