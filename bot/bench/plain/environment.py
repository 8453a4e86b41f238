"""Installs plain Rasa: everything that `pip install rasa[spacy]` brings, in an environment of its own."""

from __future__ import annotations

import shutil
import venv
from collections.abc import Callable

from bot.bench.plain.place import REQUIREMENT, WHAT, Place
from bot.bench.processes import environment, run

Told = Callable[[str], None]


def install(place: Place, told: Told) -> None:
    """Install it unless it is there; an interrupted installation starts over.

    Args:
        place: where.
        told: called with what is going on.

    Raises:
        MeasureError: pip failed; its last lines are told.
    """
    if place.versions.exists() and place.python.exists():
        return
    told(f"memasang {REQUIREMENT} ke lingkungan sendiri (sekitar 2,6 GB, perlu internet)")
    shutil.rmtree(place.environment, ignore_errors=True)
    place.root.mkdir(parents=True, exist_ok=True)
    venv.create(place.environment, with_pip=True)
    pip = [str(place.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run(WHAT, [*pip, "install", "--quiet", REQUIREMENT], env=environment())
    listed = run(WHAT, [*pip, "list", "--format=freeze"], env=environment())
    place.versions.write_text(listed.out, encoding="utf-8")
