"""Photographs that a PDF holds as a camera wrote them, place and maker included."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium

from .paint import Painting

_JPEG: Final = b"\xff\xd8"
_MARKS: Final = (b"Exif\0\0", b"http://ns.adobe.com/xap/", b"Photoshop 3.0")
_HEAD: Final = 1 << 18
_MOST: Final = 100_000_000


def photos_of(painting: Painting) -> Iterator[bytes]:
    """Give the JPEG files on a page that say something of themselves."""
    for picture in painting.pictures:
        size = pdfium.FPDFImageObj_GetImageDataRaw(picture.handle, None, 0)
        if _is_jpeg(picture.handle) and 0 < size < _MOST:
            buffer = (ctypes.c_ubyte * size)()
            pdfium.FPDFImageObj_GetImageDataRaw(picture.handle, buffer, size)
            data = bytes(buffer)
            if data.startswith(_JPEG) and any(mark in data[:_HEAD] for mark in _MARKS):
                yield data


def _is_jpeg(handle: Any) -> bool:
    if pdfium.FPDFImageObj_GetImageFilterCount(handle) != 1:
        return False
    name = ctypes.create_string_buffer(16)
    pdfium.FPDFImageObj_GetImageFilter(handle, 0, name, 16)
    return name.value in (b"DCTDecode", b"DCT")
