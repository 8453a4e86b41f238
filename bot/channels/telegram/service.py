"""Runs a worker until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.channels.telegram import connect, health
from bot.channels.telegram.backoff import Patience
from bot.channels.telegram.careful import Careful
from bot.channels.telegram.database import Database, telegram_url
from bot.channels.telegram.gate import Rates
from bot.channels.telegram.group_settings import GroupSettings
from bot.channels.telegram.intake import heard
from bot.channels.telegram.log_lines import event, lost, quiet
from bot.channels.telegram.pace import Speed
from bot.channels.telegram.people import People
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.presenting import present
from bot.channels.telegram.share import Share
from bot.channels.telegram.talks import Talks
from bot.channels.telegram.voice import Transcriber
from bot.channels.telegram.webhook import listen, webhook_app
from bot.channels.telegram.worker import Worker
from bot.process_life import cancel, settle, until_signal
from bot.pseudonym import Pseudonyms
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.metrics import Metrics
    from bot.reload.reloader import Reloader

# So long may what is in hand take after a signal to stop; the rest of ten seconds is for closing.
STOP_SECONDS = 8.0
# How often a worker looks for what another one received for it but could not tell it of.
_LOOK_SECONDS = 1.0
# For so long erased texts may still stand in the log of the database.
WIPE_SECONDS = 5.0


@dataclass(frozen=True)
class Options:
    """How a worker runs.

    Attributes:
        number: which worker it is, from 0.
        workers: how many there are.
        health_port: where its health is shown, on the address of the settings; None for nowhere.
        listen: turns voice into words; None for no voice.
        rates: what Telegram takes; its own limits unless a test has others.
        speed: what one chat may use.
        patience: how long is waited after a failure.
        metrics: shown beside the health; None for none.
        reloader: loads the conversation anew when it is told to; None for never.
    """

    number: int = 0
    workers: int = 1
    health_port: int | None = None
    listen: Transcriber | None = None
    rates: Rates | None = None
    speed: Speed | None = None
    patience: Patience = field(default_factory=Patience)
    metrics: Metrics | None = None
    reloader: Reloader[Any] | None = None


async def serve(
    settings: Settings,
    conversation: Talks,
    options: Options | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Receive and answer until SIGTERM or SIGINT, or until this is cancelled; what is in hand is finished then.

    Args:
        settings: with a token.
        conversation: answers.
        options: how this worker runs.
        ready: called with the bot's user name when updates are received.

    Raises:
        MissingError: Telegram refused the token or the address, or another process does this work.
        OSError: a port is taken.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
    """
    quiet(settings.log_level)
    settle()
    asyncio.get_running_loop().set_exception_handler(lost)
    async with contextlib.AsyncExitStack() as stack:
        service = _Service(settings, options or Options(), stack)
        name = await service.connect()
        worker = service.worker(conversation)
        tasks = [asyncio.create_task(job) for job in await service.open(worker)]
        stack.push_async_callback(cancel, tasks)
        event("started", logging.INFO, worker=service.options.number)
        if ready:
            ready(name)
        await until_signal()
        event("stopping", logging.INFO, waiting=worker.waiting)
    event("stopped", logging.INFO)


class _Service:
    """Opens what a worker needs, one after the other; the stack closes it in the other direction."""

    def __init__(
        self, settings: Settings, options: Options, stack: contextlib.AsyncExitStack
    ) -> None:
        self.options = options
        self._settings = settings
        self._stack = stack
        self._share = Share(settings.home, options.number)
        self._bot = connect.build_bot(settings.telegram)
        self._pseudonyms = Pseudonyms.load(settings)

    async def connect(self) -> str:
        """Make sure that nobody else does this work, and that Telegram knows us. Returns the bot's user name."""
        await asyncio.to_thread(self._share.acquire)
        self._stack.callback(self._share.release)
        self._stack.push_async_callback(self._bot.shutdown)
        return await connect.introduce(self._bot, self.options.patience)

    def worker(self, conversation: Talks) -> Worker:
        """Put the worker together."""
        database = Database(telegram_url(self._settings))
        self._stack.callback(database.close)
        groups = GroupSettings(database, self._pseudonyms)
        options = self.options
        worker = Worker(
            self._bot,
            conversation,
            database,
            People(self._pseudonyms),
            functools.partial(heard, groups=groups, listen=options.listen),
            self._share,
            options.number,
            options.workers,
            options.rates,
            options.speed,
            options.patience,
            self._settings.retention_days,
        )
        self._stack.push_async_callback(worker.stop, STOP_SECONDS)
        if options.reloader:
            reloader = options.reloader
            worker.health.is_whole = lambda: reloader.has_loaded
        return worker

    async def open(self, worker: Worker) -> list[Coroutine[Any, Any, None]]:
        """Let updates in. Returns what goes on all the time."""
        telegram, options = self._settings.telegram, self.options
        polls = telegram.webhook_url is None
        if options.health_port is not None:
            page = await health.serve(
                worker.health,
                polls,
                self._settings.health_listen,
                options.health_port,
                options.metrics,
            )
            self._stack.push_async_callback(page.cleanup)
        await worker.remember()
        await worker.catch_up()
        receive = Careful(worker.receive, worker.health)
        if telegram.webhook_url:
            await self._take_deliveries(receive, telegram.webhook_url)
        else:
            await connect.fetch(self._bot, options.patience)
        jobs = [health.write_lines(worker.health, polls, worker.tidy), _wipe(worker)]
        if options.reloader:
            jobs.append(options.reloader.run())
        if options.number == 0:
            jobs.append(present(self._bot, options.patience))
        if polls:
            polling = Polling(
                self._bot, receive, lambda: worker.waiting, worker.health, options.patience
            )
            jobs.append(polling.run())
        if options.workers > 1:
            look = asyncio.Event()
            self._share.on_ring(look.set)
            jobs.append(_look(worker, look))
        return jobs

    async def _take_deliveries(self, receive: Careful, url: str) -> None:
        telegram, options = self._settings.telegram, self.options
        secret = telegram.webhook_secret or self._pseudonyms.of("webhook")
        app = webhook_app(url, secret, receive)
        runner = await listen(app, *telegram.webhook_listen, options.workers > 1)
        self._stack.push_async_callback(runner.cleanup)
        if options.number == 0:
            await connect.deliver(self._bot, url, secret, options.patience)


async def _wipe(worker: Worker) -> None:
    """Take what was answered out of the database's log too, soon after."""
    wiped = worker.health.answered
    while True:
        await asyncio.sleep(WIPE_SECONDS)
        answered = worker.health.answered
        if answered == wiped:
            continue
        try:
            if await worker.wipe():
                wiped = answered
        except Exception as error:
            event("wipe_failed", logging.ERROR, error=error)


async def _look(worker: Worker, ring: asyncio.Event) -> None:
    """Pick up what other workers received for this one."""
    while True:
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(ring.wait(), _LOOK_SECONDS)
        ring.clear()
        try:
            await worker.catch_up()
        except Exception as error:
            event("look_failed", logging.ERROR, error=error)
