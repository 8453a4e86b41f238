"""Makes what screens offers, and knows when that is needed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.abandoned import drop_abandoned
from bot.digests import digests_of
from bot.paths import KNOWLEDGE, ROOT
from bot.settings import Settings

FINGERPRINT_NAME = "screening.json"
# How the folder begins in which it is made.
_UNFINISHED = ".screening-"
# What it is made of, by the name that a person is told when it changed.
PARTS: dict[str, tuple[Path, ...]] = {
    "tanda bahaya": (KNOWLEDGE / "red_flags", KNOWLEDGE / "screening"),
    "negara dan gaji": (
        KNOWLEDGE / "destinations",
        KNOWLEDGE / "countries",
        KNOWLEDGE / "provinces",
    ),
    "kata dan konsep": (
        KNOWLEDGE / "concepts",
        KNOWLEDGE / "names",
        KNOWLEDGE / "languages",
        ROOT / "nlu_data" / "slang.yml",
        ROOT / "nlu_data" / "names.yml",
        ROOT / "nlu_data" / "nlu",
    ),
    "contoh tawaran": (ROOT / "nlu_data" / "offers",),
    "kode pemeriksa": (
        ROOT / "actions" / "screening",
        ROOT / "actions" / "language",
        KNOWLEDGE / "spelling.py",
        KNOWLEDGE / "first_names.py",
    ),
    "versi pustaka": (ROOT / "requirements.lock",),
}

Progress = Callable[[str, int, int], None]


def changed_parts(settings: Settings) -> list[str]:
    """Names of the parts that changed since it was made; all of them when there is nothing."""
    try:
        made = json.loads((settings.screening / FINGERPRINT_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return list(PARTS)
    return [name for name, digest in digests_of(PARTS, ROOT).items() if made.get(name) != digest]


def build(settings: Settings, progress: Progress) -> None:
    """Make it and put it in place; an interrupted run leaves the old one as it was."""
    from actions.screening.build import build as build_screening

    made_of = digests_of(PARTS, ROOT)
    settings.home.mkdir(parents=True, exist_ok=True)
    drop_abandoned(settings.home, f"{_UNFINISHED}*")
    with tempfile.TemporaryDirectory(dir=settings.home, prefix=_UNFINISHED) as name:
        folder = Path(name) / "screening"
        build_screening(KNOWLEDGE, ROOT / "nlu_data", folder, progress)
        (folder / FINGERPRINT_NAME).write_text(json.dumps(made_of), encoding="utf-8")
        if settings.screening.exists():
            # In one step: of one that is deleted file by file a killed program leaves a part that looks up to date.
            settings.screening.rename(Path(name) / "old")
        folder.rename(settings.screening)
