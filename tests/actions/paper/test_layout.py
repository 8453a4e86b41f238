"""Every page fits: no words are cut, run over, lie on each other, or had to shrink until they cannot be read."""

from __future__ import annotations

import itertools

import pytest

from actions.paper.canvas import Canvas
from actions.paper.letters import Box
from actions.paper.parts import Material
from actions.paper.sheets import CARDS, PATH, POSTER, SIGNS, Sheet, draw
from actions.paper.style import BLACK, COLOUR, SIZES, Format
from tests.actions.paper.conftest import LINK

# Printers leave the edge of the paper white, millimetres.
EDGE = 5.0
# Points: small print on A5, and on a card the size of a bank card.
LEAST = {"A4": 5.4, "A5": 5.1}
SHRUNK = 0.8
# An address has no place to break; the longest that settings take is still read.
LONG_SHRUNK = 0.45
PAPER = {"A4": (210, 297), "A5": (148, 210)}
LONG_LINK = "https://mawas.contoh-alamat-yang-panjang.or.id/bot"
# Enough of them in every form; the rest once.
OFTEN = ("KH", "MY", "SA", "TW", "MM", "CD", "US")
WALL = (Sheet(SIGNS), Sheet(PATH), Sheet(POSTER, link=LINK), Sheet(POSTER, link=LONG_LINK))


def overlap(one: Box, other: Box) -> bool:
    # A hair is no overlap: boxes reach from the tops of capitals to the ends of tails.
    hair = 0.15
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.foot, other.foot) - max(one.y, other.y)
    return across > hair and down > hair


def check(canvas: Canvas, least: float, shrunk: float = SHRUNK) -> None:
    """All that can be wrong with where words stand."""
    assert canvas.placed
    for each in canvas.placed:
        assert each.size >= least, each
        assert each.size >= each.wanted * shrunk, each
        assert each.box.width <= each.room.width + 0.1, each
        assert each.box.height <= each.room.height + 0.1, each
        assert each.box.x >= EDGE, each
        assert each.box.y >= EDGE, each
        assert each.box.right <= canvas.width - EDGE, each
        assert each.box.foot <= canvas.height - EDGE, each
    for page in range(1, canvas.pages + 1):
        words = [each for each in canvas.placed if each.page == page]
        for one, other in itertools.combinations(words, 2):
            assert not overlap(one.box, other.box), (one, other)
        pictures = [box for number, box in canvas.pictures if number == page]
        for picture, each in itertools.product(pictures, words):
            assert not overlap(picture, each.box), (picture, each)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("palette", [COLOUR, BLACK], ids=["colour", "bw"])
@pytest.mark.parametrize("sheet", WALL, ids=lambda sheet: f"{sheet.kind}-{sheet.link}")
def test_sheets_for_the_wall(material: Material, sheet: Sheet, palette, size: str) -> None:
    canvas = draw(material, sheet, Format(size, palette))
    assert canvas.pages == 1
    check(canvas, LEAST[size], LONG_SHRUNK if sheet.link == LONG_LINK else SHRUNK)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("country", OFTEN)
def test_cards_in_every_form(material: Material, country: str, size: str) -> None:
    for palette in (COLOUR, BLACK):
        check(draw(material, Sheet(CARDS, country=country), Format(size, palette)), 5.0)


def test_cards_of_every_country(material: Material) -> None:
    codes = [row.country for row in material.store.countries()]
    assert len(codes) > 150
    for code in codes:
        check(draw(material, Sheet(CARDS, country=code), Format("A5")), 5.0)


def test_the_check_notices_what_does_not_fit() -> None:
    def with_text(room: Box, text: str) -> Canvas:
        canvas = Canvas("uji", (100.0, 100.0), COLOUR)
        canvas.add_page()
        canvas.text(Box(10, 10, 50, 5), "Di sini", 12)
        canvas.text(room, text, 12)
        return canvas

    check(with_text(Box(10, 30, 50, 5), "Di sana"), 5)
    for room, text in (
        (Box(12, 11, 50, 5), "Di atas yang lain"),
        (Box(90, 30, 30, 5), "Keluar dari kertas"),
        (Box(10, 30, 20, 2), "Terlalu banyak kata untuk tempat sekecil ini"),
    ):
        with pytest.raises(AssertionError):
            check(with_text(room, text), 5)


def test_words_that_can_never_fit_do_not_hang() -> None:
    canvas = Canvas("uji", (100.0, 100.0), COLOUR)
    canvas.add_page()
    canvas.text(Box(10, 10, 1, -1), "Pertanggungjawaban", 12)
    assert canvas.placed[0].text == "Pertanggungjawaban"


@pytest.mark.parametrize("size", SIZES)
def test_paper_has_its_size(material: Material, size: str) -> None:
    for sheet in (Sheet(SIGNS), Sheet(CARDS, country="KH")):
        data = draw(material, sheet, Format(size)).bytes()
        width, height = sorted(float(each) * 25.4 / 72 for each in _media_box(data))
        assert (round(width), round(height)) == PAPER[size]


def _media_box(data: bytes) -> list[bytes]:
    return data.split(b"/MediaBox [")[1].split(b"]")[0].split()[2:]
