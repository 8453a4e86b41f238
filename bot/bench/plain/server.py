"""Plain Rasa at work: its server or its shell, its action server, and a SQLite file of conversations."""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.bench.home import for_mawas
from bot.bench.mawas import JOB_PATIENCE
from bot.bench.plain.place import WHAT, Place
from bot.bench.processes import LOOPBACK, Running, answers, environment, free_port, run
from bot.bench.usage import Usage
from bot.paths import ROOT
from bot.settings import Settings

# The file of conversations.
DATABASE = "rasa.db"


@dataclass(frozen=True)
class PlainServer:
    """A server that answers.

    Attributes:
        url: its address, without a path.
        database: of its conversations.
        processes: Rasa's and that of the actions.
    """

    url: str
    database: Path
    processes: tuple[Running, ...]

    def processor(self) -> float:
        """Processor seconds that both have used (see `Running.processor`)."""
        return sum(process.processor() for process in self.processes)

    @property
    def usage(self) -> Usage:
        """What all its processes have used so far."""
        first, *others = (process.usage for process in self.processes)
        for other in others:
            first += other
        return first


def plain_environment(**values: str) -> dict[str, str]:
    """The environment of plain Rasa's processes."""
    # Rasa writes its own log lines about each request at INFO.
    return environment(
        RASA_TELEMETRY_ENABLED="false", LOG_LEVEL="WARNING", PROMPT_TOOLKIT_NO_CPR="1", **values
    )


@contextlib.contextmanager
def action_server(settings: Settings, port: int) -> Iterator[Running]:
    """The process of the actions, from the moment it is started."""
    command = [sys.executable, "-W", "ignore", "-m", "bot.bench.plain.action_server", str(port)]
    with Running("Server aksi untuk Rasa polos", command, env=for_mawas(settings)) as running:
        yield running


@contextlib.contextmanager
def plain_server(place: Place, settings: Settings) -> Iterator[PlainServer]:
    """Plain Rasa's server, ready to answer.

    Args:
        place: of plain Rasa.
        settings: of Mawas, from whose knowledge the actions answer.

    Raises:
        MeasureError: a process ended or does not answer.
    """
    port, actions = free_port(), free_port()
    with (
        tempfile.TemporaryDirectory(prefix="mawas-bench-") as name,
        action_server(settings, actions) as acting,
    ):
        folder = Path(name)
        command = [
            *place.rasa, "run", "--model", str(place.model), "--interface", LOOPBACK, "--port", str(port),
            "--endpoints", str(endpoints(folder, actions)), "--credentials", str(credentials(folder)),
        ]  # fmt: skip
        with Running(WHAT, command, env=plain_environment(), folder=place.project) as running:
            acting.wait_for(lambda: answers(f"http://{LOOPBACK}:{actions}/health"))
            # Rasa takes connections when its model is loaded.
            running.wait_for(lambda: answers(f"http://{LOOPBACK}:{port}/"))
            yield PlainServer(f"http://{LOOPBACK}:{port}", folder / DATABASE, (running, acting))


def plain_job(place: Place, settings: Settings, name: str, **values: Any) -> dict[str, Any]:
    """Let a process of its own measure plain Rasa without a channel (`bot.bench.jobs`), with an empty store and its action server.

    Raises:
        MeasureError: a process ended, failed or does not answer.
    """
    actions = free_port()
    with (
        tempfile.TemporaryDirectory(prefix="mawas-bench-") as name_of_folder,
        action_server(settings, actions) as acting,
    ):
        folder = Path(name_of_folder)
        acting.wait_for(lambda: answers(f"http://{LOOPBACK}:{actions}/health"))
        command = [
            *(str(place.python), "-W", "ignore", "-m", "bot.bench.plain.worker"),
            *(str(place.model), str(endpoints(folder, actions))),
            *(str(folder / DATABASE), str(acting.process.pid)),
        ]
        finished = run(
            WHAT, command, env=plain_environment(PYTHONPATH=str(ROOT)), folder=place.project,
            typed=json.dumps({"job": name, **values}), patience=JOB_PATIENCE,
        )  # fmt: skip
    return dict(json.loads(finished.out))


def endpoints(folder: Path, actions: int) -> Path:
    """A file that names the action server and the SQLite file of conversations."""
    file = folder / "endpoints.yml"
    tracker_store = {"type": "SQL", "dialect": "sqlite", "db": str(folder / DATABASE)}
    action_endpoint = {"url": f"http://{LOOPBACK}:{actions}/webhook"}
    file.write_text(
        yaml.safe_dump({"action_endpoint": action_endpoint, "tracker_store": tracker_store}),
        encoding="utf-8",
    )
    return file


def credentials(folder: Path) -> Path:
    """A file that opens the REST channel."""
    file = folder / "credentials.yml"
    file.write_text("rest:\n", encoding="utf-8")
    return file
