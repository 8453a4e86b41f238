"""Makes a picture fit to be read: neither small nor huge, neither dark nor faint."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]

# The longer side is brought between these; a long screenshot keeps its width instead.
SMALL_SIDE, LARGE_SIDE = 1000, 1600
MOST_ENLARGED = 3.0
LONG = 2.2
LONG_WIDTH, MOST_LONG_HEIGHT = 800, 6400
# Between the darkest and brightest 2%: less than this is faint.
FAINT = 110
DARK = 130


def prepared(picture: Image.Image) -> Pixels:
    """Bring a picture to a size and brightness that can be read.

    Args:
        picture: mode "RGB".

    Returns:
        Height x width x 3, in OpenCV's order blue, green, red.
    """
    scale = _scale(*picture.size)
    if scale != 1:
        size = tuple(max(round(side * scale), 1) for side in picture.size)
        picture = picture.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    pixels = np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])
    low, high = _range(pixels)
    return stretched(pixels) if high - low < FAINT or high < DARK else pixels


def stretched(pixels: Pixels) -> Pixels:
    """The same with full contrast."""
    low, high = _range(pixels)
    if high - low < 2:
        return pixels
    scaled = (pixels.astype(np.float32) - low) * (255 / (high - low))
    return np.clip(scaled, 0, 255).astype(np.uint8)


def _range(pixels: Pixels) -> tuple[float, float]:
    sample = pixels[::4, ::4].max(axis=2)
    low, high = np.percentile(sample, (1, 99))
    return float(low), float(high)


def _scale(width: int, height: int) -> float:
    longer = max(width, height)
    if height > LONG * width:
        return min(LONG_WIDTH / width, MOST_LONG_HEIGHT / height, MOST_ENLARGED)
    if longer < SMALL_SIDE:
        return min(SMALL_SIDE / longer, MOST_ENLARGED)
    return min(LARGE_SIDE / longer, 1)
