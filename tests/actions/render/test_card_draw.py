"""A card as a picture: the right size, legible to a reader of pictures, and drawn even where fonts are missing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from actions.pictures.read import read_picture
from actions.render import card_lines, fonts
from actions.render.card import Card
from actions.render.card_draw import drawn
from actions.render.card_style import STYLES
from tests.actions.render.cards import CARD
from tests.actions.render.test_card_layout import LOW, MEDIUM

CARDS = {"tinggi": CARD, "sedang": MEDIUM, "rendah": LOW}


def _forget() -> None:
    fonts._font.cache_clear()
    card_lines._width.cache_clear()


@pytest.fixture
def _no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # Pillow looks for a name in the system's folders too.
    monkeypatch.setitem(fonts._FILES, "sans", ("tidak-ada.ttf",) * 2)
    _forget()
    yield
    _forget()


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_is_a_small_upright_png(card: Card) -> None:
    data = drawn(card)
    assert data.startswith(b"\x89PNG")
    assert len(data) < 120_000
    picture = _opened(data)
    assert picture.size == (1080, 1350)
    red, green, blue = (int(STYLES[card.risk].band[i : i + 2], 16) for i in (1, 3, 5))
    seen = picture.getpixel((6, 6))
    assert all(abs(a - b) < 8 for a, b in zip(seen, (red, green, blue), strict=True))


def test_the_same_card_gives_the_same_bytes_and_leaves_no_words_behind() -> None:
    assert drawn(CARD) == drawn(CARD)
    assert card_lines._width.cache_info().currsize == 0


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("grey", [False, True])
def test_the_words_can_be_read_on_a_small_grey_copy(card: Card, grey: bool) -> None:
    """As in a preview: half the size, compressed, without colour."""
    picture = _opened(drawn(card)).resize((540, 675), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    (picture.convert("L") if grey else picture).save(file, "JPEG", quality=70)
    read = " ".join(read_picture(file.getvalue()).text.split()).casefold()
    assert card.title.split(" menurut")[0].casefold() in read
    for words in (card.no_proof, "08001000"):
        assert words.casefold().rstrip(".") in read


@pytest.mark.usefixtures("_no_fonts")
def test_a_missing_font_is_no_missing_card() -> None:
    assert _opened(drawn(replace(CARD, missing=()))).size == (1080, 1350)
    assert fonts.font_of("sans", 30).getname()[0] != "DejaVu Sans"


def test_matplotlib_itself_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    _forget()
    assert fonts.font_of("serif", 30, bold=True).size == 30
    _forget()


def test_the_fonts_are_there() -> None:
    assert fonts.font_of("sans", 30).getname() == ("DejaVu Sans", "Book")
    assert fonts.font_of("sans", 30, bold=True).getname() == ("DejaVu Sans", "Bold")
    assert fonts.font_of("aileron", 30).getname()[0] == "Aileron"


def test_only_what_a_font_has_is_drawn() -> None:
    assert fonts.drawable("🔥GAJI  besar\n微信 ok") == "GAJI besar\nok"
    assert fonts.drawable("a–b", "aileron") == "a-b"
    assert fonts.plain_letters("𝗚𝗔𝗝𝗜 ½ é") == "GAJI ½ é"
