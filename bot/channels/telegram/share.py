"""A worker's share of the chats: nobody else answers it, and it is told when another worker received something for it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from bot.errors import MissingError
from bot.file_lock import try_lock

# Another process that is just stopping needs so long at most.
_PATIENCE = 15.0
_LOOK_EVERY = 0.2


class Share:
    """The right to answer the chats of one worker, as long as this process lives.

    A lock of the operating system on a file: it is free again when the process is gone, however it went.

    Args:
        home: the data folder.
        worker: number of the worker, from 0.
    """

    def __init__(self, home: Path, worker: int = 0) -> None:
        """Nothing is locked yet."""
        self._home = home
        self._worker = worker
        self._file: IO[str] | None = None
        self._bell: socket.socket | None = None

    def acquire(self, patience: float = _PATIENCE) -> None:
        """Get it, waiting a little for a process that is about to stop.

        Args:
            patience: seconds.

        Raises:
            MissingError: another process has it.
        """
        self._home.mkdir(parents=True, exist_ok=True)
        self._file = (self._home / f"telegram-{self._worker}.lock").open("w")
        until = time.monotonic() + patience
        while not try_lock(self._file):
            if time.monotonic() >= until:
                self._file.close()
                raise MissingError(
                    f"Mawas sudah berjalan di Telegram dengan {self._home}. Saran: hentikan dulu yang itu, atau pakai MAWAS_HOME lain."
                )
            time.sleep(_LOOK_EVERY)

    def release(self) -> None:
        """Give it back."""
        if self._bell is not None:
            asyncio.get_running_loop().remove_reader(self._bell)
            self._bell.close()
            self._path(self._worker).unlink(missing_ok=True)
        if self._file is not None:
            self._file.close()

    def on_ring(self, listen: Callable[[], None]) -> None:
        """Have something called when another worker rings; on systems without such sockets nothing is heard."""
        if not hasattr(socket, "AF_UNIX"):
            return
        path = self._path(self._worker)
        path.unlink(missing_ok=True)
        bell = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            bell.bind(str(path))
        except OSError:
            # A path that is too long for a socket; what is received is still found, a little later.
            bell.close()
            return
        path.chmod(0o600)
        bell.setblocking(False)
        self._bell = bell

        def hear() -> None:
            with contextlib.suppress(OSError):
                while bell.recv(1):
                    pass
            listen()

        asyncio.get_running_loop().add_reader(bell, hear)

    def ring(self, worker: int) -> None:
        """Tell another worker that something waits for it."""
        if self._bell is not None:
            # It may be starting just now, or have been told often enough.
            with contextlib.suppress(OSError):
                self._bell.sendto(b"!", str(self._path(worker)))

    def _path(self, worker: int) -> Path:
        return self._home / f"telegram-{worker}.sock"


def is_running(home: Path) -> bool:
    """Whether a worker of this data folder runs."""
    for path in home.glob("telegram-*.lock"):
        with path.open("r+") as file:
            if not try_lock(file):
                return True
    return False
