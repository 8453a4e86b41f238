"""Training of the scorers, thresholds, and what is written and read again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from actions.screening import training
from actions.screening.kinds import OFFER, KindDetector
from actions.screening.scorer import LabelScorer
from actions.screening.thresholds import needed_to_keep
from actions.screening.training import Example, Learned, fit_kinds, learn_pieces

LABELS = ["paspor", "utang"]


def counts(text: str) -> Counter[str]:
    return Counter(f"w:{word}" for word in text.split())


def shows(text: str, *flags: str, unsure: tuple[str, ...] = ()) -> Example:
    return Example(counts(text), frozenset(flags), frozenset(unsure))


SENTENCES = [
    shows("paspor dipegang kantor", "paspor"),
    shows("paspor disimpan kantor", "paspor"),
    shows("gaji dipotong tiket", "utang"),
    shows("gaji dipotong hutang", "utang"),
    shows("paspor dipegang sendiri"),
    shows("gaji utuh tiket gratis"),
    shows("kantor di jakarta"),
]


@pytest.fixture(scope="module")
def learned() -> Learned:
    return learn_pieces(SENTENCES, LABELS)


@pytest.fixture(scope="module")
def scorer(learned: Learned) -> LabelScorer:
    return learned.scorer


def test_each_flag_has_a_machine_of_its_own(scorer: LabelScorer) -> None:
    paspor, utang = scorer.scores(counts("paspor dipegang kantor"))
    assert paspor > 0 > utang
    paspor, utang = scorer.scores(counts("gaji dipotong tiket"))
    assert utang > 0 > paspor


def test_a_text_without_known_features_scores_the_bias(scorer: LabelScorer) -> None:
    assert scorer.scores(Counter()) == pytest.approx(scorer.bias)


def test_a_flag_that_nothing_shows_is_never_raised() -> None:
    scorer = learn_pieces(SENTENCES, [*LABELS, "organ"]).scorer
    assert scorer.scores(counts("paspor dipegang kantor"))[2] < 0


def test_a_scorer_comes_back_from_its_folder(scorer: LabelScorer, tmp_path: Path) -> None:
    scorer.save(tmp_path)
    again = LabelScorer.load(tmp_path)
    text = counts("paspor dipegang kantor")
    assert again.labels == LABELS
    assert again.scores(text) == pytest.approx(scorer.scores(text), abs=0.01)


def test_a_scorer_that_is_not_there_is_missed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LabelScorer.load(tmp_path)


def test_kinds_of_texts_are_told_apart_and_kept(tmp_path: Path) -> None:
    texts = [(counts("dicari admin minat hubungi"), True)] + [
        (counts(f"polisi menangkap {word}"), False) for word in ("pelaku", "calo", "sindikat")
    ]
    texts = texts * 2
    detector = KindDetector(fit_kinds(texts, OFFER), 0.0)
    detector.save(tmp_path)
    again = KindDetector.load(tmp_path)
    assert again.is_offer(counts("dicari admin minat hubungi"))
    assert not again.is_offer(counts("polisi menangkap calo"))


def test_what_is_unsure_teaches_nothing() -> None:
    doubtful = [shows("kantor di jakarta", unsure=("paspor",))] * 20
    sure = [shows("kantor di jakarta", "paspor")] * 20
    paspor, taught = (
        learn_pieces([*SENTENCES, *more], LABELS).scorer.scores(counts("kantor di jakarta"))[0]
        for more in (doubtful, sure)
    )
    assert paspor < 0 < taught


def test_margins_are_those_of_the_examples(learned: Learned) -> None:
    margins = learned.scorer.scores_of([each.counts for each in SENTENCES])
    assert learned.margins == pytest.approx(margins, abs=1e-6)


@pytest.mark.parametrize("near", [-9.0, 1.0, 9.0])
def test_what_is_left_out_leaves_no_trace(near: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the words and their frequencies nor in the weights, whatever is looked at first."""
    monkeypatch.setattr(training, "_NEAR", near)
    words = [f"kata{number}" for number in range(40)]
    examples = [
        shows(
            f"{'paspor dipegang' if number % 4 == 0 else 'gaji utuh'} {words[number % 40]} {words[number * 7 % 40]}",
            *(["paspor"] if number % 4 == 0 else []),
            unsure=("utang",) if number % 5 == 0 else (),
        )
        for number in range(120)
    ]
    strangers = [shows("paspor disimpan majikan gaji"), shows("paspor majikan", "paspor")] * 20
    left_out = np.array([False] * len(examples) + [True] * len(strangers))
    part = learn_pieces([*examples, *strangers], LABELS).without(left_out)
    alone = learn_pieces(examples, LABELS).scorer
    assert part.vocabulary == alone.vocabulary
    assert part.idf == pytest.approx(alone.idf)
    assert part.weights == pytest.approx(alone.weights, abs=1e-3)
    assert part.bias == pytest.approx(alone.bias, abs=1e-3)


def test_several_texts_are_scored_as_each_alone(scorer: LabelScorer) -> None:
    texts = [counts("paspor dipegang kantor"), counts("gaji dipotong tiket")]
    assert scorer.scores_of(texts) == pytest.approx(np.array([scorer.scores(t) for t in texts]))
    assert scorer.scores_of([]).shape == (0, len(LABELS))


def test_no_more_than_a_share_is_lost() -> None:
    margins = np.linspace(-1, 1, 201).tolist()
    needed = needed_to_keep(margins, 0.01)
    assert sum(margin < needed for margin in margins) <= 2
