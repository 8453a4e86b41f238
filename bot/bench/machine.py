"""What the figures were taken on; names neither the machine nor anything on it."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

_PACKAGES = ("rasa", "rasa-sdk", "spacy", "sqlalchemy", "scikit-learn", "numpy", "onnxruntime")


@dataclass(frozen=True)
class Machine:
    """The machine and what it ran.

    Attributes:
        processor: its kind.
        cores: that this process may use.
        memory: gigabytes.
        system: kernel's name and version.
        python: version.
        packages: name -> version, of Mawas.
        load: mean number of processes that wanted to run, in the minute before; more than a little makes times by the clock useless.
    """

    processor: str
    cores: int
    memory: float
    system: str
    python: str
    packages: Mapping[str, str]
    load: float

    @property
    def is_busy(self) -> bool:
        """Whether others used it before the measurements began."""
        return self.load > 0.5


def machine(proc: Path = Path("/proc")) -> Machine:
    """Look at this machine."""
    memory = re.search(r"^MemTotal:\s*(\d+) kB", _text(proc / "meminfo"), re.MULTILINE)
    model = re.search(r"^model name\s*:\s*(.+)$", _text(proc / "cpuinfo"), re.MULTILINE)
    return Machine(
        processor=model[1].strip() if model else platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        memory=int(memory[1]) / 1024**2 if memory else 0.0,
        system=f"{platform.system()} {platform.release().split('-')[0]}",
        python=platform.python_version(),
        packages={name: metadata.version(name) for name in _PACKAGES},
        load=os.getloadavg()[0],
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
