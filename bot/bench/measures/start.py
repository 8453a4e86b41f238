"""Cold start to the first answer, as a person sees it in a terminal, and the memory at that moment."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.bench.errors import MeasureError
from bot.bench.figures import MAWAS, PLAIN, Sample
from bot.bench.home import MAWAS as COMMAND
from bot.bench.home import for_mawas
from bot.bench.mawas import WHAT
from bot.bench.plain.place import WHAT as PLAIN_WHAT
from bot.bench.plain.place import Place
from bot.bench.plain.server import action_server, credentials, endpoints, plain_environment
from bot.bench.plan import Plan
from bot.bench.processes import free_port, run
from bot.bench.terminal import Terminal
from bot.bench.usage import MB, NOTHING, Usage
from bot.bench.workload import GREETING

# So many words of the answer are waited for: more may be broken over two lines.
_WORDS = 3


def measure(plan: Plan) -> Iterator[Sample]:
    """Samples of `start` and `memory.first`."""
    plan.told("menjawab satu kali dulu, supaya berkas ada di ingatan sistem")
    words = _first_words(plan)
    for place in plan.in_turn("mulai dari nol"):
        if place is None:
            asked = run(WHAT, [*COMMAND, "ask"], env=for_mawas(plan.settings), typed=GREETING)
            yield Sample("start.ask", MAWAS, asked.seconds)
            yield Sample("start.ask_cpu", MAWAS, asked.processor)
            seconds, usage = _chat(plan, words)
        else:
            seconds, usage = _shell(plan, place, words)
        setup = PLAIN if place else MAWAS
        yield Sample("start.chat", setup, seconds)
        yield Sample("start.chat_cpu", setup, usage.seconds)
        yield Sample("memory.first", setup, usage.memory / MB)


def _first_words(plan: Plan) -> str:
    """How the answer to the greeting begins; both give the same, for the same action answers."""
    said = run(WHAT, [*COMMAND, "ask"], env=for_mawas(plan.settings), typed=GREETING).out
    answer = [line for line in said.splitlines() if line.strip() and not line.startswith(">")]
    if not answer:
        raise MeasureError("Mawas tidak menjawab sapaan. Saran: jalankan ./mawas doctor.")
    return " ".join(answer[0].split()[:_WORDS])


def _chat(plan: Plan, words: str) -> tuple[float, Usage]:
    with Terminal(WHAT, [*COMMAND, "chat"], env=for_mawas(plan.settings)) as terminal:
        terminal.type(GREETING)
        return terminal.seconds_until(words), terminal.usage


def _shell(plan: Plan, place: Place, words: str) -> tuple[float, Usage]:
    """Rasa's shell; the action server is started in the same moment and counts."""
    port = free_port()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mawas-bench-")))
        command = [
            *place.rasa, "shell", "--model", str(place.model), "--port", str(free_port()),
            "--endpoints", str(endpoints(folder, port)), "--credentials", str(credentials(folder)),
        ]  # fmt: skip
        acting = stack.enter_context(action_server(plan.settings, port))
        terminal = stack.enter_context(
            Terminal(PLAIN_WHAT, command, env=plain_environment(), folder=place.project)
        )
        terminal.type(GREETING)
        seconds = terminal.seconds_until(words)
        return seconds, NOTHING + terminal.usage + acting.usage
