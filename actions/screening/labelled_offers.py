"""Reads labelled offers (nlu_data/offers/labelled, tests/offers): texts, and what a careful expert says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SCAM, GENUINE, GREY, NO_OFFER_AT_ALL = "tipu", "asli", "abu", "bukan"
KINDS = (SCAM, GENUINE, GREY, NO_OFFER_AT_ALL)
CHATS = ("chat", "ekspor_chat")
FORMS = (
    *("siaran_wa", "iklan_fb", "tiktok", "komentar", *CHATS, "poster"),
    *("cerita", "berita", "edukasi", "pertanyaan", "lowongan_dalam_negeri", "lain"),
)
PERIODS = ("jam", "hari", "minggu", "bulan", "tahun")


@dataclass(frozen=True)
class Pay:
    """Pay as the text states it.

    Attributes:
        low: smallest amount, in whole units of the currency (5 million rupiah is 5000000).
        high: largest amount, the same as `low` for a single figure; None when it is open.
        currency: ISO 4217 code.
        period: one of PERIODS; None when it is not said.
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
    """A text and its labels; nlu_data/offers/README.md defines them.

    Attributes:
        id: "author_number", unique over both halves.
        kind: one of KINDS.
        form: one of FORMS.
        text: as people post it.
        risks: the risks that an expert accepts, at least one.
        flags: ids of the red flags that are clearly there.
        arguable: ids of those that one careful reader raises and another does not.
        country: ISO 3166 alpha-2 code of the country of work; None when it is not said.
        pay: as stated; None when it is not.
        stage: the furthest stage of a recruiter's chat; None for other texts.
        evidence: flag -> exact words that show it; none for what is absent, and none in the unseen half.
    """

    id: str
    kind: str
    form: str
    text: str
    risks: tuple[str, ...]
    flags: frozenset[str]
    arguable: frozenset[str] = frozenset()
    country: str | None = None
    pay: Pay | None = None
    stage: str | None = None
    evidence: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def is_chat(self) -> bool:
        """Bubbles or an export of a chat."""
        return self.form in CHATS

    @property
    def author(self) -> str:
        """Who wrote it; texts of one author resemble each other."""
        return self.id.partition("_")[0]

    def spans(self, flag: str) -> list[tuple[int, int]]:
        """Every place of the words that show a flag: first code point and the one after the last."""
        return [
            (found.start(), found.end())
            for words in self.evidence.get(flag, ())
            for found in re.finditer(re.escape(words), self.text)
        ]


def offers(folder: Path) -> tuple[Offer, ...]:
    """All offers of a folder, in the order of its files; none when it has no files.

    Raises:
        ValueError: a file is no list of offers; the message names the file and, where it is known, the offer.
    """
    return tuple(offer for file in sorted(folder.glob("*.yml")) for offer in _offers(file))


def _offers(file: Path) -> Iterator[Offer]:
    where = str(file)
    try:
        for row in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) or []:
            where = f"{file}, {row['id']}"
            yield _offer(row)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{where}: bentuknya tidak dikenal ({error!r}).") from error


def _offer(row: dict[str, Any]) -> Offer:
    return Offer(
        id=row["id"],
        kind=row["kind"],
        form=row["form"],
        text=row["text"],
        risks=tuple(row["risk"]),
        flags=frozenset(row["flags"]),
        arguable=frozenset(row["arguable"]),
        country=row["country"],
        pay=Pay.of(row["pay"]),
        stage=row["stage"],
        evidence=row.get("evidence") or {},
    )
