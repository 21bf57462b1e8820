"""Text in pictures, by rapidocr; its models come with it, so nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from math import ceil
from threading import Lock
from typing import Any, Final

from ..model import Box
from .layout import Span

INSTALL: Final = '请运行 pip install "prepub-check[ocr]" 后重试，或人工核对'
# The recogniser shrinks what it gets to this many pixels, and its memory grows with them: a page takes
# four fifths of the default limit. Longer sides are cut into tiles, so that nothing shrinks by half.
_SHRUNK: Final = 1600
_LONGEST: Final = 2880
_OVERLAP: Final = 160
_SETTINGS: Final = {
    "Global.log_level": "critical",
    "Global.text_score": 0.2,
    "Global.max_side_len": _SHRUNK,
}
_ONE_AT_A_TIME: Final = Lock()


def can_recognise() -> bool:
    """Whether the extra for recognition is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def recognise(picture: Any) -> list[Span]:
    """Give the lines of text in a Pillow image in RGB, their boxes in pixels, and how sure each one is."""
    return [span for tile in _tiles(picture.width, picture.height) for span in _recognise_tile(picture, tile)]


@cache
def _recogniser() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 -- loads models; only where there is a picture

    return RapidOCR(params=dict(_SETTINGS))


def _recognise_tile(picture: Any, tile: tuple[Box, Box]) -> Iterator[Span]:
    import numpy as np  # noqa: PLC0415 -- comes with the recogniser

    (left, top, right, bottom), own = tile
    pixels = np.asarray(picture.crop((int(left), int(top), int(right), int(bottom))))[:, :, ::-1]
    with _ONE_AT_A_TIME:
        found = _run(np.ascontiguousarray(pixels))
    if found.boxes is None or found.txts is None:
        return
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        xs, ys = ([float(corner[axis]) for corner in corners] for axis in (0, 1))
        box = min(xs) + left, min(ys) + top, max(xs) + left, max(ys) + top
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if own[0] <= x < own[2] and own[1] <= y < own[3] and text.strip():
            yield Span(text, box, confidence=round(float(score), 3))


def _run(pixels: Any) -> Any:
    try:
        return _recogniser()(pixels)
    except Exception as error:
        if "alloc" in str(error):  # the runtime has no exception of its own for this
            raise MemoryError from error
        raise


def _tiles(width: int, height: int) -> Iterator[tuple[Box, Box]]:
    """Give boxes to look at, and within each the box whose lines belong to it alone."""
    for top, bottom, first, last in _cuts(height):
        for left, right, start, end in _cuts(width):
            yield (left, top, right, bottom), (start, first, end, last)


def _cuts(length: int) -> Iterator[tuple[float, float, float, float]]:
    count = ceil(length / _LONGEST)
    step = length / max(count, 1)
    for number in range(count):
        start, end = number * step, (number + 1) * step
        yield (
            max(start - _OVERLAP, 0),
            min(end + _OVERLAP, length),
            start,
            end if number + 1 < count else length + 1,
        )
