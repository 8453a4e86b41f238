"""Opens a picture that a stranger sent: the content decides what it is, and limits hold before anything is decoded."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from actions.pictures.formats import MOST_BYTES, format_named, is_readable
from actions.pictures.model import PictureError

# A phone's largest ordinary photo. A JPEG is decoded at a fraction of its size; the others have to be decoded whole.
MOST_PIXELS = {"JPEG": 50_000_000, "MPO": 50_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
MOST_SIDE, LEAST_SIDE = 20_000, 20
# Wider (or higher) than this in relation to the other side is no flyer and no screenshot.
MOST_RATIO = 30
# A larger JPEG is decoded at 1/2, 1/4 or 1/8, never below this.
DECODED_SIDE = 2000

_FORMATS = ("JPEG", "PNG", "WEBP")
_SEND_AGAIN = "Kirim ulang gambarnya, atau ambil tangkapan layar lalu kirim itu."


def open_picture(data: bytes) -> Image.Image:
    """Decode a picture, turned as its EXIF says, on a plain ground.

    Args:
        data: the file's bytes.

    Returns:
        The picture in mode "RGB".

    Raises:
        PictureError: not a picture, broken, or beyond the limits above.
    """
    if not data:
        raise PictureError("kosong", "Berkas ini kosong (0 bita).", _SEND_AGAIN)
    if len(data) > MOST_BYTES:
        raise _too_large(f"Berkas ini {len(data) / 1024**2:.0f} MB; batasnya 20 MB.")
    try:
        with warnings.catch_warnings():
            # Sizes have limits of their own here.
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            _check_size(picture)
            picture.draft("RGB", (DECODED_SIDE, DECODED_SIDE))
            picture.load()
            return _plain(ImageOps.exif_transpose(picture))
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise _too_large("Gambar ini terlalu besar.") from None
    except UnidentifiedImageError:
        raise (_broken() if is_readable(data) else _no_picture(data)) from None
    # Pillow's decoders raise nearly anything on a broken file: OSError, SyntaxError, ValueError, struct.error, ...
    except Exception:
        raise _broken() from None


def _check_size(picture: Image.Image) -> None:
    width, height = picture.size
    most = MOST_PIXELS[picture.format or "PNG"]
    if width * height > most or max(width, height) > MOST_SIDE:
        raise _too_large(
            f"Gambar ini {width} x {height} piksel; batasnya {most // 1_000_000} juta piksel."
        )
    if min(width, height) < LEAST_SIDE:
        raise PictureError(
            "terlalu_kecil",
            f"Gambar ini hanya {width} x {height} piksel, tulisannya tidak terbaca.",
            "Kirim gambar aslinya, bukan gambar kecilnya.",
        )
    if max(width, height) > MOST_RATIO * min(width, height):
        raise _too_large("Gambar ini terlalu panjang.")


def _broken() -> PictureError:
    return PictureError("rusak", "Gambar ini rusak atau belum lengkap.", _SEND_AGAIN)


def _too_large(message: str) -> PictureError:
    return PictureError(
        "terlalu_besar",
        message,
        "Ambil tangkapan layar atau potong bagian lowongannya, lalu kirim itu.",
    )


def _no_picture(data: bytes) -> PictureError:
    name = format_named(data)
    message = f"Ini berkas {name}, belum bisa dibaca." if name else "Berkas ini bukan gambar."
    return PictureError(
        "bukan_gambar", message, "Kirim foto JPG, PNG atau WebP, atau ketik isi lowongannya."
    )


def _plain(picture: Image.Image) -> Image.Image:
    """RGB; what shines through becomes white, or black where the writing itself is white."""
    if picture.mode.startswith("I"):
        # 16 bits a pixel; Pillow would cut them off instead of scaling.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    opaque = layer.getchannel("A")
    if not any(opaque.histogram()[:250]):
        return layer.convert("RGB")
    shown = layer.convert("L").histogram(opaque.point(lambda value: 255 * (value > 127)))
    mean = sum(value * count for value, count in enumerate(shown)) / max(sum(shown), 1)
    ground = Image.new("RGBA", layer.size, "black" if mean > 180 else "white")
    return Image.alpha_composite(ground, layer).convert("RGB")
