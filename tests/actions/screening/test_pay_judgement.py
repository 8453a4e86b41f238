"""Whether a pay lies far above what the work pays in a country."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.screening.model import Evidence, Salary
from actions.screening.pay_judgement import Verdict, is_trained, judge
from actions.screening.pay_scale import pay_scale
from knowledge.load import load

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


@pytest.fixture(scope="module")
def wages():
    destinations = load(KNOWLEDGE).knowledge.destinations.values()
    return {destination.country: destination.wages for destination in destinations}


def offer(
    low: float, currency: str, period: str | None = "bulan", high: float | None = None
) -> Salary:
    return Salary(low, high or low, currency, period, Evidence("x", 0, 1))


def verdict(wages, salary: Salary, country: str, *concepts: str, text: str = "") -> Verdict | None:
    return judge(salary, country, concepts, wages.get(country, ()), text=text)


@pytest.mark.parametrize(
    ("salary", "country", "concepts"),
    [
        (offer(2_156_880, "KRW"), "KR", ("pabrik",)),
        (offer(2_800_000, "KRW", high=3_200_000), "KR", ("las",)),
        (offer(29_500, "TWD"), "TW", ("pabrik",)),
        (offer(20_000, "TWD"), "TW", ("caregiver",)),
        (offer(5_100, "HKD", high=6_500), "HK", ("pekerja_rumah_tangga",)),
        (offer(160_000, "JPY", high=300_000), "JP", ()),
        (offer(2_400, "EUR", high=3_400), "DE", ("perawat",)),
        (offer(30.35, "AUD", "jam"), "AU", ("kebun",)),
        (offer(27, "NZD", "jam"), "NZ", ()),
        (offer(22, "CAD", "jam"), "CA", ()),
        (offer(12.21, "GBP", "jam"), "GB", ()),
        (offer(1_700, "MYR", high=2_600), "MY", ("kebun",)),
        (offer(620, "SGD"), "SG", ("pekerja_rumah_tangga",)),
        (offer(31.4, "PLN", "jam"), "PL", ("pabrik",)),
    ],
)
def test_usual_pay_is_not_blamed(
    wages, salary: Salary, country: str, concepts: tuple[str, ...]
) -> None:
    found = verdict(wages, salary, country, *concepts)
    assert found is None or not found.is_unreasonable


@pytest.mark.parametrize(
    ("salary", "country"),
    [
        (offer(13_000_000, "IDR"), "KH"),
        (offer(900, "USD", high=1_300), "LA"),
        (offer(17_000_000, "IDR"), "MM"),
        (offer(24_000_000, "IDR"), "PH"),
        (offer(21_000_000, "IDR"), "MY"),
        (offer(2_600, "SGD", "minggu"), "SG"),
        (offer(7_500, "AED"), "AE"),
        (offer(120_000_000, "IDR"), "FR"),
    ],
)
def test_pay_far_above_is_unreasonable(wages, salary: Salary, country: str) -> None:
    found = verdict(wages, salary, country, "kebersihan")
    assert found is not None
    assert found.is_unreasonable
    assert found.offered > found.ceiling >= found.published
    assert found.wage.sources


def test_the_comparison_names_figure_source_and_rate(wages) -> None:
    found = verdict(wages, offer(21_000_000, "IDR"), "MY", "kebersihan")
    assert found is not None
    assert (found.wage.max, found.wage.currency, found.wage.year) == (1700, "MYR", 2025)
    assert [rate.source for rate in found.rates] == ["kmk_6_2026"]
    assert found.offered == pytest.approx(21_000_000 / 4269.23)
    assert found.ratio == pytest.approx(found.offered / 1700)


def test_the_local_currency_needs_no_rate(wages) -> None:
    found = verdict(wages, offer(29_500, "TWD"), "TW")
    assert found is not None
    assert found.rates == ()


def test_trained_work_excuses_pay_where_there_is_an_official_way(wages) -> None:
    salary, text = offer(1_500, "USD"), "supervisor garmen, pengalaman 8 tahun"
    assert not verdict(wages, salary, "VN", text=text).is_unreasonable
    assert verdict(wages, salary, "KH", text=text).is_unreasonable


def test_berries_have_a_figure_of_their_own(wages) -> None:
    salary = offer(54_000_000, "IDR")
    assert verdict(wages, salary, "FI", text="petik blueberry di hutan").is_unreasonable
    assert verdict(wages, salary, "FI", text="tukang las galangan") is None


def test_what_cannot_be_compared_is_not_judged(wages) -> None:
    assert verdict(wages, offer(25_000_000, "IDR"), "PL") is None
    assert verdict(wages, offer(20_000_000, "IDR", None), "KH") is None
    assert judge(offer(9_000_000, "IDR"), None, (), ()) is None


@pytest.mark.parametrize(
    ("text", "trained"),
    [("Ners dengan STR", True), ("tanpa IELTS", False), ("welder 6G", True), ("jaga toko", False)],
)
def test_training_is_asked_or_denied(text: str, trained: bool) -> None:
    assert is_trained(text) is trained


def test_pegged_currencies_follow_the_dollar() -> None:
    rates = pay_scale().rates
    assert rates["AED"].rupiah == pytest.approx(rates["USD"].rupiah / 3.6725)
    assert rates["JPY"].rupiah == pytest.approx(107.4313)
