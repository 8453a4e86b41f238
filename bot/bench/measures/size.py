"""What is on the disk: the installed packages, and the model."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.bench.figures import MAWAS, PLAIN, Sample
from bot.bench.plain.place import WHAT, Place
from bot.bench.plan import Plan
from bot.bench.processes import environment, run
from bot.bench.usage import MB
from bot.bundle.packages import requirements
from bot.paths import ROOT
from bot.training import model_path

# Files of every package, or of those that are named, without what Python compiles: uv leaves that out, pip does not.
_COUNT = """
import json, sys
from importlib import metadata
from pathlib import Path
names = json.loads(sys.argv[1])
found = [metadata.distribution(name) for name in names] if names else list(metadata.distributions())
files = {Path(each.locate_file(file)) for each in found for file in each.files or ()}
print(sum(file.stat().st_size for file in files if file.is_file() and "__pycache__" not in file.parts))
"""


def measure(plan: Plan) -> Iterator[Sample]:
    """Samples of `size`; the same each time, so taken once."""
    plan.told("ukuran di disk")
    names = [requirement.name for requirement in requirements(ROOT / "requirements.lock")]
    yield Sample("size.installed", MAWAS, _installed("Mawas", _python(), names))
    yield Sample("size.model", MAWAS, model_path(plan.settings).stat().st_size / MB)
    if plan.place:
        yield Sample("size.installed", PLAIN, _installed(WHAT, _of(plan.place), []))
        yield Sample("size.model", PLAIN, plan.place.model.stat().st_size / MB)


def _installed(what: str, python: str, names: list[str]) -> float:
    """Megabytes of packages in the environment of an interpreter; of all when none is named."""
    said = run(what, [python, "-I", "-c", _COUNT, json.dumps(names)], env=environment()).out
    return float(said) / MB


def _of(place: Place) -> str:
    return str(place.python)


def _python() -> str:
    import sys

    return sys.executable
