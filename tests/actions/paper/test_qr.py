"""The code on the poster opens the bot."""

from __future__ import annotations

import numpy as np
import pytest

from actions.paper.parts import Material
from actions.paper.qr import QUIET, runs_of, start_link, typed_link
from actions.paper.sheets import POSTER, Sheet, draw
from actions.paper.style import BLACK, Format
from tests.actions.paper.conftest import LINK

SIDE = 8


def painted(link: str) -> np.ndarray:
    """The code as a camera sees it: shape (height, width), 0 black, 255 white."""
    count, runs = runs_of(link)
    across = (count + 2 * QUIET) * SIDE
    picture = np.full((across, across), 255, np.uint8)
    for row, column, length in runs:
        top, left = (row + QUIET) * SIDE, (column + QUIET) * SIDE
        picture[top : top + SIDE, left : left + length * SIDE] = 0
    return picture


def read(picture: np.ndarray) -> str:
    cv2 = pytest.importorskip("cv2")
    text, *_ = cv2.QRCodeDetector().detectAndDecode(picture)
    return str(text)


@pytest.mark.parametrize("session", [None, "desa_7"])
def test_a_reader_finds_the_address(session: str | None) -> None:
    link = start_link(LINK, session)
    assert read(painted(link)) == link


def test_a_stain_does_not_matter() -> None:
    link = start_link(LINK)
    picture = painted(link)
    middle = picture.shape[0] // 2
    picture[middle : middle + 4 * SIDE, middle : middle + 4 * SIDE] = 0
    assert read(picture) == link


def test_runs_are_the_squares_of_segno() -> None:
    import segno

    count, runs = runs_of(LINK)
    matrix = segno.make_qr(LINK, error="q", boost_error=False).matrix
    assert count == len(matrix)
    black = {(row, column + more) for row, column, length in runs for more in range(length)}
    assert black == {
        (row, column) for row, line in enumerate(matrix) for column, each in enumerate(line) if each
    }


def test_the_poster_draws_every_square(material: Material, monkeypatch) -> None:
    drawn = []
    monkeypatch.setattr(
        "actions.paper.canvas.Canvas.squares",
        lambda self, runs, *place: drawn.append((runs, place)),
    )
    canvas = draw(material, Sheet(POSTER, link=LINK, session="desa7"), Format(palette=BLACK))
    [(runs, (x, y, step))] = drawn
    count, wanted = runs_of(f"{LINK}?start=sesi_desa7")
    assert runs == wanted
    quiet = QUIET * step
    for each in canvas.placed:
        apart = (
            each.box.right <= x - quiet or each.box.x >= x + count * step + quiet
            or each.box.foot <= y - quiet or each.box.y >= y + count * step + quiet
        )  # fmt: skip
        assert apart, each


def test_links_of_other_places_stay_as_they_are() -> None:
    assert start_link(LINK) == "https://t.me/nama_bot?start=cek"
    assert start_link("https://contoh.or.id/bot", "a") == "https://contoh.or.id/bot"
    assert start_link("https://t.me/nama_bot?start=x", "a") == "https://t.me/nama_bot?start=x"
    assert typed_link("https://t.me/nama_bot?start=x") == "t.me/nama_bot"


@pytest.mark.parametrize("code", ["", "a b", "a?b", "a" * 60])
def test_codes_with_other_signs_are_refused(code: str) -> None:
    with pytest.raises(ValueError, match=f"^{code.replace('?', '.')}$"):
        start_link(LINK, code)
