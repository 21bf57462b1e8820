"""Files that a compound file carries inside: packages, attachments of objects, documents in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .reading import Reading
    from .storage import Storage

NATIVE: Final = "\x01Ole10Native"
_PACKAGES: Final = ("Package", "CONTENTS")


def read_embedded(storage: Storage, reading: Reading) -> None:
    """Give the files in one folder as attachments."""
    if NATIVE in storage:
        name, path, data = native(storage.read(NATIVE))
        reading.strands.property("原文件路径", path, "嵌入对象")
        reading.attach(name or f"{storage.name}.bin", data)
    for stream in _PACKAGES:
        if stream in storage and (data := storage.read(stream)):
            reading.attach(f"{storage.name} {stream}", data)


def native(data: bytes) -> tuple[str, str, bytes]:
    """Give name, original path and content of an object that Windows' packager made (Ole10Native)."""
    label, at = _string(data, 6)
    path, at = _string(data, at)
    _, at = _string(data, at + 8)
    size = int.from_bytes(data[at : at + 4], "little")
    content = data[at + 4 : at + 4 + size]
    if not label or not content:
        return "", "", data[4:]
    return label, path, content


def _string(data: bytes, at: int) -> tuple[str, int]:
    end = data.find(b"\0", at)
    if end < 0:
        return "", len(data)
    return data[at:end].decode("gb18030", "replace"), end + 1
