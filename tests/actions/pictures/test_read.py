"""Pictures of offers: read whichever way up they are, and refused in plain words when they cannot be."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from actions.pictures.model import PictureError, PictureText
from actions.pictures.read import read_picture
from bot.evaluation.flyers.measure import character_error
from bot.evaluation.flyers.render import drawable, render
from bot.evaluation.flyers.samples import flyers
from bot.evaluation.flyers.styles import Style, styles
from bot.evaluation.offer_sets import read_offers
from bot.paths import LABELLED_OFFERS, ROOT

TEXT = """LOWONGAN TAIWAN
Gaji NT$ 29.500 per bulan
Tidak ada potongan gaji
Kontak 0812-0000-1234"""
HEAVY = ("PIL", "cv2", "rapidocr", "onnxruntime")


def _read(**style: object) -> PictureText:
    look = {"layout": "post", "font": "sans", "colours": "black on white", **style}
    return read_picture(render(TEXT, Style(**look)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "style",
    [
        {},
        {"format": "PNG"},
        {"format": "WEBP"},
        {"exif": 6},
        {"exif": 3},
        {"turn": 90},
        {"turn": 180},
        {"turn": 270},
        {"turn": -7},
        {"light": 0.2},
        {"contrast": 0.2},
        {"side": 480, "quality": 60},
        {"colours": "white on black"},
    ],
    ids=str,
)
def test_a_picture_is_read_whatever_happened_to_it(style: dict[str, object]) -> None:
    assert character_error(TEXT, _read(**style).text) < 0.03


def test_what_is_known_of_a_reading() -> None:
    read = _read(turn=180)
    assert read.turned == 180
    assert read.is_complete
    assert read.confidence > 0.9
    assert read.seconds > 0
    assert [line.text for line in read.lines] == read.text.splitlines()
    width, height = read.size
    for line in read.lines:
        assert all(0 <= x <= width and 0 <= y <= height for x, y in line.corners)


def test_the_network_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from actions.pictures import lines

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    lines.reader.cache_clear()
    assert "TAIWAN" in _read().text


def test_nothing_heavy_is_imported_before_a_picture_is_read() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import actions.pictures.read; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_failing_reader_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from actions.pictures import lines

    def fail(*_: object) -> None:
        raise RuntimeError("onnx")

    monkeypatch.setattr(lines.Reader, "_read", fail)
    with pytest.raises(PictureError) as caught:
        _read()
    assert caught.value.reason == "gagal"
    assert "onnx" not in str(caught.value)


def test_a_picture_without_text() -> None:
    from tests.actions.pictures.test_file import plain, saved

    with pytest.raises(PictureError) as caught:
        read_picture(saved(plain(300, 300)))
    assert caught.value.reason == "tanpa_teks"


def test_forty_styles_and_as_many_texts_in_the_open_half() -> None:
    chosen = flyers(read_offers(LABELLED_OFFERS))
    assert len(chosen) == len(styles()) == 40
    assert len({offer.id for offer, _ in chosen}) == 40


@pytest.mark.parametrize("number", [2, 13, 17, 22, 38])
def test_flyers_are_read_nearly_whole(number: int) -> None:
    offer, style = flyers(read_offers(LABELLED_OFFERS))[number]
    drawn = drawable(offer.text, style.font)
    assert character_error(drawn, read_picture(render(offer.text, style)).text) < 0.05


@pytest.mark.parametrize("draw", [render])
def test_drawing_is_the_same_each_time(draw: Callable[[str, Style], bytes]) -> None:
    style = styles()[38]
    assert draw(TEXT, style) == draw(TEXT, style)
