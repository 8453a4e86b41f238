"""Reads what people labelled for screening: sentences with their flags, texts with their kind, whole offers (nlu_data/offers)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from knowledge.model import RedFlag

# "[kamboja](negara)"
_MARK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
NO_OFFER_KIND, GENUINE = "bukan", "asli"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a recruiter, or one that looks like it.

    Attributes:
        text: the sentence.
        flags: all flags that it shows by itself.
    """

    text: str
    flags: frozenset[str]


@dataclass(frozen=True)
class Pay:
    """Pay as the text states it.

    Attributes:
        low: smallest amount, in whole units of the currency (5 million rupiah is 5000000).
        high: largest amount, the same as `low` for a single figure; None when it is open.
        currency: ISO 4217 code.
        period: "jam", "hari", "minggu", "bulan" or "tahun"; None when it is not said.
    """

    low: float
    high: float | None
    currency: str
    period: str | None

    @classmethod
    def of(cls, label: Mapping[str, Any] | None) -> Pay | None:
        """The pay that a label writes.

        Raises:
            KeyError: the label lacks a part.
        """
        if not label:
            return None
        return cls(label["min"], label["max"], label["currency"], label["period"])


@dataclass(frozen=True)
class Offer:
    """A whole text with what an expert sees in it.

    Attributes:
        id: "author_number".
        kind: tipu, asli, abu or bukan.
        text: the text.
        flags: what it certainly shows.
        arguable: what one reader sees and another does not.
        evidence: flag -> exact words that show it; none for what is absent.
    """

    id: str
    kind: str
    text: str
    flags: frozenset[str]
    arguable: frozenset[str]
    evidence: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def spans(self, flag: str) -> list[tuple[int, int]]:
        """Every place of the words that show a flag: first code point and the one after the last."""
        return [
            (found.start(), found.end())
            for words in self.evidence.get(flag, ())
            for found in re.finditer(re.escape(words), self.text)
        ]

    @property
    def author(self) -> str:
        """Who wrote it; texts of one author resemble each other."""
        return self.id.partition("_")[0]


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
    return [(row["text"], row["kind"] != NO_OFFER_KIND) for row in _rows(folder / "kinds")]


def pays(folder: Path) -> list[tuple[str, Pay | None]]:
    """Texts of offers, each with what it pays; of `kinds` those for which it is labelled."""
    return [
        (row["text"], Pay.of(row["pay"]))
        for part in ("labelled", "kinds")
        for row in _rows(folder / part)
        if row["kind"] != NO_OFFER_KIND and "pay" in row
    ]


def pasted(sentences: Path) -> list[str]:
    """The plain offers that teach the conversation what an offer is (nlu_data/nlu), without the marks of entities."""
    blocks = yaml.load(
        (sentences / "kirim_lowongan.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    lines = (line for block in blocks["nlu"] for line in block["examples"].splitlines())
    return [_MARK.sub(r"\1", line[2:].strip()) for line in lines if line.startswith("- ")]


def offers(folder: Path) -> list[Offer]:
    """Whole offers of the open half."""
    return [
        Offer(
            row["id"],
            row["kind"],
            row["text"],
            frozenset(row["flags"] or ()),
            frozenset(row["arguable"] or ()),
            row.get("evidence") or {},
        )
        for row in _rows(folder / "labelled")
    ]


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yml")):
        yield from yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
