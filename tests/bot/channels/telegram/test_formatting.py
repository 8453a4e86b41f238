from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.formatting import MESSAGE_UNITS, as_html, split, units

SENTENCE = "Jangan serahkan paspor kepada siapa pun. "


def test_a_text_means_nothing_in_html() -> None:
    assert as_html("a < b & c > d <b>x</b>") == "a &lt; b &amp; c &gt; d &lt;b&gt;x&lt;/b&gt;"


def test_telegrams_units_are_counted() -> None:
    assert [units(text) for text in ("a", "é", "😀", "👍🏽")] == [1, 1, 2, 4]


def test_a_short_text_stays_whole_and_a_blank_one_is_nothing() -> None:
    assert split(" Halo. \n") == ["Halo."]
    assert split(" \n ") == []


def test_a_long_text_is_cut_after_sentences() -> None:
    parts = split(SENTENCE * 300)
    assert len(parts) == 4
    assert all(part.endswith("siapa pun.") and units(part) <= MESSAGE_UNITS for part in parts)
    assert " ".join(parts) == (SENTENCE * 300).strip()


def test_a_paragraph_is_a_better_place_than_a_sentence() -> None:
    text = SENTENCE * 70 + "\n\n" + SENTENCE * 70
    assert split(text) == [(SENTENCE * 70).strip()] * 2


def test_a_line_is_a_better_place_than_a_sentence() -> None:
    text = SENTENCE * 70 + "\n" + SENTENCE * 70
    assert split(text) == [(SENTENCE * 70).strip()] * 2


def test_a_paragraph_that_ends_early_does_not_make_a_short_message() -> None:
    first, second = split("Halo.\n\n" + SENTENCE * 110)
    assert units(first) > MESSAGE_UNITS / 2
    assert second.endswith("siapa pun.")


def test_a_closing_quote_stays_with_its_sentence() -> None:
    sentence = 'Dia bilang: "berangkat besok." '
    for part in split(sentence * 200, 1000, 1000):
        assert part.count('"') % 2 == 0


@pytest.mark.parametrize(
    "sign", ["👍🏽", "👨\u200d👩\u200d👧", "❤\ufe0f", "e\u0301", "1\ufe0f\u20e3"]
)
def test_a_run_without_blanks_is_cut_between_signs(sign: str) -> None:
    parts = split(sign * 3000)
    assert "".join(parts) == sign * 3000
    assert all(len(part) % len(sign) == 0 and units(part) <= MESSAGE_UNITS for part in parts)


def test_the_first_part_may_be_shorter() -> None:
    first, *others = split(SENTENCE * 150, 1024)
    assert units(first) <= 1024
    assert units(others[0]) > 1024


def test_what_telegram_refuses_is_left_out() -> None:
    assert split("a\x00b\ud800\r\nc") == ["ab\ufffd\nc"]


@given(st.text(), st.integers(4, 60))
def test_nothing_is_lost_and_nothing_too_long(text: str, room: int) -> None:
    parts = split(text, room, room)
    assert all(part and units(part) <= room for part in parts)
    kept = re.sub(r"\s", "", "".join(parts))
    whole = re.sub(r"\s", "", "".join(split(text, 10**9)))
    assert kept == whole


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1), st.integers(9, 30))
def test_no_word_is_cut_that_fits(words: list[str], room: int) -> None:
    assert " ".join(split(" ".join(words), room, room)).split() == words


@pytest.mark.parametrize("run", ["\u0301", "\u200d", "a\u0301\u200d\ufe0f" + "\u0301" * 20_000])
def test_marks_without_an_end_do_not_become_a_message_each(run: str) -> None:
    text = run * (20_000 // len(run) + 1)
    parts = split(text)
    assert "".join(parts) == text
    assert len(parts) <= 2 + units(text) // (MESSAGE_UNITS - 64)
