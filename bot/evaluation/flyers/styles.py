"""What a drawn flyer looks like, read from styles.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("styles.yml")


@dataclass(frozen=True)
class Style:
    """Attributes as styles.yml explains them; `exif` is the orientation tag, `side` 0 leaves the size."""

    layout: str
    font: str
    colours: str
    ground: str = "plain"
    light: float = 1
    contrast: float = 1
    shadow: float = 0
    turn: float = 0
    side: int = 0
    blur: float = 0
    noise: float = 0
    exif: int = 1
    format: str = "JPEG"
    quality: int = 80


def styles() -> list[Style]:
    """All forty."""
    return [Style(**entry) for entry in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
