"""Where things stand on a card, by the layout and not by pixels: all of it inside, nothing over anything else, nothing cut in a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.render.card import Card, CardSign
from actions.render.card_layout import Layout, laid_out
from actions.render.card_lines import balanced, broken, fitting_list, width_of
from actions.render.card_style import LEADING, MARGIN, PAGE, STYLES, Words
from tests.actions.render.cards import CARD

LOW = replace(
    CARD,
    risk="rendah",
    title="Risiko rendah menurut teksnya",
    call="Tetap cek dua hal.",
    no_proof="Ini bukan bukti bahwa tawarannya benar.",
    signs=(),
    signs_count=0,
    accusation="",
    steps=("Izin PT: " + "kata " * 20, "Lowongannya: " + "kata " * 20),
)
MEDIUM = replace(CARD, risk="sedang", title="Risiko sedang", signs=(), signs_count=0, accusation="")
LONG = CardSign(
    "Utang, potong gaji, jaminan, atau denda bila keluar dulu",
    "“" + "kata yang dikutip dari sebuah tawaran " * 2 + "…”",
)
CASES = {
    "tinggi": CARD,
    "sedang": MEDIUM,
    "rendah": LOW,
    "one sign": replace(CARD, signs=CARD.signs[:1], signs_count=1),
    "no sign": replace(CARD, signs=(), signs_count=0, accusation=""),
    "full": replace(CARD, signs=(LONG,) * 3, missing=CARD.missing * 3),
    "full low": replace(LOW, signs=(LONG,) * 3, signs_count=3, missing=CARD.missing * 3),
    "long words": replace(
        CARD,
        above="A" * 90,
        title="T" * 60,
        call="c" * 90,
        sentence="s" * 300,
        signs=(CardSign("W" * 200, "“" + "m" * 300 + "”"),) * 3,
        missing=("x" * 200,),
        steps=("q" * 300,),
        contact=("k" * 90, "0" * 60),
        sources=("r" * 200,),
        about="y" * 90,
    ),
    "bare": replace(
        CARD,
        signs=(),
        signs_count=0,
        accusation="",
        missing=(),
        contact=("", ""),
        contact_checked="",
        sources=(),
    ),
}


@pytest.fixture(params=CASES.values(), ids=CASES)
def layout(request: pytest.FixtureRequest) -> Layout:
    return laid_out(request.param)


def _box(words: Words) -> tuple[float, float, float, float]:
    width = width_of(words.text, words.size, words.bold)
    return words.x, words.y, words.x + width, words.y + words.size * LEADING


def _texts(layout: Layout, role: str) -> str:
    return " ".join(words.text for words in layout.words if words.role == role)


def test_everything_is_inside_the_margins(layout: Layout) -> None:
    for words in layout.words:
        left, top, right, bottom = _box(words)
        assert left >= MARGIN, words
        assert right <= PAGE[0] - MARGIN + 1, words
        assert top >= 40, words
        assert bottom <= PAGE[1] - 36, words


def test_nothing_lies_over_anything_else(layout: Layout) -> None:
    boxes = [(words, _box(words)) for words in layout.words]
    for number, (one, a) in enumerate(boxes):
        for other, b in boxes[number + 1 :]:
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 13 or b[3] <= a[1] + 13
            assert apart, (one, other)


def test_surfaces_do_not_cover_words_of_others(layout: Layout) -> None:
    (panel,) = [shape for shape in layout.shapes if shape.kind == "panel"]
    inside = {
        words.role
        for words in layout.words
        if panel.y - 1 <= words.y and _box(words)[3] <= panel.y + panel.height + 1
    }
    assert inside <= {"steps_heading", "step", "contact", "contact_checked"}
    assert "step" in inside


@pytest.mark.parametrize("card", [CARD, MEDIUM, LOW], ids=["tinggi", "sedang", "rendah"])
def test_a_card_says_all_of_its_words(card: Card) -> None:
    layout = laid_out(card)
    for role in ("above", "title", "call", "sentence", "no_proof", "accusation", "about"):
        assert _texts(layout, role) == getattr(card, role)
    assert _texts(layout, "sign") == " ".join(sign.title for sign in card.signs)
    assert _texts(layout, "quote") == " ".join(sign.quote for sign in card.signs if sign.quote)
    assert _texts(layout, "contact") == "Pusat Panggilan KP2MI: 08001000"
    assert _texts(layout, "contact_checked") == card.contact_checked
    for step in card.steps:
        assert step.strip() in _texts(layout, "step")
    assert _texts(layout, "missing").startswith("nama P3MI")
    assert "dicek 21 November 2026" in _texts(layout, "sources")


def test_each_risk_has_a_shape_and_a_colour_of_its_own_and_none_is_green() -> None:
    assert len({style.icon for style in STYLES.values()}) == 3
    for risk, style in STYLES.items():
        red, green, blue = (int(style.band[i : i + 2], 16) for i in (1, 3, 5))
        assert green < max(red, blue)
        (icon,) = [shape for shape in laid_out(replace(CARD, risk=risk)).shapes if not shape.fill]
        assert icon.kind == style.icon


@pytest.mark.parametrize("risk", STYLES)
def test_contrast_is_strong_without_colour(risk: str) -> None:
    def light(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    style = STYLES[risk]
    for ink, paper in (
        (style.band_ink, style.band),
        ("#161616", style.tint),
        ("#545454", "#ffffff"),
    ):
        low, high = sorted((light(ink), light(paper)))
        assert (high + 0.05) / (low + 0.05) >= 7


def test_low_has_its_warning_across_the_page_right_below_the_verdict() -> None:
    layout = laid_out(LOW)
    first, strip = [shape for shape in layout.shapes if shape.kind == "band"]
    assert strip.y == first.height
    assert strip.width == PAGE[0]
    (words,) = [words for words in layout.words if words.role == "no_proof"]
    assert words.bold
    assert words.size >= 32
    assert strip.y < words.y < strip.y + strip.height


def test_letters_grow_where_there_is_room_and_never_get_tiny() -> None:
    assert laid_out(CASES["one sign"]).scale > laid_out(CARD).scale
    sizes = [words.size for words in laid_out(CASES["full"]).words if words.role != "sources"]
    assert min(sizes) >= 22


def test_signs_that_do_not_fit_are_counted() -> None:
    layout = laid_out(replace(CASES["full low"], risk="rendah"))
    shown = sum(shape.kind == "bar" for shape in layout.shapes)
    assert shown < 3
    assert f"({shown} dari 3)" in _texts(layout, "signs_heading")
    assert _texts(laid_out(CARD), "signs_heading") == "Tanda terberat (3 dari 5)"
    assert _texts(laid_out(CASES["one sign"]), "signs_heading") == ""


def _cut(lines: list[str], text: str) -> Iterator[str]:
    """Words that stand on the lines but not in the text."""
    words = text.split()
    yield from (word for line in lines for word in line.split() if word not in words)


def test_lines_are_cut_at_words_and_say_so() -> None:
    text = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
    lines = broken(text, 40, False, 300, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert list(_cut([lines[0], lines[1][:-1]], text)) == []


def test_a_word_wider_than_the_line_is_shortened() -> None:
    assert broken("a" + "m" * 90, 30, False, 300, 3)[0].endswith("m…")
    assert broken("“" + "m" * 90 + "”", 30, False, 300, 3) == [
        broken("“" + "m" * 90 + "”", 30, False, 300)[0]
    ]
    assert broken("“" + "m" * 90 + "”", 30, False, 300, 1)[0].endswith("m…”")


def test_no_word_is_left_alone() -> None:
    text = "Saya tidak menemukan hal yang mencurigakan di teks ini."
    width = width_of(text, 35, False) - 20
    assert broken(text, 35, False, width)[-1] == "ini."
    one, two = balanced(text, 35, False, width)
    assert f"{one} {two}" == text
    assert len(two) > len(text) / 3


def test_long_names_make_way_for_short_ones_and_all_are_counted() -> None:
    names = ("nama P3MI", "perjanjian kerja dalam bahasa Indonesia", "gaji", "jabatan")
    assert fitting_list(names, 30, 2000) == ", ".join(names)
    assert fitting_list(names, 30, 640) == "nama P3MI, gaji, jabatan, dan 1 lainnya"


@given(
    text=st.text(st.sampled_from("abc WM…”“,. "), min_size=1, max_size=200),
    width=st.integers(60, 900),
    most=st.integers(1, 4),
)
def test_any_text_fits(text: str, width: int, most: int) -> None:
    for lines in (broken(text, 30, True, width, most), balanced(text, 30, True, width, most)):
        assert len(lines) <= most
        assert all(width_of(line, 30, True) <= width for line in lines)
