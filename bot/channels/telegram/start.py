"""Starts one worker in this process, or several in processes of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.connect import REFUSED, build_bot
from bot.channels.telegram.log_lines import event, quiet
from bot.channels.telegram.service import Options, serve
from bot.channels.telegram.voice import transcriber
from bot.channels.telegram.workers import work
from bot.errors import MissingError
from bot.settings import Settings
from bot.workers import Workers

DONE = 0


def check_token(settings: Settings) -> None:
    """Ask Telegram once whether it takes the token, before anything that takes long. Without a network nothing is said.

    Raises:
        MissingError: it refused.
    """
    quiet(settings.log_level)

    async def ask() -> None:
        bot = build_bot(settings.telegram)
        try:
            await bot.initialize()
        except InvalidToken:
            raise MissingError(REFUSED) from None
        except TelegramError as error:
            event("not_connected", error=error)
        finally:
            await bot.shutdown()

    asyncio.run(ask())


def start(settings: Settings, workers: int, health_port: int | None) -> int:
    """Run until told to stop.

    Args:
        settings: with a token.
        workers: processes; more than one only with a webhook.
        health_port: of the first worker; the next one has the next port.

    Returns:
        The exit status: 0.

    Raises:
        MissingError: what is needed is not there, or another process does this work.
    """
    if workers == 1:
        return run_worker(settings, Options(health_port=health_port))
    return Workers(work, event, settings, workers, health_port).run()


def run_worker(
    settings: Settings, options: Options, loaded: Callable[[bool], None] = lambda worked: None
) -> int:
    """Load the conversation and answer with it, in this process.

    Args:
        settings: with a token.
        options: how this worker runs.
        loaded: called after each time that it was loaded or should have been, with whether that worked.
    """
    options = replace(options, listen=transcriber(settings.telegram.voice_model))
    try:
        asyncio.run(_serve(settings, options, loaded))
    except SQLAlchemyError as error:
        # The error itself may quote the URL with its password.
        raise MissingError(
            f"Basis data tidak bisa dipakai ({type(error).__name__}). Saran: periksa MAWAS_DB_URL dan ruang disk."
        ) from None
    except KeyboardInterrupt:
        pass
    return DONE


async def _serve(settings: Settings, options: Options, loaded: Callable[[bool], None]) -> None:
    # Heavier than what the process needs that only looks after workers.
    from bot.reload.loading import Ready, running

    names: list[str] = []
    ready = Ready(loaded, lambda: f"Mawas siap di Telegram: https://t.me/{names[0]}")
    name, counts = f"telegram-{options.number}", options.health_port is not None
    async with running(settings, name, ready.loaded, counts=counts) as now:
        options = replace(options, reloader=now.reloader, metrics=now.metrics)
        await serve(settings, now.conversation, options, names.append)
