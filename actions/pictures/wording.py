"""What people are told about a picture that was read."""

from __future__ import annotations

from collections.abc import Iterator

from actions.pictures.model import PictureText

READ_IN_PICTURE = "Yang terbaca di gambar:"
# Below this mean confidence of a whole picture a digit or a name is easily wrong.
_DOUBTFUL = 0.85


def read_in_picture(number: int, pictures: int) -> str:
    """Stands above what was read in one of several pictures."""
    return f"Yang terbaca di gambar {number} dari {pictures}:"


def picture_remarks(picture: PictureText) -> Iterator[str]:
    """Why the text may be wrong or incomplete; nothing for a picture that was read well."""
    if not picture.is_complete:
        yield "Gambarnya panjang sekali. Bagian bawahnya belum terbaca; kirim bagian itu sebagai gambar lain."
    if picture.confidence < _DOUBTFUL:
        yield "Tulisannya kurang jelas. Angka dan nama bisa salah baca."
