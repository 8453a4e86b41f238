"""Trains the model with Rasa, and knows when that is needed."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

from bot.abandoned import drop_abandoned
from bot.digests import digests_of
from bot.errors import MissingError, TrainingError
from bot.paths import CALM_TEXTS, CONFIG, DOMAIN, KNOWLEDGE, LABELLED_OFFERS, ROOT, TRAINING_DATA
from bot.settings import Settings
from knowledge.whole_file import write_whole

logger = logging.getLogger(__name__)

MODEL_NAME = "mawas.tar.gz"
FINGERPRINT_NAME = "mawas.json"
# Key beside the digests: bytes of the model.
SIZE = "bytes"

# Modules that turn knowledge/ into what the components know.
READS_KNOWLEDGE = (
    "accept", "catalogue", "convert", "corpus", "document", "findings", "first_names", "kinds", "load", "model",
    "model_crisis", "model_hall", "model_parts", "model_words", "references", "schemas", "spelling", "yaml_reader",
)  # fmt: skip
# Modules that notice danger, and those of screening that they use.
NOTICES_DANGER = ("detector", "kept", "noticed", "phrases", "training")
READS_PHRASES = (
    "assertion", "labelled", "labelled_offers", "model", "patterns", "phrases", "reading", "scorer", "training", "vectors",
    "weighing", "worded",
)  # fmt: skip
# What a model is made of, by the name that a person is told when it changed.
PARTS: dict[str, tuple[Path, ...]] = {
    "kalimat latih": (ROOT / "nlu_data" / "nlu", CALM_TEXTS, LABELLED_OFFERS),
    "ejaan sehari-hari": (ROOT / "nlu_data" / "slang.yml",),
    "nama orang": (ROOT / "nlu_data" / "names.yml",),
    "aturan percakapan": (ROOT / "nlu_data" / "rules",),
    "domain": (DOMAIN,),
    "config.yml": (CONFIG,),
    "nama tempat": (KNOWLEDGE / "countries", KNOWLEDGE / "provinces"),
    "penentu nama": (KNOWLEDGE / "names",),
    "konsep": (KNOWLEDGE / "concepts",),
    "kata bahaya": (KNOWLEDGE / "crisis",),
    "bahasa daerah": (KNOWLEDGE / "languages",),
    "kode komponen": (
        ROOT / "bot" / "nlu",
        ROOT / "bot" / "fast" / "rules.py",
        ROOT / "actions" / "language",
        ROOT / "actions" / "decision.py",
        *(ROOT / "actions" / "danger" / f"{name}.py" for name in NOTICES_DANGER),
        *(ROOT / "actions" / "screening" / f"{name}.py" for name in READS_PHRASES),
        *(KNOWLEDGE / f"{name}.py" for name in READS_KNOWLEDGE),
    ),
    "versi pustaka": (ROOT / "requirements.lock",),
}

Progress = Callable[[str, int, int], None]
# How the folder of a training begins that did not end.
UNFINISHED = ".training-"
# Rasa trains two components in turn; reading and packing make four steps.
STEPS = 4


def model_path(settings: Settings) -> Path:
    """The trained model.

    Raises:
        MissingError: there is none yet.
    """
    path = settings.models / MODEL_NAME
    if not path.exists():
        raise MissingError("Model belum ada. Saran: jalankan ./mawas train.")
    return path


def fingerprint() -> dict[str, str]:
    """A digest for each part that a model is made of."""
    return digests_of(PARTS, ROOT)


def changed_parts(settings: Settings) -> list[str]:
    """Names of the parts that changed since the model was trained; all of them when there is no model."""
    try:
        trained = json.loads((settings.models / FINGERPRINT_NAME).read_text(encoding="utf-8"))
        # A model that is not as long as it was written is damaged, which is as good as none.
        if model_path(settings).stat().st_size != trained.get(SIZE):
            return list(PARTS)
    except (OSError, ValueError, MissingError):
        return list(PARTS)
    return [name for name, digest in fingerprint().items() if trained.get(name) != digest]


def train(settings: Settings, progress: Progress | None = None) -> Path:
    """Train and put the model in place; an interrupted training leaves the old model as it was.

    Args:
        settings: where the model goes.
        progress: called with the name of the step, its number from 0, and how many there are.

    Raises:
        TrainingError: Rasa did not produce a model, or a component failed; the log has the traceback at INFO.
    """
    from bot.logs import quiet_structlog

    quiet_structlog()
    from rasa.model_training import train as rasa_train

    told = progress or (lambda step, number, steps: None)
    told("membaca kalimat latih", 0, STEPS)
    made_of = fingerprint()
    settings.models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.models, prefix=UNFINISHED) as folder:
        # Rasa reports to standard output, where `ask` prints JSON.
        with _component_progress(told), contextlib.redirect_stdout(io.StringIO()) as said:
            try:
                result = rasa_train(
                    domain=str(DOMAIN),
                    config=str(CONFIG),
                    training_files=[str(path) for path in TRAINING_DATA],
                    output=folder,
                    force_training=True,
                    fixed_model_name=MODEL_NAME.removesuffix(".tar.gz"),
                )
            except OSError:
                # A full disk is told like everywhere else.
                raise
            except Exception as error:
                # Rasa wraps what a component raises.
                if isinstance(error.__cause__, OSError):
                    raise error.__cause__ from None
                logger.info("training failed", exc_info=True)
                raise TrainingError(_told(error)) from error
        if result.code != 0 or not result.model:
            raise TrainingError(
                f"Pelatihan gagal.\n{said.getvalue().strip()}\nSaran: jalankan ./mawas rasa data validate."
            )
        # The fingerprint goes first: a crash between the two lines leads to one training too many, never to a stale model.
        (settings.models / FINGERPRINT_NAME).unlink(missing_ok=True)
        Path(result.model).replace(settings.models / MODEL_NAME)
    made = {**made_of, SIZE: (settings.models / MODEL_NAME).stat().st_size}
    write_whole(settings.models / FINGERPRINT_NAME, json.dumps(made).encode())
    drop_abandoned(settings.models, f"{UNFINISHED}*")
    told("selesai", STEPS, STEPS)
    return settings.models / MODEL_NAME


def _told(error: Exception) -> str:
    """What a person is told of an error inside a component; Rasa wraps it in one of its own."""
    cause = error.__cause__
    reason = (
        f"{error} {type(cause).__name__}: {cause}" if cause else f"{type(error).__name__}: {error}"
    )
    return (
        f"Pelatihan gagal. {reason}\n"
        "Saran: periksa perubahan terakhir pada kode, config.yml, dan kalimat latih."
        " Rincian: MAWAS_LOG=INFO ./mawas train --force."
    )


@contextlib.contextmanager
def _component_progress(told: Progress) -> Iterator[None]:
    """Turn Rasa's log lines about components into progress."""
    hooks = logging.getLogger("rasa.engine.training.hooks")
    handler = _ComponentHandler(told)
    level, propagate = hooks.level, hooks.propagate
    hooks.addHandler(handler)
    hooks.setLevel(logging.INFO)
    hooks.propagate = False
    try:
        yield
    finally:
        hooks.removeHandler(handler)
        hooks.setLevel(level)
        hooks.propagate = propagate


class _ComponentHandler(logging.Handler):
    """Counts the components that Rasa starts to train."""

    LABELS: ClassVar[dict[str, str]] = {
        "LinearIntentClassifier": "memahami maksud (bagian terlama)",
        "IndexedRulePolicy": "aturan percakapan",
    }

    def __init__(self, told: Progress) -> None:
        super().__init__(logging.INFO)
        self._told = told
        self._number = 0

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith("Starting to train component"):
            self._number += 1
            name = message.split("'")[1]
            self._told(self.LABELS.get(name, name), min(self._number, STEPS - 1), STEPS)
