"""Gives up on database servers that are silent: a frozen machine or a firewall answers nothing, not even that it is away."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from typing import Any

from sqlalchemy.engine import URL, Engine

# A connection that was taken is given back, or ended, within that (s): everybody else waits meanwhile.
MOST_SECONDS = 3.0
_LOOK_SECONDS = 0.25
# What the server gives up by itself (ms): a lock that another session holds, a statement, a transaction that nobody goes on with.
_SERVER = (
    "-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000"
)


def arguments(url: URL) -> dict[str, Any]:
    """What a connection is made with, so that a server that is away is noticed.

    Args:
        url: of the database; its own options stay.
    """
    if url.get_backend_name() != "postgresql":
        return {}
    own = url.query.get("options", "")
    own = own if isinstance(own, str) else " ".join(own)
    # Seconds, no less than 2; milliseconds until sent data must have arrived.
    return {
        "connect_timeout": 2,
        "tcp_user_timeout": 3000,
        "options": f"{_SERVER} {own}".strip(),
    }


class _Watch:
    """Ends connections that were taken and not given back in time. One thread for all."""

    def __init__(self) -> None:
        self._due: dict[Any, float] = {}
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, connection: Any) -> None:
        """It was taken."""
        with self._lock:
            self._due[connection] = time.monotonic() + MOST_SECONDS
            self._wanted.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="db-patience", daemon=True)
                self._thread.start()

    def end(self, connection: Any) -> None:
        """It was given back, or is broken."""
        with self._lock:
            self._due.pop(connection, None)

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            time.sleep(_LOOK_SECONDS)
            with self._lock:
                for connection in [each for each, due in self._due.items() if _is_past(due)]:
                    del self._due[connection]
                    _hang_up(connection)
                if not self._due:
                    self._wanted.clear()


_WATCH = _Watch()


def watch(engine: Engine) -> None:
    """Have no transaction of an engine wait longer than `MOST_SECONDS` for its server.

    The limits of `arguments` do not reach a server whose machine still takes what is sent and whose processes stand still.
    """
    from sqlalchemy import event

    event.listen(engine, "checkout", lambda connection, *_: _WATCH.begin(connection))
    event.listen(engine, "checkin", lambda connection, _: _WATCH.end(connection))
    event.listen(engine, "invalidate", lambda connection, *_: _WATCH.end(connection))


def _is_past(due: float) -> bool:
    return time.monotonic() > due


def _hang_up(connection: Any) -> None:
    """Whoever waits for the server gets an error of the driver."""
    # It may just have been closed; drivers have errors of their own for that.
    with contextlib.suppress(Exception), socket.socket(fileno=os.dup(connection.fileno())) as end:
        end.shutdown(socket.SHUT_RDWR)
