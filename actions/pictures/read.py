"""The one door to pictures: the bytes of a photo in, its text in reading order out.

Nothing heavy is imported before the first picture is read, and nothing is fetched: the models come with rapidocr.
"""

from __future__ import annotations

import time

from actions.pictures.model import PictureError, PictureText


def read_picture(data: bytes) -> PictureText:
    """Read the text of a picture (JPEG, PNG or WebP; the content decides, not the name).

    Args:
        data: the file's bytes. For the limits see file.py.

    Raises:
        PictureError: there is no picture, it is broken or too large, or there is no text in it.
    """
    from actions.pictures.file import open_picture
    from actions.pictures.light import prepared, stretched
    from actions.pictures.lines import reader
    from actions.pictures.reading_order import arranged

    start = time.perf_counter()
    pixels = prepared(open_picture(data))
    found = reader().read(pixels)
    if not found.is_clear:
        # Faint or dark: once more with full contrast.
        found = max(found, reader().read(stretched(pixels)), key=lambda one: one.weight)
    if not found.lines:
        raise PictureError(
            "tanpa_teks",
            "Tidak ada tulisan yang terbaca di gambar ini.",
            "Kirim foto yang lebih dekat dan terang, atau ketik isi lowongannya.",
        )
    text, lines = arranged(found.lines)
    seconds = time.perf_counter() - start
    return PictureText(text, lines, found.size, found.turned, found.is_complete, seconds)
