"""The signal in a process of its own: with a terminal, without one, and with one that is closed."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys

import pytest

from bot.paths import ROOT

PROGRAM = """
import sys, time
from bot.reload.hangup import HANGUP
HANGUP.hear()
HANGUP.wake(lambda: print("anew", flush=True))
print("ready", flush=True)
time.sleep(20)
"""


def started(terminal: int | None = None, *before: str) -> subprocess.Popen[str]:
    """The program, in a session of its own; a terminal is its controlling one."""

    def lead() -> None:
        os.setsid()
        if terminal is not None:
            os.close(os.open(os.ttyname(terminal), os.O_RDWR))

    done = subprocess.Popen(
        [*before, sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=lead,
    )
    assert done.stdout
    assert done.stdout.readline() == "ready\n"
    return done


def ended(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


def test_without_a_terminal_it_asks_for_a_reload() -> None:
    program = started()
    try:
        program.send_signal(signal.SIGHUP)
        assert program.stdout
        assert program.stdout.readline() == "anew\n"
    finally:
        ended(program)


def test_with_a_terminal_too_and_closing_the_terminal_ends_it() -> None:
    ours, theirs = pty.openpty()
    program = started(theirs)
    try:
        program.send_signal(signal.SIGHUP)
        assert program.stdout
        assert program.stdout.readline() == "anew\n"
        os.close(theirs)
        os.close(ours)
        assert program.wait(10) == -signal.SIGTERM
    finally:
        ended(program)


def test_nohup_outlives_its_terminal() -> None:
    ours, theirs = pty.openpty()
    program = started(theirs, "nohup")
    try:
        os.close(theirs)
        os.close(ours)
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(0.5)
    finally:
        ended(program)
