"""`python -m tests.faults`: kills, and a table of what was found."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.bar import Bar
from bot.settings import Settings
from tests.faults.activity import Activity, Found, moment_of
from tests.faults.chat import Ask, Chat
from tests.faults.keeping import Backup, Restore
from tests.faults.outputs import OUTPUTS, Output
from tests.faults.serve import Serve
from tests.faults.session import Session
from tests.faults.store import StoreBuild
from tests.faults.telegram import Telegram
from tests.faults.training import Training

Make = Callable[[Path, Path], Activity]
# What is killed, and its share of all kills.
ACTIVITIES: dict[str, tuple[Make, int]] = {
    "ask": (Ask, 8),
    "chat": (Chat, 8),
    "serve": (Serve, 32),
    "telegram": (Telegram, 32),
    "store": (lambda folder, _: StoreBuild(folder), 30),
    "session": (Session, 28),
    "backup": (lambda folder, _: Backup(folder), 16),
    "restore": (lambda folder, _: Restore(folder), 16),
    "training": (Training, 4),
    **{
        each.name: ((lambda folder, trained, each=each: Output(each, folder, trained)), 3)
        for each in OUTPUTS
    },
}
MOST_KILLS = 2000
# A kill that came too late does not count; after so many times the wanted kills it is given up.
_TRIES = 3


@dataclass
class Row:
    """What came of an activity."""

    name: str
    seconds: float = 0.0
    kills: int = 0
    late: int = 0
    restarts: int = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    left: int = 0

    def add(self, found: Found, number: int) -> None:
        """Count a kill."""
        if found.killed:
            self.kills += 1
            self.restarts += found.restarted
        else:
            self.late += 1
        self.lost += [f"#{number} {each}" for each in found.lost]
        self.broken += [f"#{number} {each}" for each in found.broken]
        self.left += bool(found.left)

    @property
    def is_good(self) -> bool:
        """Whether all is as promised."""
        return not self.lost and not self.broken and self.restarts == self.kills


def run(
    name: str, kills: int, seed: int, trained: Path, folder: Path, bar: Bar | None = None
) -> Row:
    """Kill an activity so many times.

    Args:
        name: which.
        kills: that came before its end.
        seed: for the moments.
        trained: a data folder with model, screener and store.
        folder: for everything that is written.
        bar: shows how far it is.
    """
    chance = random.Random(f"{seed} {name}")
    make, _ = ACTIVITIES[name]
    activity = make(folder / name, trained)
    try:
        row = Row(name, activity.measure())
        for number in range(kills * _TRIES):
            if bar:
                bar.advance(name, row.kills, kills)
            if row.kills == kills:
                break
            row.add(activity.kill_at(moment_of(chance, row.seconds, number), number), number)
    finally:
        activity.close()
    return row


def _run_or_told(name: str, kills: int, seed: int, trained: Path, folder: Path, bar: Bar) -> Row:
    """As `run`; one that cannot be killed at all does not keep the others from being killed."""
    try:
        return run(name, kills, seed, trained, folder, bar)
    except Exception:
        return Row(name, broken=[traceback.format_exc()])


def shares(kills: int, names: list[str]) -> dict[str, int]:
    """How many kills each activity gets: at least one, by its share of all."""
    weights = {name: ACTIVITIES[name][1] for name in names}
    whole = sum(weights.values())
    return {name: max(1, round(kills * weight / whole)) for name, weight in weights.items()}


def table(rows: list[Row]) -> str:
    """For people."""
    head = ("activity", "seconds", "kills", "too late", "restarts", "lost", "broken", "left drafts")
    lines = [
        head,
        *(
            (
                row.name, f"{row.seconds:.1f}", str(row.kills), str(row.late), str(row.restarts),
                str(len(row.lost)), str(len(row.broken)), str(row.left),
            )
            for row in rows
        ),
    ]  # fmt: skip
    total = [sum(int(line[place]) for line in lines[1:]) for place in range(2, len(head))]
    lines.append(("all", f"{sum(row.seconds for row in rows):.1f}", *map(str, total)))
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def main() -> int:
    """Read the command line, kill, print. Returns 1 when something was lost or broken, or did not start again."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="of all activities together")
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("--only", default="", help=f"some of {','.join(ACTIVITIES)}")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(ACTIVITIES)
    unknown = set(names) - set(ACTIVITIES)
    if unknown or not 0 < options.kills <= MOST_KILLS:
        parser.error(f"--only: {', '.join(ACTIVITIES)}; --kills: 1 to {MOST_KILLS}")
    trained = Settings.from_environment().home
    begun = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="mawas-faults-"))
    rows = []
    try:
        for name, kills in shares(options.kills, names).items():
            with Bar(name) as bar:
                rows.append(_run_or_told(name, kills, options.seed, trained, folder, bar))
            print(f"{name}: {rows[-1].kills} kills, good: {rows[-1].is_good}", file=sys.stderr)
            shutil.rmtree(folder / name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        print(json.dumps([vars(row) for row in rows], indent=1))
    else:
        print(table(rows))
        for row in rows:
            for fault in (*row.lost, *row.broken):
                print(f"{row.name}: {fault}")
        print(f"seed {options.seed}, {time.monotonic() - begun:.0f} s")
    return 0 if all(row.is_good for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
