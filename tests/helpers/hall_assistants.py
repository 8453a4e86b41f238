"""Stand-ins for the process of the assistant (`bot.demo.assistant_process.run`); a new process imports this module."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from bot.demo.assistant_process import DONE, ERROR, FAILED, READY, STORE, TURN
from bot.demo.part import Answered
from bot.messages import Reply, Turn
from bot.settings import Settings

DIES, FAILS = "mati", "gagal"


def answers(_: Settings, pipe: Connection) -> None:
    """Repeats every message; ends without a word, or fails at one message, when it is told to."""
    pipe.send((STORE,))
    pipe.send((READY,))
    while True:
        what, number, value = pipe.recv()
        if what == TURN and value.text == DIES:
            os._exit(7)
        if what == TURN and value.text == FAILS:
            pipe.send((ERROR, number, "Tulis dengan kata lain."))
            continue
        turn = (
            Turn(value.text, "cek_p3mi", 1.0, (), (), None, (Reply(value.text),))
            if what == TURN
            else None
        )
        pipe.send((DONE, number, turn and Answered(turn, value.text)))


def cannot_load(_: Settings, pipe: Connection) -> None:
    """Says why it could not be loaded."""
    pipe.send((FAILED, "Model tidak bisa dimuat. Saran: jalankan ./mawas train --force."))
    pipe.recv()


def never_ready(_: Settings, pipe: Connection) -> None:
    """Loads for ever."""
    pipe.recv()
