"""Invented offers, and a screener that finds what it is told to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.screening.labelled_offers import Offer, Pay
from actions.screening.model import Evidence, Facts, Flag, Salary, Screening
from bot.evaluation.offers import Screened

FIRST_WORD = "kerja"
TEXT = f"{FIRST_WORD} di Kamboja gaji 10 juta, berangkat besok"
RUPIAH = Pay(10e6, 10e6, "IDR", "bulan")
RISKS = {"tipu": "tinggi", "asli": "rendah", "abu": "sedang", "bukan": "bukan_lowongan"}


def word(text: str = FIRST_WORD, start: int = 0) -> Evidence:
    """Evidence; by default the first word of TEXT."""
    return Evidence(text, start, start + len(text))


def offer(kind: str = "tipu", flags: str = "", arguable: str = "", **labels: Any) -> Offer:
    """An offer of a kind with the risk that goes with it; ids of flags are separated by spaces."""
    values: dict[str, Any] = {
        "id": "t_1",
        "form": "iklan_fb",
        "text": TEXT,
        "risks": (RISKS[kind],),
        **labels,
    }
    return Offer(
        kind=kind,
        flags=frozenset(flags.split()),
        arguable=frozenset(arguable.split()),
        **values,
    )


def screening(
    risk: str = "tinggi",
    flags: str = "",
    country: str | None = None,
    pay: Pay | None = None,
    stage: str | None = None,
    evidence: tuple[Evidence, ...] = (word(),),
) -> Screening:
    """What a screener found in TEXT."""
    salary = Salary(pay.low, pay.high, pay.currency, pay.period, word()) if pay else None
    return Screening(
        text=TEXT,
        risk=risk,
        score=0,
        flags=tuple(Flag(flag, 2, evidence) for flag in flags.split()),
        facts=Facts(country=word() if country else None, country_code=country, salary=salary),
        stage=stage,
    )


def screened(labelled: Offer, found: Screening | None = None, ms: float = 10.0) -> Screened:
    """An offer and what came of it; by default all as labelled."""
    as_labelled = screening(
        labelled.risks[0],
        " ".join(sorted(labelled.flags)),
        labelled.country,
        labelled.pay,
        labelled.stage,
    )
    return Screened(labelled, found or as_labelled, ms)


class FakeScreener:
    """Finds in each text what it is told to."""

    def __init__(self, found: Mapping[str, Screening]) -> None:
        """Text -> what is found; other texts are no offer."""
        self._found = found
        self.seen: list[str] = []

    def screen(self, text: str) -> Screening:
        """As the real one."""
        self.seen.append(text)
        return self._found.get(text, Screening(text, "bukan_lowongan", 0, (), Facts()))
