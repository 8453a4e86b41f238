"""Pictures: truncated and damaged files, bombs, wrong EXIF, and whole reading of a few."""

from __future__ import annotations

import asyncio
import contextlib
import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from tests.fuzz.inputs import INJECTIONS, damaged
from tests.fuzz.material import offers
from tests.fuzz.target import Take, Target
from tests.fuzz.targets.checks import must

_FORMATS = ("JPEG", "JPEG", "PNG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
_MODES = ("RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK")
_TAKES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "MPO": ("RGB",),
    "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("P", "L"),
    "BMP": ("RGB", "L", "1"),
    "TIFF": ("RGB", "RGBA", "L", "CMYK"),
}
_HEADS = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    b"RIFF\xff\xff\xff\xffWEBPVP8X",
    b"GIF89a\xff\xff\xff\xff",
    b"BM\x00\x00\x00\x00\x00\x00\x00\x00",
    b"II*\x00\x08\x00\x00\x00",
    b"%PDF-1.7",
    b"PK\x03\x04",
    b"\x00\x00\x00\x20ftypheic",
)


def _file(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.06:
        return _png_bomb(random)
    if kind < 0.12:
        return random.choice(_HEADS) + random.randbytes(random.randint(0, 600))
    if kind < 0.15:
        return random.randbytes(random.randint(0, 400))
    data = _drawn(random, random.randint(1, 400), random.randint(1, 400))
    if kind < 0.3:
        return data[: random.randint(0, len(data))]
    return damaged(random, data) if kind < 0.85 else data


def _readable(random: Random) -> bytes:
    """A picture with words, sometimes damaged in its body, so that it still opens."""
    side = random.choice((60, 300, 700, 1200))
    data = _drawn(random, side, random.choice((side, side // 2 or 1, side * 3)), words=True)
    if random.random() < 0.3:
        head = len(data) // 4
        return data[:head] + damaged(random, data[head:])
    return data


def _drawn(random: Random, width: int, height: int, words: bool = False) -> bytes:
    format_ = random.choice(_FORMATS[:5] if words else _FORMATS)
    mode = random.choice(_TAKES[format_])
    picture = Image.new("RGB", (width, height), random.choice(("white", "black", "#777", "red")))
    if words:
        draw = ImageDraw.Draw(picture)
        for line in range(random.randint(0, 14)):
            said = random.choice((random.choice(offers()), random.choice(INJECTIONS)))[:60]
            said = said.encode("latin-1", "ignore").decode("latin-1")
            draw.text(
                (random.randint(0, 30), line * 24),
                said,
                fill=random.choice(("black", "white", "#666")),
            )
    picture = picture.convert(mode) if mode != "I;16" else picture.convert("I").convert("I;16")
    out = io.BytesIO()
    more: dict[str, Any] = {}
    if format_ in ("JPEG", "PNG", "WEBP", "MPO") and random.random() < 0.5:
        more["exif"] = _exif(random)
    if format_ in ("GIF", "WEBP", "PNG") and random.random() < 0.2:
        more |= {"save_all": True, "append_images": [picture] * random.randint(1, 30)}
    picture.save(out, format_, **more)
    return out.getvalue()


def _exif(random: Random) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = random.choice((0, 1, 2, 3, 5, 6, 8, 9, 99, 65_535))
    exif[0x010E] = random.choice(INJECTIONS)
    data = exif.tobytes()
    return damaged(random, data) if random.random() < 0.5 else data


def _png_bomb(random: Random) -> bytes:
    """A small file that says that it is large, or that unpacks into very much."""
    width, height = random.choice(
        ((25_000, 25_000), (2**31 - 1, 2**31 - 1), (5_000, 4_999), (1, 19_999), (0, 0), (600, 600))
    )
    rows = zlib.compress(b"\0" * random.choice((10, 1_000_000, 30_000_000)), 9)
    texts = b"a\0\0" + zlib.compress(b"A" * random.choice((10, 60_000_000)), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, random.choice((0, 2, 3, 6)), 0, 0, 0)
    chunks = [(b"IHDR", head), (b"zTXt", texts), (b"iCCP", texts), (b"IDAT", rows), (b"IEND", b"")]
    if random.random() < 0.5:
        random.shuffle(chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@contextlib.contextmanager
def _opening(_: Path) -> Iterator[Take]:
    from actions.pictures.file import MOST_SIDE, open_picture
    from actions.pictures.light import prepared
    from actions.pictures.model import PictureError

    def take(given: bytes) -> None:
        try:
            picture = open_picture(given)
        except PictureError as error:
            must(error.problem and error.remedy, "an error without advice")
            return
        must(picture.mode == "RGB", "another mode")
        must(max(picture.size) <= MOST_SIDE, "too large")
        pixels = prepared(picture)
        must(pixels.ndim == 3 and pixels.size, "no pixels")

    yield take


@contextlib.contextmanager
def _reading(_: Path) -> Iterator[Take]:
    from bot.messages import Incoming, Reply
    from bot.picture_message import joined

    loop = asyncio.new_event_loop()

    def take(given: bytes) -> None:
        found = loop.run_until_complete(joined(Incoming("fuzz", "aman?", picture=given)))
        must(found.told and all(isinstance(each, Reply) for each in found.told), "nothing was told")
        must(all(len(each.text) <= 1_000 for each in found.told), "too long")
        must(found.incoming.text.startswith("aman?"), "the caption is lost")

    yield take
    loop.close()


TARGETS = (
    Target(
        "picture_files",
        "JPEG, PNG, WebP, GIF and others: opened, turned, made fit to be read",
        8_000,
        _file,
        _opening,
    ),
    Target(
        "picture_words",
        "whole reading of a picture with its caption",
        400,
        _readable,
        _reading,
        seconds=30,
        megabytes=1_500,
    ),
)
