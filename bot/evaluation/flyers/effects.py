"""What happens to a flyer on its way: backgrounds, bad light, a crooked camera, compression."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from bot.evaluation.flyers.styles import Style

SEED = 4


def grounded(kind: str, size: tuple[int, int], colour: str) -> Image.Image:
    """A sheet: plain, a gradient to a darker tone, or stripes."""
    plain = Image.new("RGB", size, colour)
    if kind == "plain":
        return plain
    mask = Image.linear_gradient("L").resize(size)
    if kind == "stripes":
        mask = mask.point(lambda value: 70 * (value // 8 % 2))
    return Image.composite(ImageEnhance.Brightness(plain).enhance(0.4), plain, mask)


def worn(picture: Image.Image, style: Style, paper: str) -> Image.Image:
    """Light, shadow, turning, size, blur and noise, in this order."""
    picture = ImageEnhance.Contrast(picture).enhance(style.contrast)
    if style.shadow:
        shade = Image.linear_gradient("L").rotate(90).resize(picture.size)
        shade = shade.point(lambda value: 255 - round(style.shadow * (255 - value)))
        picture = ImageChops.multiply(picture, Image.merge("RGB", (shade, shade, shade)))
    picture = ImageEnhance.Brightness(picture).enhance(style.light)
    if style.turn:
        picture = picture.rotate(
            style.turn, Image.Resampling.BICUBIC, expand=True, fillcolor=picture.getpixel((2, 2))
        )
    if style.side:
        picture.thumbnail((style.side, style.side), Image.Resampling.BILINEAR)
    if style.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(style.blur))
    if style.noise:
        picture = _noisy(picture, style.noise)
    return picture


def encoded(picture: Image.Image, style: Style) -> bytes:
    """As a file; with an EXIF orientation the picture is stored turned, as phones do."""
    exif = Image.Exif()
    stored = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }.get(style.exif)
    if stored is not None:
        picture = picture.transpose(stored)
        exif[0x0112] = style.exif
    file = io.BytesIO()
    picture.save(file, style.format, quality=style.quality, exif=exif)
    return file.getvalue()


def _noisy(picture: Image.Image, strength: float) -> Image.Image:
    pixels = np.asarray(picture).astype(np.float32)
    pixels += np.random.default_rng(SEED).normal(0, strength, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
