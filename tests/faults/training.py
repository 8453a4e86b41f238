"""Training: the next start finds the old model, or trains again; half a model is never loaded.

The data is cut down, so that one training takes seconds instead of minutes; what is done with it is the same, to the last file.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.paths import ROOT, SENTENCES
from bot.settings import Settings
from bot.training import FINGERPRINT_NAME, MODEL_NAME, UNFINISHED, changed_parts
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command
from tests.faults.homes import home_at

# Of each intent so many sentences stay, and of calm texts and the words of editors one in so many.
_EXAMPLES, _EVERY = 3, 60


class Training(Activity):
    """A model is trained over another one."""

    name = "training"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, over the model of that data folder."""
        self._home = home_at(trained, folder / "home", "models")
        self._log, self._sentences = folder / "log", folder / "nlu"
        self._models = self._home / "models"
        cut_down(self._sentences)

    def measure(self) -> float:
        """Train to the end; the model of the data folder is put back."""
        before = self._files()
        with self._begun() as child:
            assert child.wait() == 0, child.said()
            length = time.monotonic() - child.begun
        self._put(before)
        return length

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill it; see whether what is there answers, or is known to be none."""
        before = self._files()
        with self._begun() as child:
            child.sleep_until(moment)
            found = Found(child.kill())
        found.left = hidden(self._models)
        settings = Settings.from_environment({"MAWAS_HOME": str(self._home)})
        # Where parts changed, the next start trains; else it loads what is there.
        if not changed_parts(settings):
            with Child(command, [["ask", "--json"]], self._home, self._log, given=b"halo\n") as ask:
                found.restarted = ask.wait() == 0
                if '"text"' not in ask.said():
                    found.broken.append("model")
        elif (self._models / FINGERPRINT_NAME).exists():
            found.broken.append("fingerprint of another model")
        else:
            with self._begun() as child:
                found.restarted = child.wait() == 0 and not changed_parts(settings)
        self._put(before)
        return found

    def _begun(self) -> Child:
        return Child(train, [self._sentences], self._home, self._log)

    def _files(self) -> dict[str, bytes]:
        return {name: (self._models / name).read_bytes() for name in (MODEL_NAME, FINGERPRINT_NAME)}

    def _put(self, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            (self._models / name).write_bytes(data)
        for left in self._models.glob(f"{UNFINISHED}*"):
            for path in sorted(left.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            left.rmdir()


def cut_down(folder: Path) -> None:
    """Write the training sentences with a few of each intent."""
    folder.mkdir(parents=True)
    for file in sorted(SENTENCES.glob("*.yml")):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for row in data["nlu"]:
            if "examples" in row:
                row["examples"] = "\n".join(row["examples"].splitlines()[:_EXAMPLES]) + "\n"
        (folder / file.name).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def train(sentences: Path) -> int:
    """`mawas train --force` of the model with few sentences, as a target."""
    from bot.rasa_environment import prepare

    settings = Settings.from_environment()
    prepare(settings.log_level, settings.home)
    from bot import readiness, training
    from bot.nlu import components, danger

    calm, words = components.calm_texts, danger.lessons_of_words

    def few_calm() -> Iterator[str]:
        return itertools.islice(calm(), 0, None, _EVERY)

    vars(components)["calm_texts"] = vars(danger)["calm_texts"] = few_calm
    vars(danger)["lessons_of_words"] = lambda dangers: itertools.islice(
        words(dangers), 0, None, _EVERY
    )
    vars(training)["TRAINING_DATA"] = (sentences, ROOT / "nlu_data" / "rules")
    readiness.train_model(settings, force=True)
    return 0
