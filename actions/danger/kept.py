"""What a model keeps of danger: what was learned, and the patterns that it was learned with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from actions.danger.detector import DangerDetector
from actions.screening.phrases import PhraseRules
from actions.screening.worded import Worded, WordsOf

WORDS_FILE = "words.json"


def save(detector: DangerDetector, dangers: Iterable[Worded], folder: Path) -> None:
    """Write all of it into a folder.

    Args:
        detector: what was learned.
        dangers: whose patterns it was learned with.
        folder: an existing folder.
    """
    detector.save(folder)
    rows = [
        {"id": danger.id, "patterns": list(danger.patterns), "unless": list(danger.unless)}
        for danger in dangers
    ]
    (folder / WORDS_FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> DangerDetector:
    """Read what `save` wrote.

    Raises:
        FileNotFoundError: the folder holds nothing that was trained.
    """
    rows = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
    return DangerDetector.load(folder, PhraseRules.of(WordsOf(**row) for row in rows))
