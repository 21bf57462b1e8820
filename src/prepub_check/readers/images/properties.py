"""All that a picture says of itself: Exif, XMP, IPTC, comments, and the texts of PNG."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from PIL import ImageFile, IptcImagePlugin

from ...errors import SourceError
from ..xmp import xmp_values
from .exif import exif_values, legible
from .opening import BROKEN, RETRY

_DAMAGED: Final = ("damaged", f"图片属性损坏，没有全部检查；{RETRY}")
_XMP: Final = ("xmp", "XML:com.adobe.xmp", "Raw profile type xmp")
_IPTC: Final = MappingProxyType(
    {
        (2, 5): "标题",
        (2, 25): "关键词",
        (2, 40): "特别说明",
        (2, 80): "作者",
        (2, 85): "作者职务",
        (2, 90): "城市",
        (2, 92): "地点",
        (2, 105): "标题",
        (2, 110): "提供者",
        (2, 115): "来源",
        (2, 116): "版权",
        (2, 118): "联系方式",
        (2, 120): "说明",
        (2, 122): "撰稿人",
    }
)
_MUTE: Final = frozenset(
    (
        *("exif", "icc_profile", "photoshop", "compression", "version", "adobe", "extension", "background"),
        *("transparency", "mp", "dpi", *(name.lower() for name in _XMP)),
    )
)


class Properties(NamedTuple):
    """Names and values, each value on one line; ``flaw`` is cause and message where some were lost."""

    values: tuple[tuple[str, str], ...]
    flaw: tuple[str, str] | None


def read_properties(picture: ImageFile.ImageFile) -> Properties:
    """Give what a picture says of itself, as far as it can be read."""
    values: dict[tuple[str, str], None] = {}
    flaw: tuple[str, str] | None = None
    with warnings.catch_warnings(record=True) as losses:
        warnings.simplefilter("always")
        try:
            for name, value in _values(picture):
                if line := " ".join(value.split()):
                    values[name, line] = None
        except SourceError as error:
            flaw = error.cause, str(error)
        except BROKEN:
            flaw = _DAMAGED
    return Properties(tuple(values), flaw or (_DAMAGED if losses else None))


def _values(picture: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    yield from exif_values(picture.getexif())
    for name, value in picture.info.items():
        if isinstance(name, str) and name.lower() not in _MUTE and isinstance(value, (str, bytes)):
            yield "注释" if name == "comment" else name, legible(value)
    for name, value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
        if title := _IPTC.get(name):
            yield from ((title, legible(each)) for each in (value if isinstance(value, list) else [value]))
    for name in _XMP:
        packet: Any = picture.info.get(name)
        if packet:
            yield from xmp_values(packet.encode() if isinstance(packet, str) else packet)
            break
