"""The linear model: probabilities, training, and its two files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.nlu.linear_model import NAMES_FILE, WEIGHTS_FILE, DangerScale, LinearModel, fit

SENTENCES = [
    ("berapa biaya", "biaya"), ("biaya ke luar negeri", "biaya"), ("apa ada biaya", "biaya"),
    ("cara urus visa", "visa"), ("visa apa", "visa"), ("visa kerja", "visa"),
    ("saya disekap", "darurat"), ("tolong disekap", "darurat"), ("kami disekap", "darurat"),
]  # fmt: skip

DANGERS = frozenset({"darurat"})


def counts(text: str) -> Counter[str]:
    return Counter(text.split())


def train(sentences: list[tuple[str, str]] = SENTENCES, **changes: Any) -> LinearModel:
    settings: dict[str, Any] = {
        "strength": 1.0,
        "sharpness": 10.0,
        "scale": DangerScale(),
        "min_count": 1,
        "seed": 7,
    }
    texts, labels = zip(*sentences, strict=True)
    return fit([counts(text) for text in texts], labels, DANGERS, **settings | changes)


@pytest.fixture(scope="module")
def model() -> LinearModel:
    return train()


def by_hand() -> LinearModel:
    """Two classes that know one word each."""
    return LinearModel(
        labels=["biaya", "visa"],
        dangers=np.array([False, False]),
        vocabulary={"biaya": 0, "visa": 1},
        idf=np.ones(2, dtype=np.float32),
        weights=np.array([[3, 0, 0], [0, 3, 0]], dtype=np.float32),
        bias=np.array([1, 0, 0], dtype=np.float32),
    )


def test_a_margin_says_how_clearly_a_label_is_meant_whatever_else_is() -> None:
    model = by_hand()
    one, both = (model.margins(model.scores(counts(text))) for text in ("visa entah", "biaya visa"))
    assert one == {"biaya": 1.0, "visa": 3.0}
    assert min(both.values()) > 0.0


def test_scores_that_are_known_lead_to_the_same_ranking() -> None:
    model = by_hand()
    assert model.ranking(model.scores(counts("visa")), 0.5) == model.predict(counts("visa"), 0.5)


@pytest.mark.parametrize(("text", "label"), [("biaya", "biaya"), ("visa", "visa")])
def test_a_known_word_decides(text: str, label: str) -> None:
    assert by_hand().predict(counts(text))[0][0] == label


@pytest.mark.parametrize("text", ["", "entah", "visa visa biaya"])
def test_probabilities_sum_to_one(text: str) -> None:
    assert sum(share for _, share in by_hand().predict(counts(text))) == pytest.approx(1.0)


def test_the_most_probable_comes_first(model: LinearModel) -> None:
    shares = [share for _, share in model.predict(counts("biaya visa"))]
    assert shares == sorted(shares, reverse=True)


def test_an_unknown_sentence_gives_the_prior() -> None:
    assert by_hand().predict(counts("entah apa")) == by_hand().predict(Counter())


def test_what_is_learned_is_recognised(model: LinearModel) -> None:
    assert [model.predict(counts(text))[0][0] for text, _ in SENTENCES] == [
        label for _, label in SENTENCES
    ]


def test_two_classes_can_be_learned() -> None:
    model = train(SENTENCES[:6])
    assert [model.predict(counts(text))[0][0] for text in ("biaya", "visa")] == ["biaya", "visa"]


def test_rare_features_are_dropped() -> None:
    assert set(train(min_count=3).vocabulary) == {"biaya", "visa", "disekap"}


def test_a_larger_factor_makes_the_model_surer() -> None:
    shares = [train(sharpness=sharpness).predict(counts("biaya"))[0][1] for sharpness in (1.0, 5.0)]
    assert shares[0] < shares[1]


def test_training_is_repeatable(model: LinearModel) -> None:
    assert model.predict(counts("visa kerja")) == train().predict(counts("visa kerja"))


def test_one_class_alone_cannot_be_learned() -> None:
    with pytest.raises(ValueError, match="at least 2 classes"):
        train(SENTENCES[:3])


def test_what_speaks_for_a_label_is_explained(model: LinearModel) -> None:
    shares = dict(model.explain(counts("berapa biaya visa"), "biaya"))
    assert set(shares) == {"berapa", "biaya", "visa"}
    assert shares["biaya"] > shares["berapa"] > 0 > shares["visa"]


def test_an_explanation_begins_with_what_says_most(model: LinearModel) -> None:
    shares = [share for _, share in model.explain(counts("berapa biaya visa kerja"), "visa")]
    assert shares == sorted(shares, reverse=True)


def test_an_explanation_adds_up_to_the_difference_that_the_words_make() -> None:
    model, text = by_hand(), counts("biaya visa visa")
    score = {label: sum(share for _, share in model.explain(text, label)) for label in model.labels}
    bias = model.sharpness * 1.0
    ranking = dict(model.predict(text))
    assert np.log(ranking["biaya"] / ranking["visa"]) == pytest.approx(
        score["biaya"] + bias - score["visa"], abs=1e-4
    )


def test_unknown_words_explain_nothing(model: LinearModel) -> None:
    assert model.explain(counts("entah"), "biaya") == []


def test_an_unknown_label_cannot_be_explained(model: LinearModel) -> None:
    with pytest.raises(ValueError, match="kuis"):
        model.explain(counts("biaya"), "kuis")


def test_a_loaded_model_decides_as_the_saved_one(model: LinearModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    ranking = dict(LinearModel.load(tmp_path).predict(counts("biaya visa")))
    # Weights are kept with half the digits.
    assert ranking == pytest.approx(dict(model.predict(counts("biaya visa"))), abs=1e-2)


def test_a_model_is_two_files(model: LinearModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([NAMES_FILE, WEIGHTS_FILE])


def test_an_empty_folder_holds_no_model(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LinearModel.load(tmp_path)
