"""Words of an offer: exact, short, and harmless to a screen."""

from __future__ import annotations

import pytest

from actions.screening.model import Evidence
from actions.screening.quoting import LONGEST_QUOTE, first_sentence, quoted, quotes, visible


def test_words_are_quoted_as_they_are() -> None:
    assert quoted("V1SA  TURIZ dulu!!") == "“V1SA TURIZ dulu!!”"


def test_long_words_are_shortened_between_words() -> None:
    quote = quoted("kirim foto paspor " * 10)
    assert len(quote) <= LONGEST_QUOTE + 2
    assert quote.endswith(("kirim…”", "foto…”", "paspor…”"))


def test_one_endless_word_is_cut() -> None:
    assert quoted("a" * 500) == f"“{'a' * (LONGEST_QUOTE - 1)}…”"


def test_eighty_characters_stay_whole() -> None:
    assert quoted("a" * LONGEST_QUOTE) == f"“{'a' * LONGEST_QUOTE}”"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("visa\nturis", "visa turis"),
        ("\x1b[31mmerah\x1b[0m", "[31mmerah [0m"),
        ("a\u202eb\u2066c", "abc"),
        ("keluarga 👨‍👩‍👧", "keluarga 👨‍👩‍👧"),
        ("\x00\x07", ""),
        ("vi\u200bsa", "visa"),
    ],
)
def test_nothing_can_disturb_a_screen(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_the_same_words_are_quoted_once() -> None:
    texts = ("DP", "dp", "uang muka", "fee")
    evidence = [Evidence(text, 9 * n, 9 * n + len(text)) for n, text in enumerate(texts)]
    assert quotes(evidence, 2) == ("“DP”", "“uang muka”")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Satu. Dua.", "Satu."),
        ("Rp1.500 sebulan? Ya.", "Rp1.500 sebulan?"),
        ("Tanpa titik", "Tanpa titik"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_words_inside_others_are_not_quoted_again() -> None:
    text = "pakai visa turis dulu " + "lalu " * 30
    spans = [(6, 16), (6, 21), (0, len(text))]
    evidence = [Evidence(text[start:end], start, end) for start, end in spans]
    assert quotes(evidence, 3) == ("“visa turis dulu”",)
    assert quotes(evidence[2:], 3)[0].endswith("…”")
