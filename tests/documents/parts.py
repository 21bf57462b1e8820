"""Packages as a table of parts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO


def unpack(data: bytes) -> dict[str, bytes]:
    """Give the parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """Make a package of parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """Give a package with a text in one part replaced; the text must be there."""
    parts = unpack(data)
    text = parts[name].decode()
    assert old in text, (old, text)
    return pack({**parts, name: text.replace(old, new)})
