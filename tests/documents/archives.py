"""Archives as the tests need them: one function a format, each from names to contents."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import py7zr

Files = Mapping[str, bytes]


def make_zip(files: Files, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.comment = comment
    return packed.getvalue()


def make_zip_in_gbk(files: Files) -> bytes:
    """Write names as Windows does in China: GBK bytes, and no flag that says so."""
    data = make_zip(
        {
            f"{number:04}{'x' * (len(name.encode('gbk')) - 4)}": files[name]
            for number, name in enumerate(files)
        }
    )
    for number, name in enumerate(files):
        raw = name.encode("gbk")
        data = data.replace(f"{number:04}{'x' * (len(raw) - 4)}".encode(), raw)
    return data


def make_tar(files: Files, mode: str = "w", owner: str = "") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.uname = len(data), owner
            archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def make_7z(files: Files, password: str | None = None, *, header: bool = False) -> bytes:
    packed = io.BytesIO()
    with py7zr.SevenZipFile(packed, "w", password=password, header_encryption=header) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return packed.getvalue()


def make_rar(files: Files, flags: int = 0x8000) -> bytes:
    """Write RAR 4 without compression, which needs no licence."""
    packed = b"Rar!\x1a\x07\x00" + _rar_block(0x73, 0, bytes(6))
    for name, data in files.items():
        raw = name.encode()
        fields = struct.pack(
            "<IIBIIBBHI", len(data), len(data), 3, zlib.crc32(data), 0, 29, 0x30, len(raw), 0o100644
        )
        packed += _rar_block(0x74, flags, fields + raw) + data
    return packed + _rar_block(0x7B, 0x4000, b"")


def _rar_block(kind: int, flags: int, fields: bytes) -> bytes:
    block = struct.pack("<BHH", kind, flags, 7 + len(fields)) + fields
    return struct.pack("<H", zlib.crc32(block) & 0xFFFF) + block


MAKERS: Final[Mapping[str, Callable[[Files], bytes]]] = MappingProxyType(
    {
        "zip": make_zip,
        "stored.zip": lambda files: make_zip(files, zipfile.ZIP_STORED),
        "bzip2.zip": lambda files: make_zip(files, zipfile.ZIP_BZIP2),
        "lzma.zip": lambda files: make_zip(files, zipfile.ZIP_LZMA),
        "gbk.zip": make_zip_in_gbk,
        "tar": make_tar,
        "tar.gz": lambda files: make_tar(files, "w:gz"),
        "tgz": lambda files: make_tar(files, "w:gz"),
        "tbz": lambda files: make_tar(files, "w:bz2"),
        "txz": lambda files: make_tar(files, "w:xz"),
        "7z": make_7z,
        "rar": make_rar,
    }
)
SINGLE: Final[Mapping[str, Callable[[bytes], bytes]]] = MappingProxyType(
    {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}
)
