"""Labelled offers as examples: which piece shows what, and who judges whom."""

from __future__ import annotations

from collections import Counter

import pytest

from actions.screening import teaching
from actions.screening.detector import Seen
from actions.screening.labelled import Offer
from actions.screening.model import Evidence, Facts
from actions.screening.teaching import Lesson, unseen_margins

TEXT = "Paspor dipegang kantor\nGaji 5 juta\nTanpa PT"
LINES = ("Paspor dipegang kantor", "Gaji 5 juta", "Tanpa PT")


def lesson(
    id_: str = "da_1", kind: str = "tipu", evidence: dict[str, list[str]] | None = None
) -> Lesson:
    flags = frozenset(("paspor", "tanpa"))
    pieces = [
        (Evidence(line, TEXT.index(line), TEXT.index(line) + len(line)), Counter({f"w:{line}": 1}))
        for line in LINES
    ]
    seen = Seen({}, {}, pieces, Counter({f"w:{id_}": 1, f"k:{kind}": 1}), False, Facts())
    return Lesson(Offer(id_, kind, TEXT, flags, frozenset(("gaji",)), evidence or {}), seen)


def test_a_piece_shows_the_flags_whose_words_stand_in_it() -> None:
    first, second, third = lesson(evidence={"paspor": ["dipegang kantor"]}).pieces()
    assert first.shows == {"paspor"}
    assert second.shows == third.shows == frozenset()


def test_without_words_nobody_knows_which_piece_shows_a_flag() -> None:
    for piece in lesson(evidence={"paspor": ["dipegang kantor"]}).pieces():
        assert piece.unsure == {"tanpa", "gaji"}


def test_the_same_words_count_at_every_place() -> None:
    offer = Offer("a_1", "tipu", "ya (ya) tidak", frozenset("x"), frozenset(), {"x": ["ya"]})
    assert offer.spans("x") == [(0, 2), (4, 6)]
    assert offer.spans("y") == []


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


def test_only_scams_decide_what_may_be_lost() -> None:
    lessons = [
        lesson(f"{author}_{kind}", kind)
        for author in ("aa", "bb", "cc")
        for kind in ("tipu", "asli", "abu", "bukan")
    ]
    assert len(unseen_margins([], lessons)) == 3
