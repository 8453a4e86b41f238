"""What a stranger may send instead of a picture."""

from __future__ import annotations

import contextlib
import io
import random
import re
import zlib

import pytest
from PIL import Image

from actions.pictures import file
from actions.pictures.file import open_picture
from actions.pictures.light import prepared
from actions.pictures.model import PictureError


def plain(width: int, height: int, colour: str = "white") -> Image.Image:
    return Image.new("RGB", (width, height), colour)


def saved(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **options)  # type: ignore[arg-type]
    return file.getvalue()


def _bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has 60,000 x 60,000 pixels."""
    data = bytearray(saved(plain(50, 50)))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    # The checksum of the header.
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        (b"", "kosong", "0 bita"),
        (b"halo", "bukan_gambar", "bukan gambar"),
        (b"%PDF-1.7 ...", "bukan_gambar", "PDF"),
        (b"{\\rtf1 loker", "bukan_gambar", "RTF"),
        (b"\0\0\0\x18ftypheic", "bukan_gambar", "HEIC"),
        (saved(plain(99, 99), "GIF"), "bukan_gambar", "GIF"),
        (saved(plain(99, 99), "JPEG")[:400], "rusak", "rusak"),
        (saved(plain(99, 99))[:60], "rusak", "rusak"),
        (_bomb(), "terlalu_besar", "terlalu besar"),
        (saved(plain(9000, 8000), "JPEG"), "terlalu_besar", "50 juta"),
        (saved(Image.new("1", (9000, 5000))), "terlalu_besar", "25 juta"),
        (saved(plain(2000, 30)), "terlalu_besar", "panjang"),
        (saved(plain(9, 9)), "terlalu_kecil", "9 x 9"),
        (b"\xff\xd8\xff" + b"\0" * file.MOST_BYTES, "terlalu_besar", "20 MB"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_what_cannot_be_read_is_told_with_what_helps(data: bytes, reason: str, word: str) -> None:
    with pytest.raises(PictureError) as caught:
        open_picture(data)
    assert caught.value.reason == reason
    assert word in str(caught.value)
    assert caught.value.remedy.startswith(("Kirim", "Ambil"))
    for sentence in re.split(r"(?<=[.]) ", str(caught.value)):
        assert len(sentence.split()) <= 20


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixel_becomes_three_colours(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    picture = Image.new(mode, (40, 30)) if mode == "I;16" else plain(40, 30).convert(mode)
    opened = open_picture(saved(picture, form))
    assert (opened.mode, opened.size) == ("RGB", (40, 30))


@pytest.mark.parametrize(("ink", "ground"), [("white", 0), ("black", 255)])
def test_writing_on_nothing_stands_out(ink: str, ground: int) -> None:
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    picture.paste(ink, (40, 40, 60, 60))
    opened = open_picture(saved(picture))
    assert opened.getpixel((5, 5)) == (ground,) * 3
    assert opened.getpixel((50, 50)) == (255 - ground,) * 3


@pytest.mark.parametrize(
    ("size", "expected"),
    [((300, 400), (750, 1000)), ((3000, 4000), (1200, 1600)), ((1080, 6000), (800, 4444))],
)
def test_sizes_are_brought_within_what_is_read(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    height, width, _ = prepared(plain(*size)).shape
    assert (width, height) == expected


def test_mutated_files_raise_nothing_else() -> None:
    rng = random.Random(4)
    bases = [saved(plain(120, 80, "red"), form) for form in ("JPEG", "PNG", "WEBP")]
    for number in range(300):
        data = bytearray(bases[number % 3] if number % 10 else rng.randbytes(rng.randrange(400)))
        for _ in range(rng.randrange(1, 12)):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        with contextlib.suppress(PictureError):
            prepared(open_picture(bytes(data[: rng.randrange(1, len(data) + 2)])))
