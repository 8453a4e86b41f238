"""Judges whether a pay lies far above what the work pays in a country.

A month's pay is unreasonable when it exceeds the ceiling of every published figure that fits; a ceiling is the figure times
a factor, 2.25 for a minimum wage, 1.5 for the range of a job, 1 to 1.2 for the rough figure of the police for Asia
(knowledge/screening/gaji.yml).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from actions.screening.model import Salary
from actions.screening.patterns import NEGATORS
from actions.screening.pay_scale import Benchmark, PayScale, Rate, pay_scale
from knowledge.model_parts import WageRow

# Hours, days and weeks of a usual month of full work.
_IN_MONTH = {"jam": 173.0, "hari": 26.0, "minggu": 52 / 12, "bulan": 1.0, "tahun": 1 / 12}
_MINIMUM = re.compile(
    r"^(?:upah minimum|pekerja umum, upah minimum|pekerja nonterampil)", re.IGNORECASE
)
# Words of a published job -> concepts or job ids of an offer for which it speaks; other rows speak for all work.
_JOBS = (
    (
        re.compile(r"rumah tangga", re.IGNORECASE),
        frozenset(("pekerja_rumah_tangga", "urusan_rumah_tangga", "prt")),
    ),
    (
        re.compile(r"perawat|lansia", re.IGNORECASE),
        frozenset(("perawat", "caregiver", "tenaga_kesehatan")),
    ),
)
# Trained work is paid by other scales than those published.
_TRAINED = re.compile(
    r"\b(?:s1|d3|d4|sarjana|bachelor|degree|ners|perawat|nurse|str|engineer|insinyur|dokter|supervisor|welder"
    r"|pengelasan|(?:juru|tukang|ahli) las|las (?:listrik|smaw|fcaw|gtaw|\dg)"
    r"|electrician|fitter|rigger|scaffolder|chef|programmer|developer|dosen|pilot|c1|b2|ielts|toeic|toefl|cisrs|coc)\b",
    re.IGNORECASE,
)
_BEFORE_TRAINED = 3


@dataclass(frozen=True)
class Verdict:
    """A pay beside what is published.

    Attributes:
        is_unreasonable: the pay is far above it.
        wage: the published figure nearest below the pay, the one to show.
        offered: the pay of a month in the currency of `wage`; the middle of a range.
        published: the highest published figure of a month, in the same currency.
        ceiling: from here on it is unreasonable.
        ratio: `offered` / `published`.
        rates: exchange rates used; empty when both are in one currency.
        is_rough: the published figure holds for a whole region or many jobs.
    """

    is_unreasonable: bool
    wage: WageRow
    offered: float
    published: float
    ceiling: float
    ratio: float
    rates: tuple[Rate, ...]
    is_rough: bool


def judge(
    salary: Salary,
    country_code: str | None,
    position_concepts: Collection[str],
    wages: Sequence[WageRow],
    *,
    text: str = "",
    scale: PayScale | None = None,
) -> Verdict | None:
    """Compare a pay with what is published for the country.

    Args:
        salary: as stated.
        country_code: ISO 3166 alpha-2 of the country of work.
        position_concepts: ids of concepts and of job entities of the offer ("perawat", "pekerja_rumah_tangga").
        wages: `wages` of knowledge/destinations for the country; may be empty.
        text: the offer; its words tell trained work and berry picking.
        scale: rates and benchmarks; those of knowledge/screening unless given.

    Returns:
        The comparison; None when nothing is published, a rate is missing, or the sum is paid once.
    """
    scale = scale or pay_scale()
    if salary.period not in _IN_MONTH:
        return None
    low, high = salary.low, salary.low if salary.high is None else salary.high
    monthly = (low + high) / 2 * _IN_MONTH[salary.period]
    verdicts = [
        verdict
        for benchmark in _benchmarks(country_code, position_concepts, wages, text, scale)
        if (verdict := _compare(monthly, salary.currency, benchmark, scale))
    ]
    if not verdicts:
        return _absurd(monthly, salary.currency, scale)
    # The highest ceiling decides: what any fitting figure explains is explained.
    best = min(verdicts, key=lambda verdict: verdict.offered / verdict.ceiling)
    if best.is_unreasonable and country_code not in scale.closed and is_trained(text):
        return Verdict(
            False,
            best.wage,
            best.offered,
            best.published,
            best.ceiling,
            best.ratio,
            best.rates,
            best.is_rough,
        )
    return best


def is_trained(text: str) -> bool:
    """Whether an offer asks for training ("Ners, STR", "welder 6G"), and does not say that it needs none ("tanpa IELTS")."""
    for match in _TRAINED.finditer(text):
        before = re.findall(r"\w+", text[max(0, match.start() - 40) : match.start()].casefold())[
            -_BEFORE_TRAINED:
        ]
        if NEGATORS.isdisjoint(before) and not {
            "ga",
            "gak",
            "gk",
            "nggak",
            "ngga",
            "tdk",
            "tak",
        }.intersection(before):
            return True
    return False


def _benchmarks(
    country: str | None,
    concepts: Collection[str],
    wages: Sequence[WageRow],
    text: str,
    scale: PayScale,
) -> list[Benchmark]:
    found = [
        Benchmark(wage, scale.factors["minimum" if _MINIMUM.match(wage.job) else "kisaran"])
        for wage in wages
        if _fits(wage, concepts)
    ]
    words = frozenset(re.findall(r"\w+", text.casefold()))
    for benchmark in scale.benchmarks.get(country or "", ()):
        if not benchmark.only or benchmark.only & words:
            found.append(benchmark)
    if country in scale.closed:
        # A minimum wage of garment workers says less of these offers than the rough figure does.
        return [benchmark for benchmark in found if benchmark.is_rough] or found
    return found


def _fits(wage: WageRow, concepts: Collection[str]) -> bool:
    for pattern, meant in _JOBS:
        if pattern.search(wage.job) and not re.search(r"bukan pekerja rumah tangga", wage.job):
            return not meant.isdisjoint(concepts)
    return True


def _compare(
    monthly: float, currency: str, benchmark: Benchmark, scale: PayScale
) -> Verdict | None:
    wage = benchmark.wage
    top = wage.max if wage.max is not None else wage.min
    if top is None or wage.period not in _IN_MONTH:
        return None
    converted = scale.convert(monthly, currency, wage.currency)
    if converted is None:
        return None
    offered, rates = converted
    published = top * _IN_MONTH[wage.period]
    ceiling = published * benchmark.factor
    return Verdict(
        offered > ceiling,
        wage,
        offered,
        published,
        ceiling,
        offered / published,
        rates,
        benchmark.is_rough,
    )


def _absurd(monthly: float, currency: str, scale: PayScale) -> Verdict | None:
    verdict = _compare(monthly, currency, Benchmark(scale.absurd, 1.0, is_rough=True), scale)
    return verdict if verdict and verdict.is_unreasonable else None
