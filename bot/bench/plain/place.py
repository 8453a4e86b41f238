"""Where plain Rasa stands: a folder in MAWAS_HOME that `mawas bench --prepare` makes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.install import python_of
from bot.paths import SENTENCES
from bot.settings import Settings

REQUIREMENT = "rasa[spacy]==3.6.21"
MODEL = "plain"
WHAT = "Rasa polos"


@dataclass(frozen=True)
class Place:
    """Its files.

    Attributes:
        root: the folder.
    """

    root: Path

    @classmethod
    def of(cls, settings: Settings) -> Place:
        """In the data folder."""
        return cls(settings.home / "bench" / "plain")

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / "venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return python_of(self.environment)

    @property
    def rasa(self) -> list[str]:
        """The command `rasa`."""
        return [str(self.python), "-W", "ignore", "-m", "rasa"]

    @property
    def versions(self) -> Path:
        """What is installed, as pip lists it; written when all of it is."""
        return self.root / "versions.txt"

    @property
    def project(self) -> Path:
        """The project, as Rasa lays one out."""
        return self.root / "project"

    @property
    def model(self) -> Path:
        """The trained model."""
        return self.project / "models" / f"{MODEL}.tar.gz"

    @property
    def trained(self) -> Path:
        """What training took."""
        return self.root / "training.json"

    @property
    def is_ready(self) -> bool:
        """Whether it can be measured."""
        return self.python.exists() and self.model.exists()

    @property
    def is_outdated(self) -> bool:
        """Whether it was trained on other sentences than those that are here now."""
        return _texts(self.project / "data" / "nlu") != _texts(SENTENCES)

    def training(self) -> dict[str, Any]:
        """What training took (`bot.bench.plain.training.Trained`); nothing when it was not noted."""
        try:
            return dict(json.loads(self.trained.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def version(self, package: str) -> str:
        """The installed version of a package, "?" when it is not known."""
        try:
            rows = self.versions.read_text(encoding="utf-8").splitlines()
        except OSError:
            return "?"
        return dict(row.split("==", 1) for row in rows if "==" in row).get(package, "?")


def _texts(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.yml"))}
