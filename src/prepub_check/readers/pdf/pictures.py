"""The text of scanned pages and of pictures on pages, recognised where that can be done."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from math import sqrt
from typing import Any, Final

import pypdfium2

from ...config import Limits
from ...errors import SourceError
from ...model import Box, Gap
from ..layout import Span, lay_out
from ..layout.collection import PROPERTIES, RECOGNISED, Collection
from ..recognition import INSTALL, can_recognise, recognise
from .pages import Sheet

_SCALE: Final = 200 / 72
_MOST_PIXELS: Final = 24_000_000
_MEGAPIXEL: Final = 1_000_000
_PILLOW: Final = '请运行 pip install "prepub-check[image]" 后重试'
_LATE: Final = "识别文字用时太长，没有检查；请拆分文件后分别检查，或在 prepub.toml 的 [limits] 中放宽 seconds"


def read_pictures(
    document: pypdfium2.PdfDocument,
    sheets: Iterable[Sheet],
    into: Collection,
    limits: Limits,
    until: float,
) -> Iterator[Gap]:
    """Collect the text in pictures, and of pages whose own text is illegible, up to a point in time."""
    able = can_recognise()
    for sheet in sheets:
        yield from _read_photos(sheet, into)
        boxes = (sheet.view.box,) if sheet.illegible else sheet.pictures
        if not boxes:
            continue
        what = "" if sheet.is_picture else ("的文字" if sheet.illegible else "的图片")
        if not able:
            yield into.gap(
                "missing-extra", f"{_reason(sheet)}，其中的文字没有检查；{INSTALL}", sheet.number, what
            )
        elif time.monotonic() > until:
            yield into.gap("timeout", _LATE, sheet.number, what)
        else:
            for box in boxes:
                spans = _recognise(document, sheet, box, limits)
                lay_out(
                    spans, sheet.view.width, into.pieces(RECOGNISED), into.placed(RECOGNISED, sheet.number)
                )


def _read_photos(sheet: Sheet, into: Collection) -> Iterator[Gap]:
    """Collect what photographs say of themselves."""
    for photo in sheet.photos:
        try:
            from ..images.opening import opened  # noqa: PLC0415 -- another extra
            from ..images.properties import read_properties  # noqa: PLC0415 -- another extra
        except ImportError:
            yield into.gap("missing-extra", f"照片的属性没有检查；{_PILLOW}", sheet.number, "照片的属性")
            return
        try:
            with opened(photo) as picture:
                properties = read_properties(picture)
        except SourceError as error:
            yield into.gap(error.cause, f"：{error}", sheet.number, "照片的属性")
            continue
        for name, value in properties.values:
            into.line(PROPERTIES, f"{name}：{value}", sheet.number, name=f"照片的属性“{name}”")
        if properties.flaw is not None:
            yield into.gap(properties.flaw[0], f"：{properties.flaw[1]}", sheet.number, "照片的属性")


def _reason(sheet: Sheet) -> str:
    if sheet.illegible:
        return "所用字体没有文字对照表"
    return "只有图像（扫描件）" if sheet.is_picture else "可能含有文字"


def _recognise(document: pypdfium2.PdfDocument, sheet: Sheet, box: Box, limits: Limits) -> list[Span]:
    """Give the text in a box of a page, in points of the page."""
    area = (box[2] - box[0]) * (box[3] - box[1])
    scale = min(_SCALE, sqrt(min(_MOST_PIXELS, limits.megapixels * _MEGAPIXEL) / max(area, 1)))
    left, top, right, bottom = max(box[0], 0), max(box[1], 0), min(box[2], sheet.view.width), box[3]
    bottom = min(bottom, sheet.view.height)
    if (right - left) * scale < 1 or (bottom - top) * scale < 1:
        return []
    picture = _render(document, sheet, (left, top, right, bottom), scale)
    return [span._replace(box=_placed(span.box, left, top, scale)) for span in recognise(picture)]


def _render(document: pypdfium2.PdfDocument, sheet: Sheet, box: Box, scale: float) -> Any:
    page = document[sheet.number - 1]
    try:
        crop = box[0], sheet.view.height - box[3], sheet.view.width - box[2], box[1]
        bitmap = page.render(scale=scale, crop=crop)
        try:
            return bitmap.to_pil().convert("RGB")
        finally:
            bitmap.close()
    finally:
        page.close()


def _placed(box: Box, left: float, top: float, scale: float) -> Box:
    return box[0] / scale + left, box[1] / scale + top, box[2] / scale + left, box[3] / scale + top
