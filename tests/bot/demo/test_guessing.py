"""The code of a session: how often it may be guessed, and who is not turned away for what others try."""

from __future__ import annotations

import pytest

from bot.demo.phones import _LETTERS, CODE_LENGTH, MOST_WRONG, MOST_WRONG_IN_ALL, Phones
from tests.bot.demo.test_phones import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def phones(clock: Clock) -> Phones:
    return Phones(lambda: None, clock=clock)


def test_who_came_in_before_is_not_turned_away_for_what_a_neighbour_tries(phones: Phones) -> None:
    token = phones.devices.admit("", "10.0.0.9")
    for _ in range(MOST_WRONG):
        phones.accepts("AAAAAA", "10.0.0.9")
    assert phones.accepts(phones.code, "10.0.0.9", token)
    # A token that somebody made up helps nobody to guess.
    assert not phones.accepts(phones.code, "10.0.0.9", "buatan")


def test_many_addresses_guess_no_more_than_all_may(phones: Phones, clock: Clock) -> None:
    token = phones.devices.admit("", "10.0.0.9")
    for number in range(MOST_WRONG_IN_ALL):
        assert not phones.accepts("AAAAAA", f"10.0.{number}.1")
    assert not phones.accepts(phones.code, "10.1.0.1")
    assert phones.accepts(phones.code, "10.0.0.9", token)
    clock.now = 61
    assert phones.accepts(phones.code, "10.1.0.1")


def test_three_hours_of_guessing_find_a_code_less_than_once_in_ten_thousand_halls() -> None:
    codes = len(set(_LETTERS)) ** CODE_LENGTH
    assert 3 * 60 * MOST_WRONG_IN_ALL / codes < 1 / 10_000


def test_what_is_no_text_is_a_wrong_code(phones: Phones) -> None:
    assert not phones.accepts("\ud800")
