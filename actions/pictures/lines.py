"""Finds the lines of text in a picture and reads them, whichever way up it is."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from actions.pictures.light import LONG, Pixels
from actions.pictures.model import PictureError, PictureLine
from actions.pictures.words import cleaned

Boxes = npt.NDArray[np.float32]
# Number of a box -> what stands in it, and how certain that is.
Texts = dict[int, tuple[str, float]]

DETECTION, RECOGNITION = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
# The picture is reduced to this to find lines; they are read from the larger one.
DETECTION_SIDE = 960
BATCH = 4
MOST_THREADS = 4
# What is read with less confidence is mostly ornament.
LEAST_CONFIDENCE = 0.6
# Lines that are read first to see which way up the picture is, and the confidence that settles it.
SAMPLE, SURE = 3, 0.9
# So much is read, from the top down: lines, and their widths together in heights of a line. It bounds the time;
# a page of 5,000 letters stays below it.
MOST_LINES, MOST_WIDTHS = 250, 2500
# A line's width in heights; a longer one is pressed together.
MOST_WIDTH = 40
# Below this mean confidence a second look may help.
CLEAR = 0.75


@dataclass(frozen=True)
class Found:
    """What was read in a picture; attributes as in PictureText."""

    lines: tuple[PictureLine, ...]
    size: tuple[int, int]
    turned: int
    is_complete: bool

    @property
    def weight(self) -> float:
        """Letters, each worth as much as it is certain."""
        return sum(line.confidence * len(line.text) for line in self.lines)

    @property
    def is_clear(self) -> bool:
        """Whether what was read is certain enough to leave it at that."""
        return self.weight >= CLEAR * sum(len(line.text) for line in self.lines) > 0


@functools.cache
def reader() -> Reader:
    """The reader, loaded when the first picture comes."""
    return Reader()


class Reader:
    """rapidocr's two models: one finds lines, one reads them. One picture at a time, for the memory's sake."""

    def __init__(self) -> None:
        """Load the models from the package; a path that is given is never looked for elsewhere."""
        import rapidocr

        models = Path(rapidocr.__file__).parent / "models"
        threads = min(os.cpu_count() or 1, MOST_THREADS)
        self._lock = threading.Lock()
        self._engine: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,
                "Global.use_vertical_padding": False,
                "Det.model_path": str(models / DETECTION),
                "Det.limit_side_len": DETECTION_SIDE,
                "Det.limit_type": "max",
                "Rec.model_path": str(models / RECOGNITION),
                "Rec.rec_batch_num": BATCH,
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            }
        )

    def read(self, pixels: Pixels) -> Found:
        """Read every line.

        Args:
            pixels: height x width x 3, blue, green, red.

        Raises:
            PictureError: the models failed on it.
        """
        try:
            with self._lock:
                return self._read(pixels)
        except Exception as error:
            raise PictureError(
                "gagal",
                "Gambar ini tidak bisa dibaca.",
                "Coba foto lain, atau ketik isi lowongannya.",
            ) from error

    def _read(self, pixels: Pixels) -> Found:
        boxes = self._boxes(pixels)
        turned = 0
        if _is_sideways(boxes):
            pixels, boxes, turned = _turned(pixels), _turned_boxes(boxes, pixels.shape[1]), 90
        read = self._sample(pixels, boxes)
        if read and _certainty(read.values()) < SURE:
            over, over_boxes = _turned(_turned(pixels)), boxes
            for width in (pixels.shape[1], pixels.shape[0]):
                over_boxes = _turned_boxes(over_boxes, width)
            other = self._texts(over, over_boxes, list(read))
            if _certainty(other.values()) > _certainty(read.values()):
                pixels, boxes, turned, read = over, over_boxes, turned + 180, other
        chosen = _chosen(boxes)
        read |= self._texts(pixels, boxes, [one for one in chosen if one not in read])
        size = (pixels.shape[1], pixels.shape[0])
        return Found(tuple(_lines(boxes, read)), size, turned, len(chosen) == len(boxes))

    def _sample(self, pixels: Pixels, boxes: Boxes) -> Texts:
        """Read a few lines of middling length."""
        by_width = sorted(range(len(boxes)), key=lambda one: _width(boxes[one]))
        return self._texts(pixels, boxes, by_width[len(by_width) // 2 :][:SAMPLE])

    def _texts(self, pixels: Pixels, boxes: Boxes, which: list[int]) -> Texts:
        if not which:
            return {}
        crops = [_pressed(crop) for crop in self._engine.crop_text_regions(pixels, boxes[which])]
        result = self._engine.recognize_txt(crops)
        return dict(zip(which, zip(result.txts, result.scores, strict=True), strict=True))

    def _boxes(self, pixels: Pixels) -> Boxes:
        """Corners of the lines: n x 4 x 2, clockwise from the upper left."""
        from rapidocr.main import RapidOCRError

        found = []
        top = 0
        for piece in _pieces(pixels):
            try:
                _, result = self._engine.detect_and_crop(piece, {})
                found.append(result.boxes + np.array([0, top], dtype=np.float32))
            except RapidOCRError:
                # No line in this piece.
                pass
            top += piece.shape[0]
        if not found:
            return np.zeros((0, 4, 2), dtype=np.float32)
        boxes: Boxes = np.concatenate(found).astype(np.float32)
        return boxes


def _chosen(boxes: Boxes) -> list[int]:
    """The lines that are read, from the top down."""
    order = np.argsort(boxes[:, :, 1].mean(axis=1), kind="stable")
    widths = [min(_width(boxes[one]) / max(_height(boxes[one]), 1), MOST_WIDTH) for one in order]
    reached = np.searchsorted(np.cumsum(widths), MOST_WIDTHS, side="right")
    return [int(one) for one in order[: min(int(reached), MOST_LINES)]]


def _certainty(texts: Iterable[tuple[str, float]]) -> float:
    scores = [score for _, score in texts]
    return sum(scores) / len(scores)


def _lines(boxes: Boxes, texts: Texts) -> Iterator[PictureLine]:
    for number, (text, score) in sorted(texts.items()):
        words = cleaned(text)
        if words and score >= LEAST_CONFIDENCE:
            a, b, c, d = ((float(x), float(y)) for x, y in boxes[number])
            yield PictureLine(words, float(score), (a, b, c, d))


def _pieces(pixels: Pixels) -> list[Pixels]:
    """A long screenshot in pieces, cut where the fewest edges are."""
    height, width = pixels.shape[:2]
    if height <= LONG * width:
        return [pixels]
    number = -(-height // (2 * width))
    edges = np.abs(np.diff(pixels[:, ::2, 1].astype(np.int16), axis=1)).mean(axis=1)
    smooth = np.convolve(edges, np.ones(9) / 9, mode="same")
    reach = width // 4
    cuts = [0]
    for one in range(1, number):
        start = one * height // number - reach
        cuts.append(start + int(np.argmin(smooth[start : start + 2 * reach])))
    return [pixels[a:b] for a, b in zip(cuts, [*cuts[1:], height], strict=True)]


def _width(box: Boxes) -> float:
    return float(np.linalg.norm(box[0] - box[1]))


def _height(box: Boxes) -> float:
    return float(np.linalg.norm(box[0] - box[3]))


def _is_sideways(boxes: Boxes) -> bool:
    """Whether most of the writing runs up or down; short words tell nothing."""
    up = sum(_height(box) for box in boxes if _height(box) > 2 * _width(box))
    across = sum(_width(box) for box in boxes if _width(box) > 2 * _height(box))
    return up > across


def _turned(pixels: Pixels) -> Pixels:
    """A quarter turn counterclockwise."""
    return np.ascontiguousarray(np.rot90(pixels))


def _turned_boxes(boxes: Boxes, width: int) -> Boxes:
    """The same quarter turn for corners; the upper right one becomes the upper left one."""
    x, y = boxes[:, :, 0], boxes[:, :, 1]
    return np.roll(np.stack([y, width - 1 - x], axis=2), -1, axis=1)


def _pressed(crop: Pixels) -> Pixels:
    height, width = crop.shape[:2]
    if width <= MOST_WIDTH * height:
        return crop
    return np.asarray(Image.fromarray(crop).resize((MOST_WIDTH * height, height)))
