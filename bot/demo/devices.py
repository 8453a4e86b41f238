"""Which handsets are in the hall: each has a random token in a cookie of its browser. Kept in memory only; nothing personal.

A browser that forgot its token gets another one. On the laptop's own hotspot each handset has an address of its own, so that such a
newcomer is known for the same handset; behind a router many share one address, and as many windows as were open there at once are as
many handsets.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MOST_PHONES = 300
# New tokens of one address: a hall behind one router can come in at once, and a flood cannot.
MOST_NEW = 40
NEW_SECONDS = 600.0
# Votes a minute of one handset.
MOST_VOTES = 20
MINUTE = 60.0
_MOST_ADDRESSES = 1000
# A handset that was silent for so long has left the hall.
_TOKEN_SECONDS = 3 * 3600.0
_WORDS = {
    403: "Kodenya salah. Lihat kode di layar, lalu coba lagi.",
    409: "Soal ini sudah ditutup. Tunggu soal berikutnya.",
    422: "Pilihan ini tidak ada. Muat ulang halaman ini.",
    429: "Terlalu sering. Tunggu satu menit, lalu coba lagi.",
}
_CROWD = "Banyak handphone baru dari jaringan yang sama. Tunggu sepuluh menit, atau angkat tangan."
_FULL = "Handphone yang ikut sudah terlalu banyak. Jawab dengan mengangkat tangan."

Clock = Callable[[], float]


class Refused(Exception):
    """A code or a vote that does not count; `status` is that of HTTP."""

    def __init__(self, status: int, words: str | None = None) -> None:
        """With the words for the handset."""
        super().__init__(words or _WORDS[status])
        self.status = status


class Rate:
    """At most so many in a time.

    Args:
        most: how many.
        clock: seconds.
        seconds: in how long.
    """

    def __init__(self, most: int, clock: Clock, seconds: float = MINUTE) -> None:
        """None so far."""
        self._most, self._clock, self._seconds = most, clock, seconds
        self._times: deque[float] = deque()
        self._last = clock()

    def is_full(self) -> bool:
        """True when no more are allowed now."""
        while self._times and self._clock() - self._times[0] >= self._seconds:
            self._times.popleft()
        return len(self._times) >= self._most

    def note(self) -> None:
        """One more."""
        self._last = self._clock()
        self._times.append(self._last)

    def is_silent(self, seconds: float) -> bool:
        """True when there was none for so long."""
        return self._clock() - self._last >= seconds


class Rates:
    """A rate for each address; forgotten all together when there are too many addresses."""

    def __init__(self, most: int, clock: Clock, seconds: float = MINUTE) -> None:
        """As `Rate`."""
        self._most, self._clock, self._seconds = most, clock, seconds
        self._rates: dict[str, Rate] = {}

    def of(self, address: str) -> Rate:
        """The rate of an address."""
        if address not in self._rates and len(self._rates) >= _MOST_ADDRESSES:
            self._rates.clear()
        return self._rates.setdefault(address, Rate(self._most, self._clock, self._seconds))


class Devices:
    """The handsets of a run of the program.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        """Nobody is there."""
        self._clock = clock
        self._new = Rates(MOST_NEW, clock, NEW_SECONDS)
        # Token -> how often it votes, and where it is in the hall's network.
        self._votes: dict[str, Rate] = {}
        self._places: dict[str, str] = {}
        # Address -> windows that are open for each token, and the most tokens that had one open at once.
        self._open: dict[str, Counter[str]] = {}
        self._most: Counter[str] = Counter()

    def knows(self, token: str) -> bool:
        """Whether a token was given in this run."""
        return token in self._votes

    def admit(self, token: str, address: str) -> str:
        """The token of a handset: its own, or a new one.

        Args:
            token: from its cookie; "", or one that is not known, for one that is new in this run.
            address: where it is in the hall's network; forgotten when the program ends.

        Raises:
            Refused: too many new ones.
        """
        if token not in self._votes:
            self._make_room(address)
            token = secrets.token_urlsafe(16)
            self._votes[token] = Rate(MOST_VOTES, self._clock)
        self._places[token] = address
        return token

    def vote(self, token: str) -> None:
        """Note that a handset votes.

        Raises:
            Refused: too often.
        """
        if self._votes[token].is_full():
            raise Refused(429)
        self._votes[token].note()

    @contextmanager
    def window(self, token: str, address: str) -> Iterator[None]:
        """A window of a handset is open meanwhile; one without a token of this run is not counted."""
        if token not in self._votes:
            yield
            return
        here = self._open.setdefault(address, Counter())
        here[token] += 1
        self._most[address] = max(self._most[address], len(here))
        try:
            yield
        finally:
            here[token] -= 1
            if not here[token]:
                del here[token]

    def is_here(self, token: str) -> bool:
        """Whether a window of a handset is open."""
        return token in self._open.get(self._places.get(token, ""), ())

    def at(self, address: str) -> set[str]:
        """Tokens that were last seen at an address."""
        return {token for token, place in self._places.items() if place == address}

    def most_at(self, address: str) -> int:
        """How many handsets an address stands for: as many as had a window open at once, at least one."""
        return max(1, self._most[address])

    def _make_room(self, address: str) -> None:
        new = self._new.of(address)
        if new.is_full():
            raise Refused(429, _CROWD)
        if len(self._votes) >= MOST_PHONES:
            for token in [
                each for each, rate in self._votes.items() if rate.is_silent(_TOKEN_SECONDS)
            ]:
                del self._votes[token]
                self._places.pop(token, None)
        if len(self._votes) >= MOST_PHONES:
            raise Refused(429, _FULL)
        new.note()
