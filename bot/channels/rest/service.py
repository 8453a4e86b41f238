"""Runs a worker until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.channels.rest.app import MOST_WAITING, Front
from bot.channels.rest.log_lines import event, lost, quiet
from bot.channels.rest.model_endpoints import ModelEndpoints
from bot.channels.rest.requests import RefusedError
from bot.doors.listening import Bounds, listening
from bot.health_page import show
from bot.keeping.retention import retain
from bot.process_life import cancel, settle, until_signal
from bot.pseudonym import Pseudonyms
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.conversation import Conversation
    from bot.metrics import Metrics
    from bot.reload.current import Current
    from bot.reload.reloader import Reloader

# So long may what is in hand take after a signal to stop; the rest of ten seconds is for closing.
_STOP_SECONDS = 8.0
# More than messages may be in hand: who has one too many is told so.
_BOUNDS = Bounds(connections=MOST_WAITING + 200, from_one=MOST_WAITING + 200)
# Of the counts, those that also go down.
_GAUGES = frozenset({"waiting"})
_LOADING = "Model belum dimuat. Saran: kirim lagi sebentar lagi, dan periksa ./mawas doctor."


@dataclass(frozen=True)
class Options:
    """How a worker runs.

    Attributes:
        listen: host and port on which programs ask.
        number: which worker it is, from 0.
        workers: how many there are; they listen on the same port.
        health_port: where its health is shown, on the address of the settings; None for nowhere.
        metrics: shown beside the health; None for none.
        reloader: loads the conversation anew when it is told to; None for never.
    """

    listen: tuple[str, int]
    number: int = 0
    workers: int = 1
    health_port: int | None = None
    metrics: Metrics | None = None
    reloader: Reloader[Any] | None = None


async def serve(
    settings: Settings,
    conversation: Current[Any],
    options: Options,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Answer until SIGTERM or SIGINT, or until this is cancelled; what is in hand is finished then.

    Args:
        settings: of this run.
        conversation: answers.
        options: how this worker runs.
        ready: called when programs can ask.

    Raises:
        OSError: a port is taken.
        MissingError: the key of pseudonyms cannot be used.
    """
    quiet(settings.log_level)
    settle()
    asyncio.get_running_loop().set_exception_handler(lost)

    reloader = options.reloader

    def is_whole() -> bool:
        return reloader is None or reloader.has_loaded

    def now() -> Conversation:
        """The conversation that answers now: what is asked about the model is asked of it."""
        if not is_whole():
            raise RefusedError(503, "Loading", _LOADING)
        whole: Conversation = conversation.now
        return whole

    pseudonyms = Pseudonyms.load(settings)
    front = Front(conversation, lambda name: conversation.now.is_intent(name), pseudonyms, is_whole)
    app = front.app()
    if settings.serve.token:
        ModelEndpoints(now, front.sender, settings.serve.token).add_to(app)
    async with contextlib.AsyncExitStack() as stack:
        if options.health_port is not None:
            page = await _shown(front, settings.health_listen, options.health_port, options.metrics)
            stack.push_async_callback(page.cleanup)
        await _listen(app, options, stack)
        jobs: list[Coroutine[Any, Any, None]] = []
        # One of several is enough.
        if options.number == 0:
            jobs.append(retain(conversation, settings.retention_days))
        if reloader:
            jobs.append(reloader.run())
        stack.push_async_callback(cancel, [asyncio.create_task(job) for job in jobs])
        event("started", logging.INFO, worker=options.number)
        ready()
        await until_signal()
        event("stopping", logging.INFO, waiting=front.counts.waiting)
    event("stopped", logging.INFO)


async def _shown(front: Front, host: str, port: int, metrics: Metrics | None) -> web.AppRunner:
    if metrics:
        metrics.add("mawas_serve", lambda: _numbers(front), _GAUGES)
    return await show(front.health, host, port, metrics)


def _numbers(front: Front) -> dict[str, int]:
    return {name: int(value) for name, value in vars(front.counts).items()}


async def _listen(app: web.Application, options: Options, stack: contextlib.AsyncExitStack) -> None:
    runner = await listening(app, *options.listen, _BOUNDS, _STOP_SECONDS, options.workers > 1)
    stack.push_async_callback(runner.cleanup)
