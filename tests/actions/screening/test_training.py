"""Training of the scorers, thresholds, and what is written and read again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from actions.screening.kinds import OFFER, KindDetector
from actions.screening.labelled import Offer
from actions.screening.scorer import LabelScorer
from actions.screening.thresholds import needed_for, needed_to_keep
from actions.screening.training import LabelledOffer, fit_flags, fit_kinds

LABELS = ["paspor", "utang"]


def counts(text: str) -> Counter[str]:
    return Counter(f"w:{word}" for word in text.split())


SENTENCES = [
    (counts("paspor dipegang kantor"), frozenset({"paspor"})),
    (counts("paspor disimpan kantor"), frozenset({"paspor"})),
    (counts("gaji dipotong tiket"), frozenset({"utang"})),
    (counts("gaji dipotong hutang"), frozenset({"utang"})),
    (counts("paspor dipegang sendiri"), frozenset()),
    (counts("gaji utuh tiket gratis"), frozenset()),
    (counts("kantor di jakarta"), frozenset()),
]
# The word "ditahan" stands in no sentence; only the whole offers teach it.
OFFERS = [
    LabelledOffer(
        [counts("gaji utuh"), counts("paspor ditahan kantor")], frozenset({"paspor"}), frozenset()
    ),
    LabelledOffer(
        [counts("gaji ditahan"), counts("kantor sendiri")], frozenset(), frozenset({"utang"})
    ),
]


@pytest.fixture(scope="module")
def scorer() -> LabelScorer:
    return fit_flags(SENTENCES, OFFERS, LABELS)


def test_each_flag_has_a_machine_of_its_own(scorer: LabelScorer) -> None:
    paspor, utang = scorer.scores(counts("paspor dipegang kantor"))
    assert paspor > 0 > utang
    paspor, utang = scorer.scores(counts("gaji dipotong tiket"))
    assert utang > 0 > paspor


def test_a_text_without_known_features_scores_the_bias(scorer: LabelScorer) -> None:
    assert scorer.scores(Counter()) == pytest.approx(scorer.bias)


def test_a_flag_that_nothing_shows_is_never_raised() -> None:
    scorer = fit_flags(SENTENCES, [], [*LABELS, "organ"])
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


def offer(number: int, kind: str, *flags: str, arguable: tuple[str, ...] = ()) -> Offer:
    return Offer(f"a_{number}", kind, "", frozenset(flags), frozenset(arguable))


def test_a_threshold_lies_between_what_shows_the_flag_and_what_does_not() -> None:
    shown = [(offer(n, "tipu", "paspor"), {"paspor": 0.9}) for n in range(20)]
    others = [(offer(n, "asli"), {"paspor": 0.4}) for n in range(20)]
    assert 0.4 < needed_for(["paspor"], [*shown, *others])["paspor"] + 0.1 <= 0.9


def test_what_is_arguable_moves_no_threshold() -> None:
    shown = [(offer(n, "tipu", "paspor"), {"paspor": 0.9}) for n in range(20)]
    arguable = [(offer(n, "tipu", arguable=("paspor",)), {"paspor": 5.0}) for n in range(200)]
    assert needed_for(["paspor"], shown) == needed_for(["paspor"], [*shown, *arguable])


def test_no_more_than_a_share_is_lost() -> None:
    margins = np.linspace(-1, 1, 201).tolist()
    needed = needed_to_keep(margins, 0.01)
    assert sum(margin < needed for margin in margins) <= 2
