"""setWebhook and what follows: updates are posted to the bot, of one chat one after the other, until it says 200."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.helpers.telegram_server.errors import bad_request
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.updates import UpdateQueue

PORTS = (80, 88, 443, 8443)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_SECRET = 256
_PATIENCE = 20.0


class Webhook:
    """Posts updates.

    Attributes:
        proxy: public address -> address on loopback, as a reverse proxy would lead there.
        retry: wait before an update is posted again (s); the real server's grows from 1.
        posted: (update id, HTTP status or 0 for no answer), in order.
    """

    def __init__(self, queue: UpdateQueue) -> None:
        """Nothing is set."""
        self._queue = queue
        self._task: asyncio.Task[None] | None = None
        self._busy: dict[int, int] = {}
        self.proxy: dict[str, str] = {}
        self.retry = 1.0
        self.url = ""
        self.secret = ""
        self.most = 40
        self.last_error: dict[str, Any] = {}
        self.posted: list[tuple[int, int]] = []

    def set(self, params: Params) -> str:
        """setWebhook and deleteWebhook (an empty address).

        Returns:
            The `description` of the answer.

        Raises:
            ApiError: the address or the secret cannot be used.
        """
        url, secret = params.text("url"), params.text("secret_token")
        if url:
            _check(url, secret)
        if params.flag("drop_pending_updates"):
            self._queue.drop()
        before, self.url, self.secret = self.url, url, secret
        self.most = min(max(params.integer("max_connections", 40), 1), 100)
        self._queue.allow(params)
        self._queue.set_webhook(bool(url))
        if not url:
            return "Webhook was deleted" if before else "Webhook is already deleted"
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        self._queue.new.set()
        return "Webhook is already set" if before == url else "Webhook was set"

    def info(self) -> dict[str, Any]:
        """getWebhookInfo."""
        return {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue.pending),
            **({"max_connections": self.most} if self.url else {}),
            **self.last_error,
        }

    async def stop(self) -> None:
        """Post nothing any more."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        posts: set[asyncio.Task[None]] = set()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(_PATIENCE)) as session:
            try:
                while True:
                    await self._queue.new.wait()
                    self._queue.new.clear()
                    for number, update in sorted(self._queue.pending.items()):
                        line = line_of(update)
                        if not self.url or line in self._busy or len(self._busy) >= self.most:
                            continue
                        self._busy[line] = number
                        task = asyncio.create_task(self._post(session, line, number, update))
                        posts.add(task)
                        task.add_done_callback(posts.discard)
            finally:
                for task in posts:
                    task.cancel()

    async def _post(
        self, session: aiohttp.ClientSession, line: int, number: int, update: dict[str, Any]
    ) -> None:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        status = 0
        try:
            async with session.post(self._target(), json=update, headers=headers) as answer:
                status = answer.status
        except (aiohttp.ClientError, asyncio.TimeoutError):
            self.last_error = {"last_error_message": "Connection refused"}
        self.posted.append((number, status))
        if 200 <= status < 300:
            self._queue.confirm(number)
        else:
            if status:
                self.last_error = {
                    "last_error_message": f"Wrong response from the webhook: {status}"
                }
            await asyncio.sleep(self.retry)
        self._busy.pop(line, None)
        self._queue.new.set()

    def _target(self) -> str:
        for public, local in self.proxy.items():
            if self.url.startswith(public):
                return local + self.url[len(public) :]
        return self.url


def line_of(update: dict[str, Any]) -> int:
    """Which updates wait for each other: those of one chat."""
    body = next(value for key, value in update.items() if key != "update_id")
    return int((body.get("message") or body)["chat"]["id"])


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
