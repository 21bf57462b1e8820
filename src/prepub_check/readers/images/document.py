"""Pictures as documents."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from typing import Final

from PIL import Image

from ...config import Limits
from ...model import Document, Gap, Location, Part, Source
from ..called import called
from ..layout import Span, lay_out
from ..pieces import Pieces
from ..recognition import INSTALL, can_recognise, recognise
from .frames import frames
from .opening import BROKEN, RETRY, opened
from .properties import Properties, read_properties

_PROPERTIES: Final = "图片属性"
_TEXT: Final = "图片文字"
_FOR_FRAMES: Final = 0.6
_MEGAPIXEL: Final = 1_000_000


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read a picture: its properties, and the text in every frame; raises SourceError where it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with opened(source.data) as picture:
            properties = read_properties(picture)
            text, gaps = _read_frames(picture, source.name, limits)
    if properties.flaw is not None:
        cause, message = properties.flaw
        gaps.append(Gap(path=source.name, cause=cause, message=message, part=_PROPERTIES, partial=True))
    return Document(
        name=source.name,
        media_type=media_type,
        parts=(*text, *_property_parts(properties, source.name)),
        gaps=tuple(gaps),
    )


def _property_parts(properties: Properties, path: str) -> tuple[Part, ...]:
    pieces = Pieces()
    for name, value in properties.values:
        place = Location(path=path, kind="property", name=f"属性“{called(name)}”")
        pieces.add(f"{name}：{value}\n", place)
    return pieces.parts("property", _PROPERTIES)


def _read_frames(picture: Image.Image, path: str, limits: Limits) -> tuple[tuple[Part, ...], list[Gap]]:
    gap = _refusal(picture, path, limits)
    pieces = Pieces()
    if gap is None:
        until = time.monotonic() + limits.seconds * _FOR_FRAMES
        several = getattr(picture, "n_frames", 1) > 1
        try:
            for number, frame in _distinct(picture):
                if time.monotonic() > until:
                    message = f"图片的帧太多，从第 {number} 帧起没有检查；请拆开后分别检查，或人工核对"
                    gap = _gap(path, "timeout", message, partial=True)
                    break
                lay_out(recognise(frame), frame.width, pieces, _placed(path, number if several else None))
        except BROKEN:
            gap = _gap(path, "damaged", f"图片损坏或不完整，没有全部检查；{RETRY}", partial=True)
    return pieces.parts("ocr", _TEXT), [gap] if gap else []


def _refusal(picture: Image.Image, path: str, limits: Limits) -> Gap | None:
    """Give why the text of a picture cannot be recognised, before anything is decoded."""
    if picture.width * picture.height > limits.megapixels * _MEGAPIXEL:
        message = (
            f"图片有 {picture.width}×{picture.height} 像素，超过 {limits.megapixels} 百万像素"
            f"，其中的文字没有检查；"
            "请缩小后再检查，或在 prepub.toml 的 [limits] 中放宽"
        )
        return _gap(path, "too-large", message)
    if not can_recognise():
        return _gap(path, "missing-extra", f"图片中的文字没有检查；{INSTALL}")
    return None


def _gap(path: str, cause: str, message: str, *, partial: bool = False) -> Gap:
    place = Location(path=path, kind="ocr")
    return Gap(path=path, cause=cause, message=message, location=place, part=_TEXT, partial=partial)


def _distinct(picture: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """Give the frames, each with its number, but none twice."""
    seen: set[int] = set()
    for number, frame in enumerate(frames(picture), 1):
        mark = hash(frame.tobytes())
        if mark not in seen:
            seen.add(mark)
            yield number, frame


def _placed(path: str, frame: int | None) -> Callable[[Span], Location]:
    def place(span: Span) -> Location:
        return Location(path=path, kind="ocr", page=frame, box=span.box, confidence=span.confidence)

    return place
