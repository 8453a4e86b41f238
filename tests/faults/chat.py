"""The terminal: what `mawas ask` printed is whole and in order, and nothing that a killed chat leaves disturbs the next one."""

from __future__ import annotations

import json
import os
import pty
import re
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command
from tests.faults.homes import home_at
from tests.faults.whole import is_whole

_QUESTIONS = (
    "apa itu p3mi",
    "gaji di taiwan berapa",
    "halo",
    "biaya ke hong kong siapa yang bayar",
) * 4
_OFFER = (
    "Lowongan admin game online di Kamboja. Gaji 15 juta per bulan, tanpa pengalaman. Tiket dan mess ditanggung."
    " Berangkat minggu ini pakai visa turis. Paspor dipegang kantor. Hubungi WA 0812-0000-0000."
)
_CARDS = "kartu"
# What stands before the line that a person types.
_PROMPT = b"Anda  :"
_SAVE = re.compile(rb"\[(\d+)\] Simpan kartu")
# Ctrl-D at the beginning of a line.
_END = b"\x04"


class Ask(Activity):
    """`mawas ask --json`."""

    name = "ask"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, with the model of that data folder."""
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"

    def measure(self) -> float:
        """Ask everything."""
        with self._begun() as child:
            assert child.wait() == 0, child.said()
            return time.monotonic() - child.begun

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill it, and ask again."""
        with self._begun() as child:
            child.sleep_until(moment)
            found = Found(child.kill())
        if _answered(child.said()) != list(_QUESTIONS[: len(_answered(child.said()))]):
            found.lost.append("answers out of order")
        with self._begun() as again:
            found.restarted = again.wait() == 0
        if _answered(again.said()) != list(_QUESTIONS):
            found.lost.append("answers of the next start")
        found.left = hidden(self._home)
        return found

    def _begun(self) -> Child:
        lines = "".join(f"{question}\n" for question in _QUESTIONS).encode()
        words = ["ask", "--json", "--dialogues"]
        return Child(command, [words], self._home, self._log, given=lines)


def _answered(said: str) -> list[str]:
    """Questions of the lines that are whole; the last may have been cut off."""
    *lines, _ = said.split("\n")
    return [json.loads(line)["text"] for line in lines if line.startswith("{")]


class Chat(Activity):
    """`mawas chat` in a terminal, with a result card that is saved."""

    name = "chat"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, with the model of that data folder."""
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"

    def measure(self) -> float:
        """Talk to the end."""
        length, said, status = self._talk(None)
        assert status == 0, said
        assert "Kartu tersimpan" in said, said[-500:]
        return length

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill it, look at the cards, and talk again."""
        for card in self._cards():
            card.unlink()
        _, _, status = self._talk(moment)
        found = Found(status is None)
        found.broken = [card.name for card in self._cards() if not is_whole(card)]
        found.left = hidden(self._home, self._home / _CARDS)
        _, said, status = self._talk(None)
        found.restarted = status == 0 and "Kartu tersimpan" in said
        return found

    def _cards(self) -> list[Path]:
        return [card for card in (self._home / _CARDS).glob("*") if not card.name.startswith(".")]

    def _talk(self, moment: float | None) -> tuple[float, str, int | None]:
        """Seconds, what stood on the screen, and the exit status, None when it was killed."""
        ours, theirs = pty.openpty()
        shown = bytearray()
        # A terminal that nobody reads stops the program.
        reader = threading.Thread(target=_talk, args=(ours, shown), daemon=True)
        with Child(in_terminal, [os.ttyname(theirs), ["chat"]], self._home, self._log) as child:
            reader.start()
            if moment is None:
                status = child.wait()
            else:
                child.sleep_until(moment)
                status = None if child.kill() else 0
            length = time.monotonic() - child.begun
        os.close(theirs)
        reader.join(5)
        os.close(ours)
        return length, shown.decode(errors="replace"), status


def in_terminal(name: str, words: Sequence[str]) -> int:
    """A command whose input and output are a terminal, as a target."""
    terminal = os.open(name, os.O_RDWR)
    for number in (0, 1):
        os.dup2(terminal, number)
    sys.stdin, sys.stdout = (
        os.fdopen(0, encoding="utf-8", closefd=False),
        os.fdopen(1, "w", encoding="utf-8", closefd=False),
    )
    return command(words)


def _talk(terminal: int, shown: bytearray) -> None:
    """Read the screen, and type the next line at each prompt."""
    lines: list[bytes | None] = [b"halo\n", f"{_OFFER}\n".encode(), None, _END]
    typed = 0
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            return
        if not part:
            return
        shown += part
        if shown.count(_PROMPT) > typed and typed < len(lines):
            # The number before the button is another one for each offer.
            found = _SAVE.findall(shown)
            os.write(terminal, lines[typed] or (found[-1] if found else b"") + b"\n")
            typed += 1
