"""The danger detector beside the classes, and how both views of danger make one probability."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.linear_model import DangerScale, LinearModel, fit

WORDS = ["biaya", "visa", "disekap", "dipukul", "tolong"]
DANGERS = frozenset({"darurat_disekap", "darurat_kekerasan"})
MARGINS = st.lists(st.floats(-3, 3), min_size=5, max_size=5)
COUNTS = st.dictionaries(st.sampled_from([*WORDS, "entah"]), st.integers(1, 5)).map(Counter)
SCALES = st.builds(DangerScale, st.floats(0.1, 3), st.floats(0, 5), st.floats(-3, 3))


def by_hand(scale: DangerScale, detector: float = 0.0) -> LinearModel:
    """Two dangers and two other classes that know one word each; the detector says the same of every sentence."""
    weights = np.zeros((5, 5), dtype=np.float32)
    weights[:4, :4] = np.eye(4)
    return LinearModel(
        labels=["biaya", "visa", "darurat_disekap", "darurat_kekerasan"],
        dangers=np.array([False, False, True, True]),
        vocabulary={word: row for row, word in enumerate(WORDS)},
        idf=np.ones(5, dtype=np.float32),
        weights=weights,
        bias=np.array([0, 0, 0, 0, detector], dtype=np.float32),
        sharpness=3.0,
        scale=scale,
    )


def danger(model: LinearModel, counts: Counter[str]) -> float:
    return sum(share for label, share in model.predict(counts) if label in DANGERS)


@given(SCALES, MARGINS, COUNTS)
def test_danger_and_everything_else_add_up_to_one(
    scale: DangerScale, margins: list[float], counts: Counter[str]
) -> None:
    model = replace(by_hand(scale), bias=np.array(margins, dtype=np.float32))
    shares = [share for _, share in model.predict(counts)]
    assert sum(shares) == pytest.approx(1.0)
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert shares == sorted(shares, reverse=True)


@given(SCALES, st.tuples(st.floats(-3, 3), st.floats(-3, 3)).map(sorted), COUNTS)
def test_a_surer_detector_never_means_less_danger(
    scale: DangerScale, margins: list[float], counts: Counter[str]
) -> None:
    low, high = (danger(by_hand(scale, margin), counts) for margin in margins)
    assert low <= high + 1e-9


@given(SCALES, st.tuples(st.floats(-3, 3), st.floats(-3, 3)).map(sorted), COUNTS)
def test_a_likelier_danger_intent_never_means_less_danger(
    scale: DangerScale, margins: list[float], counts: Counter[str]
) -> None:
    low, high = (
        danger(
            replace(by_hand(scale), bias=np.array([0, 0, margin, 0, 0], dtype=np.float32)), counts
        )
        for margin in margins
    )
    assert low <= high + 1e-9


@given(st.floats(-3, 3), COUNTS)
def test_a_larger_offset_means_more_danger(detector: float, counts: Counter[str]) -> None:
    shares = [
        danger(by_hand(DangerScale(offset=offset), detector), counts)
        for offset in (-2, -1, 0, 1, 2)
    ]
    assert shares == sorted(shares)


@given(SCALES, st.floats(-3, 3), COUNTS)
def test_among_dangers_and_among_the_rest_nothing_changes(
    scale: DangerScale, detector: float, counts: Counter[str]
) -> None:
    plain = dict(by_hand(DangerScale(1.0, 0.0, 0.0)).predict(counts))
    scaled = dict(by_hand(scale, detector).predict(counts))
    for left, right in (("biaya", "visa"), ("darurat_disekap", "darurat_kekerasan")):
        assert scaled[left] * plain[right] == pytest.approx(scaled[right] * plain[left])


def test_without_a_say_of_the_detector_the_classes_decide() -> None:
    model = by_hand(DangerScale(1.0, 0.0, 0.0), detector=3.0)
    quiet = by_hand(DangerScale(1.0, 0.0, 0.0), detector=-3.0)
    assert model.predict(Counter(biaya=1)) == quiet.predict(Counter(biaya=1))


SENTENCES = [
    ("biaya berapa", "biaya"), ("biaya apa", "biaya"), ("biaya ke sana", "biaya"),
    ("tolong disekap", "darurat_disekap"), ("kami disekap", "darurat_disekap"),
    ("tolong dipukul", "darurat_kekerasan"), ("saya dipukul", "darurat_kekerasan"),
]  # fmt: skip


def trained(sentences: list[tuple[str, str]] = SENTENCES, detector: float = 2.0) -> LinearModel:
    return fit(
        [Counter(text.split()) for text, _ in sentences],
        [label for _, label in sentences],
        DANGERS,
        strength=1.0,
        sharpness=3.0,
        scale=DangerScale(detector=detector),
        min_count=1,
        seed=7,
    )


def test_the_detector_learns_what_all_dangers_share() -> None:
    tolong = Counter(["tolong"])
    assert danger(trained(), tolong) > danger(trained(detector=0.0), tolong) > 0.5
    assert danger(trained(), Counter(["biaya"])) < danger(trained(detector=0.0), Counter(["biaya"]))


@pytest.mark.parametrize("sentences", [SENTENCES[3:], [*SENTENCES[:3], ("visa apa", "visa")]])
def test_all_or_no_dangers_need_no_detector(sentences: list[tuple[str, str]]) -> None:
    model = trained(sentences)
    shares = [share for _, share in model.predict(Counter(["tolong"]))]
    assert sum(shares) == pytest.approx(1.0)
    assert model.predict(Counter(["tolong"])) == trained(sentences, 0.0).predict(
        Counter(["tolong"])
    )


def test_a_loaded_model_sees_the_same_danger(tmp_path: Path) -> None:
    model = trained()
    model.save(tmp_path)
    loaded = LinearModel.load(tmp_path)
    assert loaded.scale == model.scale
    for text in ("tolong", "biaya", "entah"):
        counts = Counter([text])
        assert danger(loaded, counts) == pytest.approx(danger(model, counts), abs=1e-2)
