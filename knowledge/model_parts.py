"""The parts that records are made of: texts with their sources, contacts, wages and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A text shown to users and the ids of the sources it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One section of a longer explanation."""

    heading: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CountryText:
    """An answer that holds for one country (ISO 3166 alpha-2, upper case)."""

    country: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Contact:
    """One way to reach a channel. `note` is for editors and never shown.

    What no source says is None: `cost` (gratis, berbayar), `opening` ("24/7", "Mo-Fr 08:00-16:00", Indonesian hours in Indonesia),
    `purpose` (bahaya, kerja, paspor, kematian, janji_temu).
    """

    type: str
    value: str
    label: str
    reach: str
    confidence: str
    display: str | None = None
    cost: str | None = None
    opening: str | None = None
    purpose: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class NextStep:
    """What happens after a channel was contacted; `kind` says which question it answers (knowledge/README.md)."""

    kind: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """A page that supports a contact or an assignment; for editors."""

    url: str | None
    publisher: str
    date: str | None
    says: str


@dataclass(frozen=True)
class Review:
    """A sentence that waits for an expert: where it stands and why."""

    field: str
    reason: str


@dataclass(frozen=True)
class Status:
    """Whether official placement to a country is open, as of a possibly partial date."""

    kind: str
    text: str
    as_of: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class WageRow:
    """A published wage: `min` to `max` in `currency` (ISO 4217) for each `period`."""

    job: str
    min: float | None
    max: float | None
    currency: str
    period: str
    year: int | None
    kind: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Mission:
    """An Indonesian mission (id of a channel) and the area it serves; `places` are towns and states there, as people write them."""

    channel: str
    area: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class District:
    """A regency or town from which people leave."""

    name: str
    aliases: tuple[str, ...]

    @property
    def everyday_name(self) -> str:
        """The name without its rank: "Kabupaten Pidie" is called "Pidie"."""
        return _RANK.sub("", self.name)


_RANK = re.compile(r"^(?:Kabupaten|Kota) (?=\w)")
