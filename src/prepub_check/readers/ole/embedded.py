"""Files that a compound file carries inside: packages, attachments of objects, documents in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..packaged import unpackaged

if TYPE_CHECKING:
    from .reading import Reading
    from .storage import Storage

NATIVE: Final = "\x01Ole10Native"
_PACKAGES: Final = ("Package", "CONTENTS")


def read_embedded(storage: Storage, reading: Reading) -> None:
    """Give the files in one folder as attachments."""
    if NATIVE in storage:
        name, path, data = unpackaged(storage.read(NATIVE))
        reading.strands.property("原文件路径", path, "嵌入对象")
        if name:
            reading.inner.attach(name, data)
        else:
            reading.inner.put(f"{storage.name}.bin", data)
    for stream in _PACKAGES:
        reading.inner.put(f"{storage.name} {stream}", storage.read(stream))
