from __future__ import annotations

from bot.evaluation.readable import readability


def test_sentences_and_bubbles_are_measured() -> None:
    found = readability(["Satu dua tiga. Empat lima.", "kata " * 200])
    assert (found.bubbles, found.long_bubbles) == (2, 1)
    assert found.most_words == 200
    assert found.mean_words == (3 + 2 + 200) / 3


def test_a_line_of_sources_is_no_sentence() -> None:
    found = readability(["Satu dua.", "Sumber: a; b; c; d. Dicek 1 Mei 2026."])
    assert (found.longest, found.bubbles) == ("Dicek 1 Mei 2026.", 2)


def test_nothing_has_no_mean() -> None:
    found = readability([])
    assert found.mean_words is None
    assert (found.most_words, found.longest, found.bubbles) == (0, "", 0)
