"""Mawas at work: its chat, its process without a channel, and its server."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.bench.errors import MeasureError
from bot.bench.home import MAWAS, for_mawas
from bot.bench.processes import LOOPBACK, Running, answers, environment, free_port, run
from bot.bench.usage import Usage
from bot.paths import ROOT
from bot.settings import Settings

WHAT = "Mawas"
# Seconds that one job may take; the longest is expected to need a few minutes.
JOB_PATIENCE = 1800.0
_WORKER = (MAWAS[0], "-m", "bot.bench.worker")


@dataclass(frozen=True)
class MawasServer:
    """A server that answers.

    Attributes:
        url: its address, without a path.
        process: of the command.
    """

    url: str
    process: Running

    def processor(self) -> float:
        """Processor seconds that it and its workers have used (see `Running.processor`)."""
        return self.process.processor()

    @property
    def usage(self) -> Usage:
        """What it and its workers have used so far."""
        return self.process.usage


def job(settings: Settings, name: str, **values: Any) -> dict[str, Any]:
    """Let a process of its own measure the assistant without a channel (`bot.bench.worker`), with an empty store.

    Raises:
        MeasureError: it failed.
    """
    typed = json.dumps({"job": name, **values})
    finished = run(WHAT, _WORKER, env=for_mawas(settings), typed=typed, patience=JOB_PATIENCE)
    return dict(json.loads(finished.out))


@functools.cache
def can_serve() -> bool:
    """Whether this Mawas answers over HTTP: a folder for a stick may not."""
    try:
        run(WHAT, [*MAWAS, "serve", "--help"], env=environment(PYTHONPATH=str(ROOT)))
    except MeasureError:
        return False
    return True


@contextlib.contextmanager
def mawas_server(settings: Settings) -> Iterator[MawasServer]:
    """`mawas serve`, ready to answer.

    Raises:
        MeasureError: it ended or does not answer.
    """
    port = free_port()
    url = f"http://{LOOPBACK}:{port}"
    with Running(WHAT, [*MAWAS, "serve", "--port", str(port)], env=for_mawas(settings)) as running:
        running.wait_for(lambda: answers(f"{url}/health"))
        yield MawasServer(url, running)
