"""Has store, screener and model made in a process of its own, while this one goes on answering.

Nothing heavy is imported here: the new process reads this module before it is prepared for Rasa.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from multiprocessing.connection import Connection

from bot.errors import MawasError
from bot.settings import Settings

_ENDED = (
    "Penyiapan berhenti sendiri. Saran: periksa memori dan ruang disk, lalu jalankan ./mawas train."
)


async def made_ready(settings: Settings) -> None:
    """Have everything made that a conversation needs and that is missing or stale (`bot.readiness.get_ready`).

    Raises:
        MawasError: it could not be made; the message says why.
    """
    if await asyncio.to_thread(_is_ready, settings):
        return
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(settings, theirs), daemon=True)
    process.start()
    # With our copy open, the end of the process would never be noticed.
    theirs.close()
    try:
        told = await asyncio.to_thread(_heard, ours)
    finally:
        process.terminate()
        ours.close()
    if told:
        raise MawasError(told)


def _is_ready(settings: Settings) -> bool:
    from bot.readiness import is_ready

    try:
        return is_ready(settings)
    except Exception:
        # Who makes it says what is wrong.
        return False


def _heard(pipe: Connection) -> str:
    try:
        return str(pipe.recv())
    except (EOFError, OSError):
        return _ENDED


def _make(settings: Settings, pipe: Connection) -> None:
    # Ctrl-C reaches every process of the terminal: the other one ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.readiness import get_ready

    try:
        get_ready(settings)
    except MawasError as error:
        pipe.send(str(error))
    except Exception as error:
        # Its message may hold a path of the person's own.
        pipe.send(f"Penyiapan gagal ({type(error).__name__}). Saran: jalankan ./mawas doctor.")
    else:
        pipe.send("")
