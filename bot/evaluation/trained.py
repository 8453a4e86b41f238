"""The trained classifier and the pipeline that reads messages for it, from the model's archive."""

from __future__ import annotations

import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from bot.nlu.components import LEXICON_FILE, LinearIntentClassifier
    from bot.nlu.linear_model import LinearModel

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with tarfile.open(archive) as tar:
            for member in tar:
                # Rasa keeps each component in a folder that is named after its class.
                path = Path(member.name)
                content = tar.extractfile(member)
                if content and LinearIntentClassifier.__name__ in path.parent.name:
                    (folder / path.name).write_bytes(content.read())
        lexicon = (folder / LEXICON_FILE).read_text(encoding="utf-8")
        return Trained(indonesian(lexicon), LinearModel.load(folder))
