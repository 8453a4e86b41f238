"""Starts one worker in this process, or several in processes of their own."""

from __future__ import annotations

import asyncio
import functools
import socket
import sys
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.rest.log_lines import event, quiet
from bot.channels.rest.service import Options, serve
from bot.channels.rest.workers import work
from bot.errors import MissingError
from bot.keeping.sets import unusable
from bot.settings import Settings
from bot.workers import Workers

DONE = 0
_ALONE = "Beberapa proses tanpa MAWAS_REDIS_URL: pesan seorang yang datang bersamaan bisa dijawab dua kali. Saran: isi MAWAS_REDIS_URL."


def start(
    settings: Settings, listen: tuple[str, int], workers: int, health_port: int | None
) -> int:
    """Run until told to stop.

    Args:
        settings: of this run.
        listen: host and port on which programs ask.
        workers: processes.
        health_port: of the first worker; the next one has the next port.

    Returns:
        The exit status: 0.

    Raises:
        MissingError: what is needed is not there, or the port is taken.
    """
    _check_free(listen)
    if workers == 1:
        return run_worker(settings, Options(listen, health_port=health_port))
    if not settings.redis_url:
        sys.stderr.write(f"mawas: {_ALONE}\n")
    quiet(settings.log_level)
    return Workers(
        functools.partial(work, listen=listen), event, settings, workers, health_port
    ).run()


def run_worker(
    settings: Settings, options: Options, loaded: Callable[[bool], None] = lambda worked: None
) -> int:
    """Load the conversation and answer with it, in this process.

    Args:
        settings: of this run.
        options: how this worker runs.
        loaded: called after each time that it was loaded or should have been, with whether that worked.

    Raises:
        MissingError: what is needed is not there, or a port is taken.
    """
    try:
        asyncio.run(_serve(settings, options, loaded))
    except SQLAlchemyError as error:
        raise unusable(error) from None
    except OSError as error:
        raise MissingError(
            f"Tidak bisa mendengarkan ({error.strerror}). Saran: pilih --port atau --health-port lain, atau hentikan yang memakainya."
        ) from None
    except KeyboardInterrupt:
        pass
    return DONE


async def _serve(settings: Settings, options: Options, loaded: Callable[[bool], None]) -> None:
    # Heavier than what the process needs that only looks after workers.
    from bot.reload.loading import Ready, running

    host, port = options.listen
    ready = Ready(loaded, lambda: f"Mawas siap di http://{host}:{port}")
    name, counts = f"serve-{options.number}", options.health_port is not None
    async with running(settings, name, ready.loaded, counts=counts) as now:
        options = replace(options, reloader=now.reloader, metrics=now.metrics)
        await serve(settings, now.conversation, options)


def _check_free(listen: tuple[str, int]) -> None:
    """Several may listen on a port together: another server, which has it already, would get a part of the messages."""
    family = socket.AF_INET6 if ":" in listen[0] else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(listen)
        except OSError as error:
            raise MissingError(
                f"{listen[0]}:{listen[1]} tidak bisa dipakai ({error.strerror}). Saran: pilih --port lain, atau hentikan yang memakainya."
            ) from None
