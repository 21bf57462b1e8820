"""Pictures drawn for the tests: pages as a scanner gives them, and what cameras write into files."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from PIL.ExifTags import GPS, IFD, Base

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
)


def font(size: int) -> ImageFont.FreeTypeFont:
    """Give a Chinese font; the test that asks for it is skipped where there is none."""
    found = next((path for path in _FONTS if Path(path).exists()), None)
    if found is None:
        pytest.skip("no CJK font is installed")
    return ImageFont.truetype(found, size)


def scan(
    lines: Sequence[str], *, size: tuple[int, int] = (1240, 1754), ink: str = "black", paper: Any = "white"
) -> Image.Image:
    """Give a page with a line of text every 80 pixels."""
    mode = "RGBA" if isinstance(paper, tuple) else "RGB"
    page = Image.new(mode, size, paper)
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((100, 100 + 80 * number), line, font=font(36), fill=ink)
    return page


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """Give a picture as a file."""
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def camera() -> Image.Exif:
    """Give what a phone writes: who, with what, and where."""
    exif = Image.Exif()
    exif[Base.Make] = "HUAWEI"
    exif[Base.Artist] = "电话13800138001".encode()
    exif[Base.XPComment] = "电话13800138002\0".encode("utf-16-le")
    exif.get_ifd(IFD.Exif)[Base.UserComment] = b"UNICODE\0" + "电话13800138003".encode("utf-16")
    position = exif.get_ifd(IFD.GPSInfo)
    position[GPS.GPSLatitudeRef], position[GPS.GPSLatitude] = "N", (36.0, 48.0, 44.4)
    position[GPS.GPSLongitudeRef], position[GPS.GPSLongitude] = "E", (118.0, 3.0, 22.08)
    return exif


def packet(value: str) -> bytes:
    """Give an XMP packet."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq>'
        f"<rdf:li>{value}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
