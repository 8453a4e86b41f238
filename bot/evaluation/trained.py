"""The trained classifier and the pipeline that reads messages for it, from the model's archive."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import MissingError
from bot.settings import Settings
from bot.training import model_path

# Name of the component that notices danger (bot/nlu/danger.py); to name it here spares the import of Rasa.
NOTICER = "DangerNoticer"

if TYPE_CHECKING:
    from actions.danger.detector import DangerDetector
    from bot.nlu.linear_model import LinearModel


@dataclass(frozen=True)
class Trained:
    """What a model knows.

    Attributes:
        read: from text to spaCy document.
        classifier: from features to intents.
    """

    read: Any
    classifier: LinearModel


def load_trained(archive: Path) -> Trained:
    """Read the classifier out of a model. `bot.rasa_environment.prepare` must have run before.

    Raises:
        FileNotFoundError: the archive holds no classifier.
    """
    from actions.language.pipeline import indonesian
    from bot.nlu.components import LinearIntentClassifier
    from bot.nlu.linear_model import LinearModel
    from bot.nlu.reader import LEXICON_FILE, READER

    with _unpacked(archive, (READER, LinearIntentClassifier.__name__)) as folder:
        lexicon = (folder / LEXICON_FILE).read_text(encoding="utf-8")
        return Trained(indonesian(lexicon), LinearModel.load(folder))


def load_detector(archive: Path) -> DangerDetector:
    """Read what notices danger out of a model.

    Raises:
        FileNotFoundError: the archive holds none.
    """
    from actions.danger.kept import load

    with _unpacked(archive, (NOTICER,)) as folder:
        return load(folder)


def trained_detector(settings: Settings) -> DangerDetector | None:
    """What notices danger, of the model that stands there; None when there is none, or it is of a version that kept something else."""
    try:
        return load_detector(model_path(settings))
    except (MissingError, OSError, ValueError, KeyError):
        return None


@contextmanager
def _unpacked(archive: Path, components: tuple[str, ...]) -> Iterator[Path]:
    """A folder with the files of some components."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with tarfile.open(archive) as tar:
            for member in tar:
                # Rasa keeps each component in a folder that is named after its class.
                path = Path(member.name)
                content = tar.extractfile(member)
                if content and any(name in path.parent.name for name in components):
                    (folder / path.name).write_bytes(content.read())
        yield folder
