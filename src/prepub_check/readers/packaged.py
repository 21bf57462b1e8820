"""Files that Windows' packager put into documents (MS-OLEDS §2.2.5, Ole10Native)."""

from __future__ import annotations

from typing import Final

_LENGTHS: Final = 3


def unpackaged(data: bytes) -> tuple[str, str, bytes]:
    """Give name, original path and content of a packaged file; what is none is content as it stands."""
    label, at = _string(data, 6)
    path, at = _string(data, at)
    _, at = _string(data, at + 8)
    size = int.from_bytes(data[at : at + 4], "little")
    content = data[at + 4 : at + 4 + size]
    if not label or not content:
        return "", "", data[4:]
    return label, path, content


def object_data(data: bytes) -> bytes:
    """Give the native data of an object in the first version of OLE (MS-OLEDS §2.2.5)."""
    at = 8
    for _ in range(_LENGTHS):
        at += 4 + int.from_bytes(data[at : at + 4], "little")
    size = int.from_bytes(data[at : at + 4], "little")
    return data[at + 4 : at + 4 + size] or data


def _string(data: bytes, at: int) -> tuple[str, int]:
    end = data.find(b"\0", at)
    if end < 0:
        return "", len(data)
    return data[at:end].decode("gb18030", "replace"), end + 1
