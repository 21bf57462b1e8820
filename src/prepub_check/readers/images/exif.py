"""What a camera or an editor wrote into a picture (Exif 3.0): texts, and the place where it was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from PIL import ExifTags, Image

from ..strict import strictly

_TITLES: Final = MappingProxyType(
    {
        "Make": "设备厂商",
        "Model": "设备型号",
        "Software": "软件",
        "Artist": "作者",
        "XPAuthor": "作者",
        "CameraOwnerName": "设备所有者",
        "Copyright": "版权",
        "HostComputer": "计算机",
        "ImageDescription": "说明",
        "UserComment": "备注",
        "XPComment": "备注",
        "XPTitle": "标题",
        "XPSubject": "主题",
        "XPKeywords": "关键词",
        "DateTime": "修改时间",
        "DateTimeOriginal": "拍摄时间",
        "DateTimeDigitized": "数字化时间",
        "BodySerialNumber": "机身序列号",
        "LensSerialNumber": "镜头序列号",
        "LensModel": "镜头型号",
    }
)
_WIDE: Final = "XP"
_COMMENT_HEAD: Final = 8
_LATIN: Final = "\xff"
_COMMENTS: Final = MappingProxyType({b"ASCII": "ascii", b"UNICODE": "utf-16", b"JIS": "iso2022_jp"})
_SOUTH_WEST: Final = frozenset("SW")
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)


def exif_values(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    """Give names and values that are text, then the position; raises what Pillow raises on damaged tags."""
    for tags in (exif, exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.IFD1)):
        for tag, value in tags.items():
            name = ExifTags.TAGS.get(tag, f"标签 {tag}")
            if text := _text(name, value):
                yield _TITLES.get(name, name), text
    yield from _position(exif.get_ifd(ExifTags.IFD.GPSInfo))


def legible(value: bytes | str) -> str:
    """Give a text as what it most likely is: Pillow takes all bytes for Latin-1."""
    if isinstance(value, str) and (value.isascii() or max(value) > _LATIN):
        return value.strip("\0 ")
    data = value.encode("latin-1") if isinstance(value, str) else value
    return (strictly(data, "utf-8") or strictly(data, "gb18030") or data.decode("latin-1")).strip("\0 ")


def _text(name: str, value: Any) -> str:
    if name == "MakerNote":
        return ""
    if name == "UserComment" and isinstance(value, bytes):
        head, data = value[:_COMMENT_HEAD].strip(b"\0 "), value[_COMMENT_HEAD:]
        encoding = _COMMENTS.get(head)
        return (data.decode(encoding, "replace") if encoding else legible(data)).strip("\0 ")
    if name.startswith(_WIDE) and isinstance(value, (bytes, tuple)):
        return bytes(value).decode("utf-16-le", "replace").strip("\0 ")
    return legible(value) if isinstance(value, str) else ""


def _position(tags: Mapping[int, Any]) -> Iterator[tuple[str, str]]:
    latitude, longitude = (_degrees(tags, *keys) for keys in (_LATITUDE, _LONGITUDE))
    if latitude is not None and longitude is not None:
        north = f"{'北' if latitude >= 0 else '南'}纬 {abs(latitude):.6f}"
        east = f"{'东' if longitude >= 0 else '西'}经 {abs(longitude):.6f}"
        yield "GPS 位置", f"{north}，{east}"
    for tag, value in tags.items():
        if isinstance(value, str) and len(value) > 1:
            yield ExifTags.GPSTAGS.get(tag, f"GPS {tag}"), legible(value)


def _degrees(tags: Mapping[int, Any], side: int, angle: int) -> float | None:
    """Give degrees from degrees, minutes and seconds, negative to the south and west."""
    try:
        degrees, minutes, seconds = (float(each) for each in tags[angle])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    found = degrees + minutes / 60 + seconds / 3600
    if found != found:  # noqa: PLR0124 -- not a number: an empty tag of 0/0
        return None
    return -found if str(tags.get(side, "")).strip("\0 ") in _SOUTH_WEST else found
