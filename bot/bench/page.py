"""docs/performance.md, made from what was measured."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.bench.figures import Line
from bot.bench.machine import Machine
from bot.bench.plain.training import EPOCHS
from bot.bench.table import bounds, figure, ratio

TITLES = {
    "start": "Cold start",
    "memory": "Resident memory",
    "size": "On the disk",
    "training": "Training",
    "turn": "One reply, in-process",
    "rest": "One reply, over HTTP",
    "rate": "Many at once, messages a second",
    "length": "Long conversations",
    "stored": "Many stored conversations",
}
NOTES = {
    "start": "From the start of the process to the first answer on the screen, in a terminal of its own; the line is typed ahead."
    " Files are in the system's memory. Plain Rasa: `rasa shell`; its action server is started in the same moment, and its processor"
    " time counts.",
    "memory": "Sum over all processes that answer (RSS): Rasa's shell or server and its action server, against Mawas alone. First answer:"
    " `chat` and `rasa shell`. Later: over HTTP where Mawas has a server, else both without a channel.",
    "size": "Files of the installed packages without compiled ones. Plain Rasa: what `pip install rasa[spacy]` brings; the packages that"
    " our actions need besides are not counted.",
    "training": "Whole processes: `mawas train --force`, which makes model and screener, once; `rasa train` without the check of the"
    " data, once, when plain Rasa was prepared.",
    "turn": "From the message to the stored reply, after some to warm up, each in a conversation of its own, by a process with"
    " the assistant and its durable store and no channel; plain Rasa's agent with its action server, whose processor time counts."
    " Processor time is the median. A flyer is a picture that is read, understood and screened; plain Rasa reads none.",
    "rest": "Over Rasa's REST channel, each message in a conversation of its own, one after the other; stored before it is answered."
    " Processor time is that of all processes that answer, the median.",
    "rate": "Questions about topics, one process each; plain Rasa's action server is a second one. Each person waits for the answer before"
    " the next message; after ten messages comes somebody new. A processor second: what one core would carry.",
    "length": "Median of 20 turns around each, the same ten questions, in-process; each as far as it came in two minutes.",
    "stored": "A question by somebody new or by somebody who was stored, in turn, among so many stored conversations,"
    " in-process.",
}
_YARDSTICK = """\
Plain Rasa is what `rasa init` makes ({versions}): the default pipeline and policies (DIET, response selector, TED, UnexpecTED), our
training sentences, domain and rules, SQL tracker store on SQLite, HTTP action server. Names of places are synonyms of their codes, and
each rule is there once more as a story; without stories TED and UnexpecTED would learn nothing and cost nothing. No sentence of ours
belongs to a retrieval intent, so the response selector has nothing to learn. The action server is rasa-sdk's own, in the environment of
Mawas, with the same actions and the same knowledge: it answers in the same words when the intent is the same. None of our components
is in plain Rasa, so it does not notice danger, places, pay or two questions as Mawas does.
"""
_DURABLE = """\
Stored durably means: SQLite's own default for plain Rasa (a rollback journal, the disk is waited for at each commit), a write-ahead log
for Mawas (a commit survives the end of the process; when the power fails, the last seconds may be missing).
"""
_CALCULATED = """\
Its model was trained with {epochs} epochs; memory, start and reply time do not depend on that. The time of training is calculated for
the {all} epochs of the template from trainings with one epoch and with these; that of the model itself took {processor:,.0f} s of
processor time, {seconds:,.0f} s from start to end.
"""
_OUTDATED = """\
**It was trained on an earlier state of our sentences.**
"""
_BUSY = """\
**The machine did other work too** (load {load:.1f} before the first run): processor time, memory and sizes are right, times by the clock
are too long for both.
"""
_MET = {True: "yes", False: "**no**", None: ""}


@dataclass(frozen=True)
class Yardstick:
    """Plain Rasa as it was measured.

    Attributes:
        versions: package -> version.
        training: what `bot.bench.plain.training.Trained` noted.
        is_outdated: it was trained on other sentences than those of today.
    """

    versions: Mapping[str, str]
    training: Mapping[str, Any]
    is_outdated: bool = False


def page(
    lines: Sequence[Line],
    machine: Machine,
    yardstick: Yardstick | None,
    *,
    runs: int,
    date: datetime.date,
    failed: Sequence[str] = (),
) -> str:
    """The whole page.

    Args:
        lines: what was measured.
        machine: on which.
        yardstick: plain Rasa; None when it was not measured.
        runs: how often each was measured.
        date: of the measurement.
        failed: titles of what could not be measured.
    """
    return "\n".join(_page(lines, machine, yardstick, runs, date, failed)) + "\n"


def _page(
    lines: Sequence[Line],
    machine: Machine,
    yardstick: Yardstick | None,
    runs: int,
    date: datetime.date,
    failed: Sequence[str],
) -> Iterator[str]:
    yield "# Performance\n"
    yield "Written by `./mawas bench --write`; do not edit. Take the ratios; measure times again on your machine.\n"
    yield from _machine(machine, runs, date)
    yield from _yardstick(yardstick)
    if failed:
        yield f"Could not be measured this time: {', '.join(failed)}.\n"
    group = ""
    for line in lines:
        if line.measure.group != group:
            if group:
                yield ""
            group = line.measure.group
            yield f"## {TITLES[group]}\n"
            yield f"{NOTES[group]}\n"
            yield "| | Mawas | plain Rasa | ratio | goal | met |"
            yield "|---|---|---|---|---|---|"
        yield _row(line)


def _machine(machine: Machine, runs: int, date: datetime.date) -> Iterator[str]:
    packages = ", ".join(f"{name} {version}" for name, version in machine.packages.items())
    yield (
        f"Measured on {date.isoformat()}: {machine.processor}, {machine.cores} cores, {machine.memory:.0f} GB memory,"
        f" {machine.system}, Python {machine.python}; {packages}.\n"
    )
    yield (
        f"Each figure is the median of {runs} runs of whole processes, Mawas and plain Rasa in turn."
        if runs > 1
        else "Each figure is that of one run of whole processes."
    ) + " Processor time is that of program and system together.\n"
    if machine.is_busy:
        yield _BUSY.format(load=machine.load)


def _yardstick(yardstick: Yardstick | None) -> Iterator[str]:
    if yardstick is None:
        yield "Plain Rasa was not measured: its environment was not prepared (`./mawas bench --prepare`).\n"
        return
    versions = ", ".join(f"{name} {version}" for name, version in yardstick.versions.items())
    yield _YARDSTICK.format(versions=versions)
    yield _DURABLE
    if yardstick.is_outdated:
        yield _OUTDATED
    training = yardstick.training
    if training.get("is_calculated"):
        processor, seconds = training["measured"]
        yield _CALCULATED.format(
            epochs=training["epochs"], all=EPOCHS, processor=processor, seconds=seconds
        )


def _row(line: Line) -> str:
    measure = line.measure
    cells = (
        measure.label,
        figure(line.mawas, measure.unit, measure.digits),
        figure(line.plain, measure.unit, measure.digits),
        ratio(line.ratio),
        bounds(measure),
        _MET[line.is_met],
    )
    return f"| {' | '.join(cells)} |"
