"""Ages in a text, and spans of time that look like ages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.language.ages import OLDEST, YOUNGEST, ages_in

MUDDLE = st.text(alphabet="0123456789 -–/umrsiathn.:\n🙏", max_size=40)


def values(text: str) -> list[str]:
    return [age.value for age in ages_in(text)]


def written(text: str) -> list[str]:
    return [text[age.start : age.end] for age in ages_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("umur 19 th", "19"),
        ("umur saya 17", "17"),
        ("umurku baru 16", "16"),
        ("usia: 20", "20"),
        ("usia minimal 18", "18"),
        ("masih 17 taun", "17"),
        ("anak saya 15 tahun", "15"),
        ("17thn", "17"),
        ("UMUR 19 TAHUN", "19"),
    ],
)
def test_an_age_is_found(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("usia 18-35 tahun", "18-35"),
        ("usia 18 – 35", "18-35"),
        ("18 s/d 40 tahun", "18-40"),
        ("umur 21 sampai 45", "21-45"),
    ],
)
def test_a_range_has_both_ends(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    ["kontrak 24 tahun", "pengalaman 10 tahun", "10 tahun lalu", "dipenjara 15 tahun",
     "penjara 15 tahun", "kerja 12 tahun di sana", "selama 12 tahun"],
)  # fmt: skip
def test_a_span_of_time_is_no_age(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["", "umur", "umur 0", "umur 99", "umur 120", "tahun 2026", "umur 1.900", "umur 35-18"]
)
def test_what_nobody_is_is_no_age(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["17 orang", "jam 17", "17 juta", "no 17"])
def test_a_bare_number_is_no_age(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("🙏 umur 19 th kak", "19 th"),
        ("SYARAT:\n- usia 18-35 tahun\n- sehat", "18-35 tahun"),
        ("umur\n19", "19"),
    ],
)
def test_offsets_point_at_the_figures(text: str, age: str) -> None:
    assert written(text) == [age]


def is_sound(text: str) -> bool:
    return all(
        0 <= age.start < age.end <= len(text) and 0 < age.low <= age.high <= OLDEST
        for age in ages_in(text)
    )


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert is_sound(text)


@given(MUDDLE)
def test_any_muddle_of_figures_can_be_read(text: str) -> None:
    assert is_sound(text)


@given(st.integers(YOUNGEST, OLDEST))
def test_every_age_of_a_worker_is_found(age: int) -> None:
    assert values(f"umur {age} tahun") == [str(age)]
