"""Reads labelled offers (nlu_data/offers/labelled, tests/offers): texts, and what a careful expert says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from actions.screening.labelled import Pay
from bot.errors import MawasError, MissingError

SCAM, GENUINE, GREY, NO_OFFER_AT_ALL = "tipu", "asli", "abu", "bukan"
KINDS = (SCAM, GENUINE, GREY, NO_OFFER_AT_ALL)
CHATS = ("chat", "ekspor_chat")
FORMS = (
    *("siaran_wa", "iklan_fb", "tiktok", "komentar", *CHATS, "poster"),
    *("cerita", "berita", "edukasi", "pertanyaan", "lowongan_dalam_negeri", "lain"),
)
PERIODS = ("jam", "hari", "minggu", "bulan", "tahun")


@dataclass(frozen=True)
class Offer:
    """A text and its labels; nlu_data/offers/README.md defines them.

    Attributes:
        id: unique over both halves.
        kind: one of KINDS.
        form: one of FORMS.
        text: as people post it.
        risks: the risks that an expert accepts, at least one.
        flags: ids of the red flags that are clearly there.
        arguable: ids of those that one careful reader raises and another does not.
        country: ISO 3166 alpha-2 code of the country of work; None when it is not said.
        pay: as stated; None when it is not.
        stage: the furthest stage of a recruiter's chat; None for other texts.
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

    @property
    def is_chat(self) -> bool:
        """Bubbles or an export of a chat."""
        return self.form in CHATS


def read_offers(folder: Path) -> tuple[Offer, ...]:
    """Read all offers of a folder, in the order of its files.

    Raises:
        MissingError: there are none.
        MawasError: a file is no list of offers; the message names the file and, where it is known, the offer.
    """
    offers = tuple(offer for file in sorted(folder.glob("*.yml")) for offer in _offers(file))
    if not offers:
        raise MissingError(f"Tidak ada contoh tawaran di {folder}.")
    return offers


def _offers(file: Path) -> Iterator[Offer]:
    where = str(file)
    try:
        for row in yaml.safe_load(file.read_text(encoding="utf-8")) or []:
            where = f"{file}, {row['id']}"
            yield _offer(row)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise MawasError(
            f"{where}: bentuknya tidak dikenal ({error!r}). Saran: samakan dengan contoh di nlu_data/offers/README.md."
        ) from error


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
    )
