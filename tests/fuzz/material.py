"""Real material that inputs are made of: training sentences and records. The sets that are kept for measuring are never read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.paths import KNOWLEDGE, SENTENCES
from knowledge.kinds import FOLDERS

_EXAMPLE = re.compile(r"^\s*- (.+)$", re.MULTILINE)
# "[Taiwan](negara)"
_MARKED = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")


@cache
def sentences() -> tuple[str, ...]:
    """Training sentences of all intents."""
    found: list[str] = []
    for file in sorted((SENTENCES).rglob("*.yml")):
        found += _EXAMPLE.findall(_MARKED.sub(r"\1", file.read_text(encoding="utf-8")))
    return tuple(found)


@cache
def offers() -> tuple[str, ...]:
    """What recruiters write: phrases of red flags and of the words of danger, some of them together."""
    found: list[str] = []
    for folder in ("red_flags", "crisis"):
        for file in sorted((KNOWLEDGE / folder).glob("*.yml")):
            found += _EXAMPLE.findall(file.read_text(encoding="utf-8"))
    texts = [words.strip("\"'") for words in found if len(words) > 12]
    together = [". ".join(texts[place : place + 8]) for place in range(0, len(texts), 40)]
    return (*texts, *together)


@cache
def records() -> tuple[tuple[str, Path], ...]:
    """Kind and file of every record."""
    return tuple(
        (kind, file)
        for kind, folder in FOLDERS.items()
        for file in sorted((KNOWLEDGE / folder).glob("*.yml"))
    )
