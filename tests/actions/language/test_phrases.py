"""The table that finds phrases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actions.language.phrases import PhraseTable, joined

WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4)


def found(phrases: list[str], text: str) -> list[tuple[str, int, int]]:
    return list(PhraseTable({joined(each.split()): each for each in phrases}).find(text.split()))


def test_every_phrase_is_found_where_it_stands() -> None:
    assert found(["uni emirat arab", "arab", "uni"], "ke uni emirat arab arab") == [
        ("uni", 1, 2),
        ("uni emirat arab", 1, 4),
        ("arab", 3, 4),
        ("arab", 4, 5),
    ]


def test_the_beginning_of_a_phrase_is_none() -> None:
    assert found(["uni emirat arab"], "uni emirat") == []


def test_a_word_with_a_blank_is_one_word() -> None:
    table = PhraseTable({joined(["terima kasih"]): 1, joined(["terima", "kasih"]): 2})
    assert list(table.find(["terima kasih"])) == [(1, 0, 1)]
    assert list(table.find(["terima", "kasih"])) == [(2, 0, 2)]


def test_an_empty_table_finds_nothing() -> None:
    assert found([], "apa saja") == []


@given(st.lists(WORDS, max_size=6), st.lists(st.sampled_from("abc"), max_size=12))
def test_it_finds_what_a_plain_search_finds(phrases: list[list[str]], words: list[str]) -> None:
    plain = {
        (joined(phrase), start, start + len(phrase))
        for phrase in phrases
        for start in range(len(words))
        if words[start : start + len(phrase)] == phrase
    }
    assert set(PhraseTable({joined(p): joined(p) for p in phrases}).find(words)) == plain
