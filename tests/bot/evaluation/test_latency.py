"""Tests of the comparison of latencies: with a clock of our own, and once with the real components."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.latency import (
    LatencyComparison,
    Round,
    Timing,
    compare_latency,
    featurizers,
    measure,
)
from bot.training import model_path


def timed(featurize_ms: float, understand_ms: float, messages: int, rounds: int) -> Any:
    """A comparison in which each reader takes the same time for every message."""
    now = 0.0
    read: list[tuple[str, str]] = []

    def reader(name: str, milliseconds: float) -> Any:
        def read_one(text: str) -> None:
            nonlocal now
            now += milliseconds / 1000
            read.append((name, text))

        return read_one

    texts = [f"pesan {number}" for number in range(messages)]
    found = measure(
        reader("featurize", featurize_ms),
        reader("understand", understand_ms),
        texts,
        rounds=rounds,
        clock=lambda: now,
    )
    return found, read, texts


def comparison(*differences: float) -> LatencyComparison:
    """One round for each difference of the medians."""
    rounds = tuple(Round(Timing(1.0, 2.0), Timing(1.0 + more, 9.0)) for more in differences)
    return LatencyComparison(2, rounds, rounds[0])


def test_timing_is_median_and_95th_percentile() -> None:
    assert Timing.of([float(number) for number in range(101)]) == Timing(50.0, 95.0)


def test_difference_of_two_timings() -> None:
    assert Timing(3.0, 5.0) - Timing(1.0, 1.5) == Timing(2.0, 3.5)


def test_every_round_is_measured() -> None:
    found, _, _ = timed(1.0, 2.5, messages=4, rounds=3)
    assert (found.messages, len(found.rounds)) == (4, 3)
    for each in (*found.rounds, found.together):
        assert each.featurizers.median == pytest.approx(1.0)
        assert each.understanding.p95 == pytest.approx(2.5)
        assert each.difference.median == pytest.approx(1.5)


def test_both_read_every_message_and_neither_is_always_first() -> None:
    _, read, texts = timed(1.0, 1.0, messages=2, rounds=2)
    first = [name for name, _ in read[::2]]
    assert first == ["featurize", "understand", "understand", "featurize"]
    for name in ("featurize", "understand"):
        assert [text for who, text in read if who == name] == texts * 2


@pytest.mark.parametrize(
    ("differences", "is_within"), [((0.5, 2.0), True), ((2.1, 0.5), False), ((-1.0,), True)]
)
def test_the_goal_holds_for_every_round(differences: tuple[float, ...], is_within: bool) -> None:
    assert comparison(*differences).is_within_goal is is_within


def test_featurizers_learn_words_and_letter_groups(tmp_path: Any) -> None:
    from rasa.engine.storage.local_model_storage import LocalModelStorage

    read = featurizers(LocalModelStorage.create(tmp_path), ["biaya ke taiwan", "gaji di korea"])
    features = read("biaya ke korea").features  # type: ignore[attr-defined]
    sentence = [each.features for each in features if each.type == "sentence"]
    assert len(sentence) == 2
    assert all(each.nnz > 0 for each in sentence)


def test_the_trained_pipeline_understands_while_it_is_measured(settings: Any) -> None:
    sentences = ["biaya ke taiwan berapa", "gaji di korea", "paspor saya ditahan majikan"]
    found = compare_latency(model_path(settings), sentences, ["biaya ke korea", "halo"], rounds=1)
    assert found.messages == 2
    assert found.together.featurizers.median > 0
    assert found.together.understanding.median > 0
