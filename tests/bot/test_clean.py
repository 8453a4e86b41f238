from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clean import MOST_CHARACTERS, clean, origins, shorten, sound


@pytest.mark.parametrize(
    "typed",
    [
        "/kuis",
        "//kuis",
        "/ /kuis",
        " \t/kuis",
        "\x00/kuis",
        "\u200b/kuis",
        "/\u200b/\n/ kuis",
        "/kuis ",
    ],
)
def test_a_typed_slash_never_leads(typed: str) -> None:
    assert clean(typed) == "kuis"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  aman ga?  ", "aman ga?"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a b"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("ka\u200bmbo\u00adja", "kamboja"),
        ("\u202eterbalik", "terbalik"),
        ("a\ud83db", "a b"),
        ("a\ue000b\uffffc", "a b c"),
        ("gaji 5/6 juta", "gaji 5/6 juta"),
        ("😀 tolong", "😀 tolong"),
        ("\ufeffhalo", "halo"),
        ("/", ""),
        ("\u200b\x00\ud83d", ""),
        ("", ""),
    ],
)
def test_only_what_a_reader_sees_is_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_changes_nothing_and_utf8_is_possible(typed: str) -> None:
    kept = clean(typed)
    assert clean(kept) == kept
    assert not kept.startswith("/")
    kept.encode("utf-8")


def test_a_long_text_keeps_its_beginning_and_its_end() -> None:
    text, shortened = shorten("awal " + "x" * 100_000 + " akhir?")
    assert shortened
    assert len(text) <= MOST_CHARACTERS + 3
    assert text.startswith("awal ")
    assert text.endswith(" akhir?")


def test_a_text_at_the_limit_stays_as_it_is() -> None:
    assert shorten("x" * MOST_CHARACTERS) == ("x" * MOST_CHARACTERS, False)


@given(st.text(max_size=50))
def test_origins_point_to_the_characters_that_were_typed(typed: str) -> None:
    read = clean(typed)
    places = origins(typed)
    assert len(places) == len(read)
    assert places == sorted(places)
    assert all(
        typed[place] == char or char == " " for place, char in zip(places, read, strict=True)
    )


def test_origins_reach_over_what_was_left_out() -> None:
    typed = "  /awal " + "x" * 10_000 + " kamboja"
    read, _ = shorten(clean(typed))
    places = origins(typed)
    assert len(places) == len(read)
    start = read.index("kamboja")
    assert typed[places[start] : places[start + 6] + 1] == "kamboja"
    assert typed[places[0]] == "a"


@given(st.text())
def test_what_is_printable_stays_as_it_is(typed: str) -> None:
    shown = "".join(filter(str.isprintable, typed))
    assert clean(shown) == shown.lstrip("/ ").rstrip(" ")


def test_halves_of_letters_become_question_marks_and_places_stay() -> None:
    typed = "gaji \ud800 5\udfff juta 😀"
    assert sound(typed) == "gaji ? 5? juta 😀"
    assert len(sound(typed)) == len(typed)
    sound(typed).encode()
