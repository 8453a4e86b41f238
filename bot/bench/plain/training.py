"""Trains plain Rasa and notes what that took."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.bench.plain.place import MODEL, WHAT, Place
from bot.bench.plain.project import with_epochs
from bot.bench.processes import Finished, environment, run

# What Rasa's template asks for.
EPOCHS = 100
_DEFAULTS = "rasa/engine/recipes/config_files/default_config.yml"

Told = Callable[[str], None]


@dataclass(frozen=True)
class Trained:
    """What a training of plain Rasa took.

    Attributes:
        epochs: of the model that is there.
        processor: processor seconds for EPOCHS.
        seconds: start to end for EPOCHS.
        is_calculated: from two shorter trainings, because the model has fewer epochs.
        measured: the training of the model itself: processor seconds, and seconds from start to end.
    """

    epochs: int
    processor: float
    seconds: float
    is_calculated: bool
    measured: tuple[float, float]


def train(place: Place, epochs: int, told: Told) -> Trained:
    """Train it; with fewer epochs than Rasa's template says, what all of them would take is calculated.

    Args:
        place: with environment and project.
        epochs: at least 2.
        told: called with what is going on.

    Raises:
        MeasureError: Rasa did not produce a model.
    """
    if epochs >= EPOCHS:
        told(
            f"melatih Rasa polos, {EPOCHS} putaran: puluhan jam prosesor; lebih cepat dengan --epochs 3"
        )
        took = _train(place, place.project / "config.yml")
        trained = Trained(
            EPOCHS, took.processor, took.seconds, False, (took.processor, took.seconds)
        )
    else:
        told("melatih Rasa polos, 1 putaran, untuk menghitung waktu satu putaran")
        one = _train(place, _shorter(place, 1))
        told(f"melatih Rasa polos, {epochs} putaran")
        more = _train(place, _shorter(place, epochs))
        trained = extrapolated(one, more, epochs)
    place.trained.write_text(json.dumps(asdict(trained)), encoding="utf-8")
    return trained


def extrapolated(one: Finished, more: Finished, epochs: int) -> Trained:
    """What EPOCHS would take, from trainings with one epoch and with some: each epoch costs the same."""

    def all_of(first: float, some: float) -> float:
        return first + (EPOCHS - 1) * (some - first) / (epochs - 1)

    return Trained(
        epochs,
        all_of(one.processor, more.processor),
        all_of(one.seconds, more.seconds),
        True,
        (more.processor, more.seconds),
    )


def _train(place: Place, config: Path) -> Finished:
    words = [
        "train",
        "--domain",
        "domain",
        "--data",
        "data",
        "--config",
        str(config),
        "--out",
        "models",
    ]
    # Without the check of the data, which `mawas train` does not make either; and without the cache of an earlier training.
    words += ["--fixed-model-name", MODEL, "--skip-validation", "--force"]
    return run(WHAT, [*place.rasa, *words], env=_environment(), folder=place.project, nice=True)


def _shorter(place: Place, epochs: int) -> Path:
    """Rasa's defaults with fewer epochs, in a file beside config.yml."""
    defaults = next(place.environment.glob(f"lib/python3*/site-packages/{_DEFAULTS}"))
    ours = yaml.safe_load((place.project / "config.yml").read_text(encoding="utf-8"))
    config: dict[str, Any] = yaml.safe_load(defaults.read_text(encoding="utf-8"))
    config = with_epochs(
        {**config, "assistant_id": ours["assistant_id"], "language": ours["language"]}, epochs
    )
    file = place.project / f"config_{epochs}.yml"
    file.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return file


def _environment() -> dict[str, str]:
    return environment(RASA_TELEMETRY_ENABLED="false", RASA_MAX_CACHE_SIZE="0")
