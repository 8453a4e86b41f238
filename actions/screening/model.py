"""What screening finds, in the shapes of `mawas check --json`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

HIGH, MEDIUM, LOW, NO_OFFER = "tinggi", "sedang", "rendah", "bukan_lowongan"
RISKS = (HIGH, MEDIUM, LOW, NO_OFFER)
STAGES = ("umpan", "kepercayaan", "biaya", "dokumen", "keberangkatan", "isolasi")


@dataclass(frozen=True)
class Evidence:
    """Words of the original.

    Attributes:
        text: the words.
        start: offset of the first, in code points.
        end: offset after the last; `text == original[start:end]`.
        is_absence: whether they only stand where something is missing, so that quoting them says nothing.
    """

    text: str
    start: int
    end: int
    # The same words are the same place in a text.
    is_absence: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Flag:
    """A red flag with the words that raised it.

    Attributes:
        id: id of the catalogue.
        severity: 1 to 3; what the circumstances make of it, which may differ from the catalogue's.
        evidence: at least one.
    """

    id: str
    severity: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Salary:
    """Pay as stated.

    Attributes:
        low: smallest amount; with decimals where an hour's pay has them.
        high: largest amount; None when it is open ("10 juta ke atas").
        currency: ISO 4217 code.
        period: "jam", "hari", "minggu", "bulan", "tahun"; None when not said.
        evidence: the words.
    """

    low: float
    high: float | None
    currency: str
    period: str | None
    evidence: Evidence

    def to_json(self) -> dict[str, Any]:
        """As in the contract."""
        return {"min": self.low, "max": self.high, "currency": self.currency, "period": self.period}


@dataclass(frozen=True)
class Contact:
    """Where the recruiter wants to be reached.

    Attributes:
        kind: "telepon", "akun", "tautan" or "email".
        value: in a canonical form: E.164 for a phone.
        evidence: the words.
    """

    kind: str
    value: str
    evidence: Evidence


@dataclass(frozen=True)
class Facts:
    """What an offer says of itself; None and empty where it says nothing."""

    country: Evidence | None = None
    country_code: str | None = None
    position: Evidence | None = None
    company: Evidence | None = None
    licence: Evidence | None = None
    salary: Salary | None = None
    contacts: tuple[Contact, ...] = ()
    is_domestic: bool = False


@dataclass(frozen=True)
class Screening:
    """What screening says of a text.

    Attributes:
        text: what was read.
        risk: one of RISKS.
        score: sum of the severities of all different facts; 0 for a text that is no offer.
        flags: the most severe first.
        facts: what the offer says of itself.
        missing: ids of what a genuine offer would have said (knowledge/screening/kelengkapan.yml).
        stage: how far a recruiter's chat has come, one of STAGES; None for other texts.
        hints: of a text that is no offer by itself what its words would show if a recruiter said them; empty for offers.
    """

    text: str
    risk: str
    score: int
    flags: tuple[Flag, ...]
    facts: Facts
    missing: tuple[str, ...] = ()
    stage: str | None = None
    hints: tuple[Flag, ...] = ()
