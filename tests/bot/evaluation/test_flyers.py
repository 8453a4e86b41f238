"""Offers as pictures: what is counted of them."""

from __future__ import annotations

import pytest

from actions.screening.labelled_offers import Offer
from actions.screening.model import Screening
from bot.evaluation.flyers import measure
from bot.evaluation.flyers.board import flyer_board
from bot.evaluation.flyers.measure import character_error, measure_flyers
from bot.evaluation.flyers.render import drawable
from bot.evaluation.flyers.samples import LONGEST, SHORTEST, flyers
from tests.bot.evaluation.offer_builders import FakeScreener, offer, screening

TEXT = "Dibutuhkan admin di Kamboja, gaji 10 juta\nBerangkat besok, visa turis dulu\n" * 2


def _offers(count: int) -> list[Offer]:
    return [offer(id=f"t_{number}", text=TEXT + str(number)) for number in range(count)]


def test_which_offers_are_drawn_does_not_depend_on_their_order() -> None:
    offers = _offers(50)
    chosen = flyers(offers)
    assert chosen == flyers(reversed(offers))
    assert len(chosen) == 40


@pytest.mark.parametrize(
    "text", ["a" * (SHORTEST - 1), "a" * (LONGEST + 1), "🔥" * SHORTEST], ids=len
)
def test_what_fits_on_no_flyer_is_left_out(text: str) -> None:
    assert flyers([offer(text=text)]) == []


def test_a_chat_is_no_flyer() -> None:
    assert flyers([offer(text=TEXT, form="chat")]) == []


def test_errors_are_counted_in_characters() -> None:
    assert character_error("gaji 10 juta", "gaji 10 juta") == 0
    assert character_error("gaji\n10 juta", "gaji 10 juta") == 0
    assert character_error("gaji 10 juta", "gaji 1O juta") == pytest.approx(1 / 12)
    assert character_error("abc", "") == 1


def test_what_a_picture_loses_is_set_beside_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that sees nothing loses every flag."""
    monkeypatch.setattr(measure, "_read", lambda data: "")
    drawn = drawable(TEXT)
    found: dict[str, Screening] = {drawn: screening("tinggi", "visa_kunjungan")}
    [flyer] = measure_flyers(FakeScreener(found), [offer(text=TEXT, flags="visa_kunjungan")])
    assert flyer.error == 1
    reading, lost = flyer_board([flyer])
    assert str(reading.rows["wrong characters"][2]) == "100.00%"
    assert [str(figure) for figure in lost.rows["flag recall"]] == ["100.0% (1/1)", "0.0% (0/1)"]
    assert [str(figure) for figure in lost.rows["risk accepted"]] == ["100.0% (1/1)", "0.0% (0/1)"]


def test_nothing_drawn_gives_empty_figures() -> None:
    reading, _ = flyer_board([])
    assert {str(figure) for figures in reading.rows.values() for figure in figures} == {"-"}
