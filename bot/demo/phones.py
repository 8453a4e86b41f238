"""Votes from handsets in the hall: who has the session code may vote, once a question. Kept in memory only; nothing personal.

A handset is told a random token with its first vote and sends it with the next ones, so that it has one vote that it may change. Tokens
are not stored, are not tied to a person, and mean nothing to another run of the program.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.demo.guard import json_object
from bot.demo.part import Json, PartError

# Without letters and digits that look like others.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6
MOST_PHONES = 300
# Wrong codes a minute from one address; there are 900 million codes.
MOST_WRONG = 10
_MOST_ADDRESSES = 1000
_MOST_POLLS = 200
# Votes a minute of one handset.
MOST_VOTES = 20
# Tokens a minute for one address: a page that is closed and opened again forgets its token, but one handset must not vote as many.
# Handsets behind a router have one address together, and come in one after the other.
MOST_NEW = 5
# A handset that was silent for so long has left the hall.
_TOKEN_SECONDS = 3 * 3600.0
_MINUTE = 60.0
_MOST_BYTES = 2048
_WORDS = {
    403: "Kodenya salah. Lihat kode di layar, lalu coba lagi.",
    409: "Soal ini sudah ditutup. Tunggu soal berikutnya.",
    422: "Pilihan ini tidak ada. Muat ulang halaman ini.",
    429: "Terlalu sering. Tunggu satu menit, lalu coba lagi.",
}
_CROWD = (
    "Banyak handphone baru sekaligus dari jaringan yang sama. Tunggu satu menit, lalu coba lagi."
)
_FULL = "Handphone yang ikut sudah terlalu banyak. Jawab dengan mengangkat tangan."


class Refused(Exception):
    """A code or a vote that does not count; `status` is that of HTTP."""

    def __init__(self, status: int, words: str | None = None) -> None:
        """With the words for the handset."""
        super().__init__(words or _WORDS[status])
        self.status = status


class _Rate:
    """At most so many a minute."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._times: deque[float] = deque()
        self._last = clock()

    def is_full(self) -> bool:
        """True when no more are allowed now."""
        while self._times and self._clock() - self._times[0] >= _MINUTE:
            self._times.popleft()
        return len(self._times) >= self._most

    def note(self) -> None:
        """One more."""
        self._last = self._clock()
        self._times.append(self._last)

    def is_silent(self, seconds: float) -> bool:
        """True when there was none for so long."""
        return self._clock() - self._last >= seconds


class Phones:
    """The votes of a run of the program (`part.Votes`)."""

    def __init__(
        self, changed: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Make a session code.

        Args:
            changed: called after every vote that counts.
            clock: seconds.
        """
        self.code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
        self._changed = changed
        self._clock = clock
        self._wrong: dict[str, _Rate] = {}
        self._new: dict[str, _Rate] = {}
        self._tokens: dict[str, _Rate] = {}
        # Poll -> token -> option.
        self._votes: dict[str, dict[str, str]] = {}

    def accepts(self, code: str, address: str = "") -> bool:
        """Whether a code is that of the session; none is from an address that tried too many wrong ones."""
        if self._is_guessing(address):
            return False
        right = hmac.compare_digest(code.strip().upper().encode(), self.code.encode())
        if not right:
            self._rate_of(self._wrong, address, MOST_WRONG).note()
        return right

    def check(self, code: str, address: str) -> None:
        """See that a code is that of the session.

        Raises:
            Refused: it is not, or too many wrong ones came from this address.
        """
        if not self.accepts(code, address):
            raise Refused(429 if self._is_guessing(address) else 403)

    def counts(self, poll: str) -> dict[str, int]:
        """Votes per option of a poll; {} when nobody voted."""
        return dict(Counter(self._votes.get(poll, {}).values()))

    def vote(
        self, token: str, question: Json | None, poll: str, option: str, address: str = ""
    ) -> str:
        """Count a vote; a handset that voted before changes its vote.

        Args:
            token: what the handset was told with its first vote; "", or one that is not known, for its first vote in this run.
            question: what `Part.phone` says now.
            poll: what the handset votes on.
            option: its choice.
            address: where it is in the hall's network; forgotten when the program ends.

        Raises:
            Refused: closed, unknown, or too often.

        Returns:
            The handset's token.
        """
        if question is None or question["poll"] != poll:
            raise Refused(409)
        if option not in [each["id"] for each in question["options"]]:
            raise Refused(422)
        token = self._admit(token, address)
        votes = self._votes.setdefault(poll, {})
        if len(self._votes) > _MOST_POLLS:
            del self._votes[next(iter(self._votes))]
        if votes.get(token) != option:
            votes[token] = option
            self._changed()
        return token

    def add_routes(self, router: web.UrlDispatcher, question: Callable[[], Json | None]) -> None:
        """Add POST /suara {"kode", "token", "poll", "option"} -> {"token", "option"}, or {"error": words} with its status.

        Args:
            router: of the handsets' own app.
            question: what `Part.phone` says now.
        """

        async def vote(request: web.Request) -> web.Response:
            try:
                given = await _given(request)
                address = request.remote or ""
                self.check(str(given.get("kode") or ""), address)
                option = str(given.get("option"))
                token = self.vote(
                    str(given.get("token") or ""),
                    question(),
                    str(given.get("poll")),
                    option,
                    address,
                )
            except Refused as refused:
                return web.json_response({"error": str(refused)}, status=refused.status)
            return web.json_response({"token": token, "option": option})

        router.add_post("/suara", vote)

    def _admit(self, token: str, address: str) -> str:
        """The token of a handset that may vote now."""
        rate = self._tokens.get(token)
        if rate is None:
            token, rate = self._welcome(address)
        if rate.is_full():
            raise Refused(429)
        rate.note()
        return token

    def _welcome(self, address: str) -> tuple[str, _Rate]:
        """A new token, and how often it voted."""
        new = self._rate_of(self._new, address, MOST_NEW)
        if new.is_full():
            raise Refused(429, _CROWD)
        if len(self._tokens) >= MOST_PHONES:
            for silent in [
                key for key, rate in self._tokens.items() if rate.is_silent(_TOKEN_SECONDS)
            ]:
                del self._tokens[silent]
        if len(self._tokens) >= MOST_PHONES:
            raise Refused(429, _FULL)
        new.note()
        token, rate = secrets.token_urlsafe(16), _Rate(MOST_VOTES, self._clock)
        self._tokens[token] = rate
        return token, rate

    def _rate_of(self, rates: dict[str, _Rate], address: str, most: int) -> _Rate:
        if address not in rates and len(rates) >= _MOST_ADDRESSES:
            rates.clear()
        return rates.setdefault(address, _Rate(most, self._clock))

    def _is_guessing(self, address: str) -> bool:
        return address in self._wrong and self._wrong[address].is_full()


async def _given(request: web.Request) -> dict[str, Any]:
    if (request.content_length or 0) > _MOST_BYTES:
        raise Refused(422)
    try:
        return await json_object(request)
    except PartError:
        raise Refused(422) from None
