"""Reads what people labelled for screening besides whole offers: sentences with their flags, texts with their kind (nlu_data/offers)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from actions.screening.labelled_offers import NO_OFFER_AT_ALL, Pay
from knowledge.model import RedFlag

# "[kamboja](negara)"
_MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a recruiter, or one that looks like it.

    Attributes:
        text: the sentence.
        flags: all flags that it shows by itself.
    """

    text: str
    flags: frozenset[str]


def sentences(folder: Path, red_flags: Iterable[RedFlag]) -> list[Sentence]:
    """Sentences of all files, and phrases and near misses of the red flags."""
    found = [
        Sentence(row["text"], frozenset(row["flags"] or ())) for row in _rows(folder / "sentences")
    ]
    for flag in red_flags:
        found += [Sentence(phrase, frozenset((flag.id,))) for phrase in flag.phrases]
        found += [Sentence(miss, frozenset()) for miss in flag.near_misses]
    return found


def texts(folder: Path) -> list[tuple[str, bool]]:
    """Texts, each with whether it is an offer."""
    return [(row["text"], row["kind"] != NO_OFFER_AT_ALL) for row in _rows(folder / "kinds")]


def pays(folder: Path) -> list[tuple[str, Pay | None]]:
    """Texts of offers, each with what it pays; of `kinds` those for which it is labelled."""
    return [
        (row["text"], Pay.of(row["pay"]))
        for part in ("labelled", "kinds")
        for row in _rows(folder / part)
        if row["kind"] != NO_OFFER_AT_ALL and "pay" in row
    ]


def pasted(sentences: Path) -> list[str]:
    """The plain offers that teach the conversation what an offer is (nlu_data/nlu), without the marks of entities."""
    blocks = yaml.load(
        (sentences / "kirim_lowongan.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    lines = (line for block in blocks["nlu"] for line in block["examples"].splitlines())
    return [_MARK.sub(r"\1", line[2:].strip()) for line in lines if line.startswith("- ")]


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yml")):
        yield from yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
