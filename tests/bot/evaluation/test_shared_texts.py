from __future__ import annotations

import pytest

from bot.evaluation.shared_texts import SharedText, shared_texts

TEN = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


@pytest.mark.parametrize(
    ("other", "share"),
    [
        (TEN.upper() + "!!", 1.0),
        (f"sebelum {TEN} sesudah itu masih banyak kata lain", 1.0),
        (TEN.replace("sepuluh", "sebelas"), 5 / 6),
        (TEN.replace("delapan", "delapanbelas"), None),
        ("satu dua tiga empat lima enam tujuh", None),
        ("kata lain", None),
        ("", None),
    ],
)
def test_most_runs_of_five_words_make_a_shared_text(other: str, share: float | None) -> None:
    found = shared_texts({"a": TEN}, {"b": other})
    assert found == ([] if share is None else [SharedText("a", "b", share)])


def test_short_texts_are_shared_when_they_are_the_same() -> None:
    assert shared_texts({"a": "Aman ga?"}, {"b": "aman GA"}) == [SharedText("a", "b", 1.0)]


def test_a_text_is_not_compared_with_itself_and_the_most_alike_come_first() -> None:
    texts = {"a": TEN, "b": TEN, "c": TEN.replace("sepuluh", "sebelas")}
    found = shared_texts(texts, texts)
    assert [(each.first, each.second) for each in found[:2]] == [("a", "b"), ("b", "a")]
    assert all(each.first != each.second for each in found)
    assert len(found) == 6
