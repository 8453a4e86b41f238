from __future__ import annotations

import pytest

from bot.evaluation.calibration import Bin, expected_error, reliability


def test_guesses_fall_into_bins_of_equal_width() -> None:
    bins = reliability([(0.0, False), (0.49, True), (0.51, True), (1.0, True)], bins=2)
    assert bins == [Bin(0.0, 0.5, 2, pytest.approx(0.245), 0.5), Bin(0.5, 1.0, 2, 0.755, 1.0)]


def test_the_error_is_weighted_by_messages() -> None:
    bins = reliability([(0.95, True), (0.95, True), (0.95, False), (0.15, False)])
    assert expected_error(bins) == pytest.approx((3 * abs(0.95 - 2 / 3) + 0.15) / 4)


def test_perfect_guesses_have_no_error() -> None:
    assert expected_error(reliability([(1.0, True), (0.0, False)])) == 0.0


def test_nothing_has_no_error() -> None:
    assert len(reliability([])) == 10
    assert expected_error(reliability([])) is None
