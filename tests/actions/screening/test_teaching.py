"""Labelled offers as examples: which piece shows what, and who judges whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from actions.screening import teaching
from actions.screening.detector import Seen
from actions.screening.labelled_offers import Offer
from actions.screening.model import Evidence, Facts
from actions.screening.teaching import Lesson, piece_examples, unseen_clues, unseen_margins
from actions.screening.training import Example, Learned

TEXT = "Paspor dipegang kantor\nGaji 5 juta\nTanpa PT"
LINES = ("Paspor dipegang kantor", "Gaji 5 juta", "Tanpa PT")


def offer(
    id_: str,
    kind: str,
    text: str,
    flags: frozenset[str],
    arguable: frozenset[str],
    evidence: dict[str, list[str]],
) -> Offer:
    return Offer(id_, kind, "lain", text, ("tinggi",), flags, arguable, evidence=evidence)


def lesson(
    id_: str = "da_1", kind: str = "tipu", evidence: dict[str, list[str]] | None = None
) -> Lesson:
    flags = frozenset(("paspor", "tanpa"))
    pieces = [
        (Evidence(line, TEXT.index(line), TEXT.index(line) + len(line)), Counter({f"w:{line}": 1}))
        for line in LINES
    ]
    seen = Seen({}, {}, pieces, Counter({f"w:{id_}": 1, f"k:{kind}": 1}), False, Facts())
    return Lesson(offer(id_, kind, TEXT, flags, frozenset(("gaji",)), evidence or {}), seen)


def test_a_piece_shows_the_flags_whose_words_stand_in_it() -> None:
    first, second, third = lesson(evidence={"paspor": ["dipegang kantor"]}).pieces()
    assert first.shows == {"paspor"}
    assert second.shows == third.shows == frozenset()


def test_without_words_nobody_knows_which_piece_shows_a_flag() -> None:
    for piece in lesson(evidence={"paspor": ["dipegang kantor"]}).pieces():
        assert piece.unsure == {"tanpa", "gaji"}


def test_the_same_words_count_at_every_place() -> None:
    found = offer("a_1", "tipu", "ya (ya) tidak", frozenset("x"), frozenset(), {"x": ["ya"]})
    assert found.spans("x") == [(0, 2), (4, 6)]
    assert found.spans("y") == []


def test_a_whole_offer_shows_its_kind_too() -> None:
    assert lesson(kind="asli").whole().shows == {"asli", "paspor", "tanpa"}


def test_nobody_is_judged_by_their_own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    lessons = [lesson(f"{author}_{n}") for author in ("aa", "bb", "cc", "dd") for n in range(2)]
    taught: list[set[str]] = []

    class Judge:
        def __init__(self, scorer: set[str], needed: float) -> None:
            self.authors = scorer

        def margin(self, counts: Counter[str]) -> float:
            name, _ = counts
            assert name[2:4] not in self.authors
            return 1.0

    def fit(texts: list[tuple[Counter[str], bool]], label: str) -> set[str]:
        authors = {name[2:4] for counts, _ in texts for name in counts if name[0] == "w"}
        taught.append(authors)
        return authors

    monkeypatch.setattr(teaching, "KindDetector", Judge)
    monkeypatch.setattr(teaching, "fit_kinds", fit)
    assert unseen_margins([], lessons) == [1.0] * len(lessons)
    assert all(len(authors) >= 2 for authors in taught)


def test_clues_come_from_machines_that_saw_other_authors_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lessons = [lesson(f"{author}_{n}") for author in ("aa", "bb", "cc") for n in range(2)]
    sentence = Example(Counter({"w:kalimat": 1}), frozenset())
    seen: list[tuple[str, ...]] = []

    class Taught:
        def __init__(self, examples: Sequence[Example]) -> None:
            self.examples = examples

        def without(self, left_out: np.ndarray) -> Taught:
            return Taught(
                [each for each, out in zip(self.examples, left_out, strict=True) if not out]
            )

        def scores_of(self, texts: Sequence[Counter[str]]) -> np.ndarray:
            assert self.examples[0] is sentence
            assert len(self.examples) == 1 + 4 * len(LINES)
            return np.zeros((len(texts), 2))

        def scores(self, counts: Counter[str]) -> np.ndarray:
            authors = {
                name[2:4] for each in self.examples for name in each.counts if name[0] == "w"
            }
            own = {name[2:4] for name in counts if name[0] == "w"}
            assert len(authors) == 2
            assert not own & authors
            seen.append(tuple(sorted(authors)))
            return np.zeros(4)

    pieces = Taught([sentence, *piece_examples(lessons)])
    whole = Taught([each.whole() for each in lessons])
    clues = unseen_clues(cast(Learned, pieces), cast(Learned, whole), lessons, ["paspor", "tanpa"])
    assert len(clues) == len(seen) == len(lessons)


def test_only_scams_decide_what_may_be_lost() -> None:
    lessons = [
        lesson(f"{author}_{kind}", kind)
        for author in ("aa", "bb", "cc")
        for kind in ("tipu", "asli", "abu", "bukan")
    ]
    assert len(unseen_margins([], lessons)) == 3
