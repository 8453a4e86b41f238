"""Votes from handsets in the hall: who has the session code may vote, once a question. Kept in memory only; nothing personal.

A handset has one vote in a question, which it may change: its browser keeps a random token in a cookie until it is closed, also when the
page is loaded again. Tokens are not stored, are not tied to a person, and mean nothing to another run of the program. A browser that
forgot its token changes the vote that it gave before, too (see `devices`).
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.demo.devices import Clock, Devices, Rate, Rates, Refused
from bot.demo.guard import json_object
from bot.demo.part import Json, PartError

# Without letters and digits that look like others.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6
# Wrong codes a minute from one address, and from all; there are 887 million codes.
MOST_WRONG, MOST_WRONG_IN_ALL = 10, 300
_MOST_POLLS = 200
_MOST_BYTES = 2048
COOKIE = "mawas-handphone"
_HAS_VOTED = "Handphone ini sudah menjawab. Muat ulang halaman ini untuk mengubah jawabannya."


async def _at_once() -> None:
    """Nothing is kept."""


class Phones:
    """The votes of a run of the program (`part.Votes`)."""

    def __init__(
        self,
        changed: Callable[[], None],
        kept: Callable[[], Awaitable[None]] = _at_once,
        clock: Clock = time.monotonic,
    ) -> None:
        """Make a session code.

        Args:
            changed: called after every vote that counts.
            kept: waits until the votes are on the disk; a handset is answered then.
            clock: seconds.
        """
        self.code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
        self.devices = Devices(clock)
        self._changed, self._kept = changed, kept
        self._wrong = Rates(MOST_WRONG, clock)
        self._wrong_in_all = Rate(MOST_WRONG_IN_ALL, clock)
        # Poll -> token -> option.
        self._votes: dict[str, dict[str, str]] = {}

    def accepts(self, code: str, address: str = "", token: str = "") -> bool:
        """Whether a code is that of the session; none is from an address that tried too many wrong ones, nor when all together did.

        Args:
            code: as it was typed.
            address: where the handset is in the hall's network.
            token: of its cookie; who has one of this run knows the code, and is not turned away for what a neighbour tries.
        """
        if not self.devices.knows(token) and self._is_guessed(address):
            return False
        # Half a pair of surrogates is no text.
        typed = code.strip().upper().encode("utf-8", "replace")
        right = hmac.compare_digest(typed, self.code.encode())
        if not right:
            self._wrong.of(address).note()
            self._wrong_in_all.note()
        return right

    def check(self, code: str, address: str, token: str) -> None:
        """See that a code is that of the session; as `accepts`.

        Raises:
            Refused: it is not, or too many wrong ones came.
        """
        if not self.accepts(code, address, token):
            raise Refused(429 if self._is_guessed(address) else 403)

    def counts(self, poll: str) -> dict[str, int]:
        """Votes per option of a poll; {} when nobody voted."""
        return dict(Counter(self._votes.get(poll, {}).values()))

    def chosen(self, token: str, question: Json | None) -> str | None:
        """What a handset voted on a question; None when it did not."""
        return self._votes.get(question["poll"], {}).get(token) if question else None

    def vote(
        self, token: str, question: Json | None, poll: str, option: str, address: str = ""
    ) -> str:
        """Count a vote; a handset that voted before changes its vote.

        Args:
            token: of its cookie; "", or one that is not known, for a handset that is new in this run.
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
        token = self.devices.admit(token, address)
        self.devices.vote(token)
        votes = self._votes.setdefault(poll, {})
        if len(self._votes) > _MOST_POLLS:
            del self._votes[next(iter(self._votes))]
        if votes.get(token) != option:
            if token not in votes:
                self._take_back(votes, address)
            votes[token] = option
            self._changed()
        return token

    def add_routes(self, router: web.UrlDispatcher, question: Callable[[], Json | None]) -> None:
        """Add the routes for handsets; both answer {"error": words} with its status to what is refused.

        POST /api/kode {"kode"} -> {"ok": true}, and the cookie; POST /suara {"kode", "poll", "option"} -> {"option"}.

        Args:
            router: of the handsets' own app.
            question: what `Part.phone` says now.
        """

        async def join(request: web.Request) -> web.Response:
            given, address = await json_object(request), request.remote or ""
            try:
                self.check(str(given.get("kode") or ""), address, token_of(request))
                token = self.devices.admit(token_of(request), address)
            except Refused as refused:
                return _refused(refused)
            return _with_cookie(web.json_response({"ok": True}), token)

        async def vote(request: web.Request) -> web.Response:
            try:
                given, address = await _given(request), request.remote or ""
                self.check(str(given.get("kode") or ""), address, token_of(request))
                option = str(given.get("option"))
                poll = str(given.get("poll"))
                token = self.vote(token_of(request), question(), poll, option, address)
            except Refused as refused:
                return _refused(refused)
            await self._kept()
            return _with_cookie(web.json_response({"option": option}), token)

        router.add_post("/api/kode", join)
        router.add_post("/suara", vote)

    def _is_guessed(self, address: str) -> bool:
        return self._wrong.of(address).is_full() or self._wrong_in_all.is_full()

    def _take_back(self, votes: dict[str, str], address: str) -> None:
        """A handset whose browser forgot its token votes again: its earlier vote is taken back.

        Raises:
            Refused: all who voted from this address have their windows open, and this one has none.
        """
        there = self.devices.at(address)
        voted = [token for token in votes if token in there]
        if len(voted) < self.devices.most_at(address):
            return
        gone = [token for token in voted if not self.devices.is_here(token)]
        if not gone:
            raise Refused(409, _HAS_VOTED)
        del votes[gone[0]]


def token_of(request: web.Request) -> str:
    """The token in the cookie of a handset; "" when it has none."""
    return str(request.cookies.get(COOKIE, ""))


def _with_cookie(response: web.Response, token: str) -> web.Response:
    # Scripts need not read it; it is gone when the browser is closed.
    response.set_cookie(COOKIE, token, httponly=True, samesite="Strict")
    return response


def _refused(refused: Refused) -> web.Response:
    return web.json_response({"error": str(refused)}, status=refused.status)


async def _given(request: web.Request) -> dict[str, Any]:
    if (request.content_length or 0) > _MOST_BYTES:
        raise Refused(422)
    try:
        return await json_object(request)
    except PartError:
        raise Refused(422) from None
