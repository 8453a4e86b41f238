"""Dated exchange rates and pay benchmarks of knowledge/screening: kurs.yml and gaji.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from actions.screening.tables import table
from actions.screening.wages import RUPIAH
from knowledge.model_parts import WageRow

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
DOLLAR = "USD"


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency is worth.

    Attributes:
        currency: ISO 4217 code.
        rupiah: worth in rupiah.
        source: id in kurs.yml.
    """

    currency: str
    rupiah: float
    source: str


@dataclass(frozen=True)
class Benchmark:
    """A published wage and how far above it an offer may lie.

    Attributes:
        wage: the wage, as in knowledge/destinations.
        factor: the ceiling is `factor` times the highest published figure.
        is_rough: it holds for a whole region or for many jobs.
        only: words of the offer without which it does not hold; empty when it always does.
    """

    wage: WageRow
    factor: float
    is_rough: bool = False
    only: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PayScale:
    """Rates and benchmarks.

    Attributes:
        rates: by currency.
        factors: by kind of figure: "minimum", "kisaran", "kasar", "tertutup".
        benchmarks: by country (ISO 3166 alpha-2).
        closed: countries without any official way.
        absurd: a month's pay in rupiah that the police call implausible anywhere, as a wage row.
    """

    rates: Mapping[str, Rate]
    factors: Mapping[str, float]
    benchmarks: Mapping[str, tuple[Benchmark, ...]]
    closed: frozenset[str]
    absurd: WageRow

    def convert(
        self, value: float, currency: str, target: str
    ) -> tuple[float, tuple[Rate, ...]] | None:
        """A sum in another currency and the rates used; None when a rate is missing."""
        if currency == target:
            return value, ()
        used = [
            self.rates[code] for code in (currency, target) if code != RUPIAH and code in self.rates
        ]
        if len(used) != len({currency, target} - {RUPIAH}):
            return None
        worth = {rate.currency: rate.rupiah for rate in used}
        return value * worth.get(currency, 1.0) / worth.get(target, 1.0), tuple(used)


@lru_cache(maxsize=4)
def pay_scale(root: Path = KNOWLEDGE) -> PayScale:
    """Read both tables.

    Args:
        root: the knowledge folder.

    Raises:
        KeyError: a source or a factor that is used is not listed.
    """
    rates, pay = table(root, "kurs"), table(root, "gaji")
    factors: dict[str, float] = pay["factors"]
    closed = frozenset(pay["closed"])
    sources = frozenset(row["id"] for row in pay["sources"])
    benchmarks: dict[str, list[Benchmark]] = {}
    for row in pay["benchmarks"]:
        for country in row["countries"]:
            factor = factors["tertutup"] if country in closed else factors[row["kind"]]
            benchmark = Benchmark(
                _wage(row, sources),
                factor,
                row["kind"] == "kasar",
                frozenset(row.get("only", ())),
            )
            benchmarks.setdefault(country, []).append(benchmark)
    absurd = {
        "job": "gaji yang disebut tidak wajar",
        "max": pay["absurd"]["rupiah"],
        "currency": RUPIAH,
        "period": "bulan",
        **pay["absurd"],
    }
    return PayScale(
        rates=_rates(rates),
        factors=factors,
        benchmarks={country: tuple(rows) for country, rows in benchmarks.items()},
        closed=closed,
        absurd=_wage(absurd, sources),
    )


def _rates(data: Mapping[str, Any]) -> dict[str, Rate]:
    sources = frozenset(row["id"] for row in data["sources"])
    rows = {row["currency"]: row for row in data["rates"]}
    dollar: float = rows[DOLLAR]["rupiah"]
    rates = {}
    for currency, row in rows.items():
        rupiah = row["rupiah"] if "rupiah" in row else dollar / row["per_dollar"]
        rates[currency] = Rate(currency, float(rupiah), _listed(row["source"], sources))
    return rates


def _listed(source: str, sources: frozenset[str]) -> str:
    if source not in sources:
        raise KeyError(source)
    return source


def _wage(row: Mapping[str, Any], sources: frozenset[str]) -> WageRow:
    return WageRow(
        job=row["job"],
        min=row.get("min"),
        max=row["max"],
        currency=row["currency"],
        period=row["period"],
        year=row.get("year"),
        kind="patokan",
        sources=(_listed(row["source"], sources),),
    )
