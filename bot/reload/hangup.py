"""SIGHUP of this process: "load anew", as servers understand it.

A terminal that is closed sends the same signal. Who runs Mawas in a terminal means to end it with the window, so the signal ends the
program when the terminal is gone with it, unless `nohup` had it ignored before.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

_TERMINAL = "/dev/tty"


class Hangup:
    """What came of the signal. It is remembered from `hear` on, whether somebody is ready for it or not."""

    def __init__(self) -> None:
        """Nothing is heard yet."""
        self._asked = False
        self._wake: Callable[[], None] | None = None
        self._ends_with_terminal = False

    def hear(self) -> None:
        """Take the signal from now on, where the system has it. Until then it ends the process."""
        if sys.platform == "win32":
            return
        was_ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        self._ends_with_terminal = _has_terminal() and not was_ignored
        # Only the first thread may.
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGHUP, self._heard)

    def wake(self, wake: Callable[[], None] | None) -> None:
        """Have a function called at each signal; at once for one that came before."""
        self._wake = wake
        if wake and self._asked:
            wake()

    def asked(self) -> bool:
        """Whether it came since this was asked last."""
        asked, self._asked = self._asked, False
        return asked

    def _heard(self, _: int, __: FrameType | None) -> None:
        if self._ends_with_terminal and not _has_terminal():
            os.kill(os.getpid(), signal.SIGTERM)
            return
        self._asked = True
        if self._wake:
            self._wake()


def _has_terminal() -> bool:
    try:
        os.close(os.open(_TERMINAL, os.O_RDONLY | os.O_NOCTTY))
    except OSError:
        return False
    return True


HANGUP = Hangup()
