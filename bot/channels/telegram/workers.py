"""What each of several workers does; nothing heavy is imported here (`bot.workers`)."""

from __future__ import annotations

from collections.abc import Callable

from bot.settings import Settings


def work(
    settings: Settings,
    number: int,
    workers: int,
    health_port: int | None,
    loaded: Callable[[bool], None],
) -> None:
    """Be a worker, in a process of its own."""
    from bot.channels.telegram.service import Options
    from bot.channels.telegram.start import run_worker

    run_worker(settings, Options(number, workers, health_port), loaded)
