"""Locks that processes share through Redis: redis-py's own lock, with what makes it safe to depend on."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import LockError, RedisError

from bot import tally
from bot.locks import LocalLocks

logger = logging.getLogger(__name__)

# A lock is free again so long after its holder was killed (s); while a turn runs it is renewed each third of that.
EXPIRY = 6.0
# Longer than a killed holder can hold it (s): whoever waited so long goes on, for somebody may be in danger.
_MOST_WAIT = 8.0
_ASK_EVERY = 0.02
# Redis stands nearby; one that takes longer is away (s).
_ANSWERS_WITHIN = 0.5
_LOOK_EVERY = 0.25
# Commands at once: each has a connection of its own.
_MOST_COMMANDS = 32
_PREFIX = "mawas:turn:"
# What a Redis raises that is away.
_AWAY = (RedisError, OSError, asyncio.TimeoutError)


class _AwayError(Exception):
    """Redis is away.

    Attributes:
        was_sent: a command may have reached it, and be done when it goes on.
    """

    def __init__(self, was_sent: bool = False) -> None:
        super().__init__()
        self.was_sent = was_sent


class _Lock(Lock):
    """redis-py's lock, which also knows its own token again when the answer to its first attempt was lost with the connection."""

    async def do_acquire(self, token: str | bytes) -> bool:
        return bool(await super().do_acquire(token) or await self.redis.get(self.name) == token)


class SharedLocks:
    """Locks of all processes with the same Redis.

    The lock of this process is taken first: in it messages keep their order, and only its first waits for other processes. While
    Redis is away the lock of this process has to do; the store refuses what two processes did at once (`bot.tracker.conflict`).
    """

    def __init__(self, url: str, expiry: float = EXPIRY) -> None:
        """Connect when first needed.

        Args:
            url: of Redis.
            expiry: seconds after which the lock of a killed process is free.
        """
        self._url = url
        self._expiry = expiry
        self._local = LocalLocks()
        self._server: _Server | None = None

    @property
    def is_away(self) -> bool:
        """Whether Redis did not answer when it was last asked."""
        return bool(self._server and self._server.is_away)

    @asynccontextmanager
    async def of(self, sender: str) -> AsyncIterator[None]:
        """Hold a conversation for a turn; not to be taken again inside."""
        async with self._local.of(sender):
            server = self._server_here()
            name = _PREFIX + hashlib.blake2b(sender.encode(), digest_size=16).hexdigest()
            lock = await server.acquire(name, self._expiry)
            renewing = _Renewing(server, lock, self._expiry / 3) if lock else None
            try:
                yield
            finally:
                if lock and renewing:
                    renewing.stop()
                    await server.release(lock)

    async def close(self) -> None:
        """Close the connections."""
        if self._server:
            await self._server.close()
            self._server = None

    def _server_here(self) -> _Server:
        """Connections belong to an event loop; the first messages of a program may be answered in another than the rest."""
        loop = asyncio.get_running_loop()
        if self._server is None or self._server.loop is not loop:
            self._server = _Server(self._url, loop)
        return self._server


class _Server:
    """Redis, as one event loop sees it.

    While it is away nobody waits for it: a task asks it until it answers.
    """

    def __init__(self, url: str, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.is_away = False
        # A connection that broke since the last command is made anew, once; what takes too long is not repeated.
        self._redis = Redis.from_url(
            url,
            socket_connect_timeout=_ANSWERS_WITHIN,
            socket_timeout=_ANSWERS_WITHIN,
            retry=Retry(NoBackoff(), 1, (RedisConnectionError,)),
            retry_on_error=[RedisConnectionError],
        )
        self._commands = asyncio.Semaphore(_MOST_COMMANDS)
        self._looking: asyncio.Task[None] | None = None
        # Locks that could not be given back, with their tokens: until they expire, the next message of their chats would wait.
        self._owed: list[tuple[_Lock, bytes]] = []

    async def acquire(self, name: str, expiry: float) -> _Lock | None:
        """Take a lock, waiting for who has it; None while Redis is away, or when it took too long."""
        lock = _Lock(self._redis, name, timeout=expiry, thread_local=False)
        # One token for all attempts; redis-py's own would name the machine.
        token = uuid.uuid4().hex
        until = self.loop.time() + _MOST_WAIT
        try:
            while not await self._command(lock.acquire, blocking=False, token=token):
                if self.loop.time() > until:
                    logger.error("a turn waited %d s for another process: goes on", _MOST_WAIT)
                    tally.count(tally.Event.LOCK)
                    return None
                await asyncio.sleep(_ASK_EVERY)
        except _AwayError as error:
            tally.count(tally.Event.LOCK)
            if error.was_sent:
                # It may be taken, and nobody would give it back.
                self._owed.append((lock, token.encode()))
            return None
        return lock

    async def renew(self, lock: _Lock) -> bool:
        """Have a lock expire later. Returns False when it is no longer ours."""
        try:
            await self._command(lock.reacquire)
        except LockError:
            logger.warning("a lock expired while its turn went on")
            return False
        except _AwayError:
            pass
        return True

    async def release(self, lock: _Lock) -> None:
        """Give a lock back, as soon as Redis answers."""
        token = lock.local.token
        try:
            await self._command(lock.release)
        except LockError:
            logger.warning("a lock expired before its turn ended")
        except _AwayError:
            self._owed.append((lock, token))

    async def close(self) -> None:
        """Close the connections."""
        if self._looking:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
        await self._redis.close()

    async def _command(self, command: Any, **options: Any) -> Any:
        """Run a command of a lock.

        Raises:
            LockError: of the lock.
            _AwayError: Redis is away.
        """
        async with self._commands:
            if self.is_away:
                raise _AwayError
            try:
                return await command(**options)
            except LockError:
                raise
            except _AWAY as error:
                self._went_away(error)
                raise _AwayError(was_sent=True) from None

    def _went_away(self, error: BaseException) -> None:
        if not self.is_away:
            # The error itself may quote the URL with its password.
            logger.error("locks are away (%s): goes on without", type(error).__name__)
            self.is_away = True
            self._looking = self.loop.create_task(self._look())

    async def _look(self) -> None:
        """Ask until it answers."""
        while self.is_away:
            await asyncio.sleep(_LOOK_EVERY)
            with suppress(*_AWAY):
                await self._redis.ping()
                self.is_away = False
                logger.warning("locks are back")
        owed, self._owed = self._owed, []
        for lock, token in owed:
            # It may have expired meanwhile.
            with suppress(*_AWAY):
                await lock.do_release(token)


class _Renewing:
    """Renews a lock while its turn runs. A turn that ends soon, as nearly all do, costs a timer and no task."""

    def __init__(self, server: _Server, lock: _Lock, every: float) -> None:
        self._server, self._lock, self._every = server, lock, every
        self._task: asyncio.Task[None] | None = None
        self._timer = server.loop.call_later(every, self._begin)

    def stop(self) -> None:
        """The turn has ended."""
        self._timer.cancel()
        if self._task:
            self._task.cancel()

    def _begin(self) -> None:
        self._task = self._server.loop.create_task(self._renew())

    async def _renew(self) -> None:
        while await self._server.renew(self._lock):
            await asyncio.sleep(self._every)
