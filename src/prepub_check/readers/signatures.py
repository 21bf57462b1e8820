"""Media types known by the bytes of a file: its beginning, or what its container holds."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zipfile import ZipFile

_HEAD: Final = 1 << 16
_SIGNATURES: Final = (
    (rb"(?:\xef\xbb\xbf)?[\s\x00]{0,64}%PDF-[0-9]", "application/pdf"),
    (rb"\s{0,8}\{\\rtf", "application/rtf"),
    (rb"\x1f\x8b\x08", "application/gzip"),
    (rb"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (rb"Rar!\x1a\x07", "application/vnd.rar"),
    (rb"BZh[1-9]1AY&SY", "application/x-bzip2"),
    (rb"\xfd7zXZ\x00", "application/x-xz"),
    (rb"[\s\S]{257}ustar", "application/x-tar"),
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"BM[\s\S]{4}\x00{4}", "image/bmp"),
    (rb"II\x2a\x00|MM\x00\x2a", "image/tiff"),
    (rb"RIFF[\s\S]{4}WEBP", "image/webp"),
    (
        rb"(?:[!-9;-~]{1,60}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*+){0,40}?(?i:MIME-Version):",
        "message/rfc822",
    ),
)
_SIGN: Final = re.compile(b"|".join(b"(" + pattern + b")" for pattern, _ in _SIGNATURES))
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: Final = MappingProxyType(
    {
        "EncryptedPackage": "application/x-ole-encrypted",
        "WordDocument": "application/msword",
        "Workbook": "application/vnd.ms-excel",
        "PowerPoint Document": "application/vnd.ms-powerpoint",
        "__properties_version1.0": "application/vnd.ms-outlook",
        "Book": "application/vnd.ms-excel",
    }
)
# Of the programs that a compound file belongs to, as its root entry names them.
_ROOT: Final = re.compile(b"R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0[\\s\\S]{60}([\\s\\S]{16})")
_COM: Final = bytes.fromhex("0000000000c000000000000046")
_CLASSES: Final = MappingProxyType(
    {
        b"\x06\x09\x02" + _COM: "application/msword",
        b"\x20\x08\x02" + _COM: "application/vnd.ms-excel",
        b"\x21\x08\x02" + _COM: "application/vnd.ms-excel",
        b"\x0b\x0d\x02" + _COM: "application/vnd.ms-outlook",
        bytes.fromhex("108d81649b4fcf1186ea00aa00b929e8"): "application/vnd.ms-powerpoint",
    }
)
_ZIP: Final = b"PK\x03\x04"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_ENTRIES: Final = MappingProxyType(
    {
        "word/": _OFFICE + "wordprocessingml.document",
        "xl/": _OFFICE + "spreadsheetml.sheet",
        "ppt/": _OFFICE + "presentationml.presentation",
        "OFD.xml": "application/ofd",
    }
)
# A folder of this name in an archive of other files makes no document of it.
_PARTS: Final = (".xml", ".bin")
_ODF: Final = re.compile(rb"mimetype(application/vnd\.oasis\.opendocument\.[a-z-]+)")


def signed_type(data: bytes) -> str | None:
    """Give the media type that the bytes themselves name, or None where they may be text."""
    if data.startswith(_ZIP):
        return _package_type(data)
    if data.startswith(_OLE):
        return _ole_type(data)
    found = _SIGN.match(data[:_HEAD])
    return _SIGNATURES[found.lastindex - 1][1] if found and found.lastindex else None


def _ole_type(data: bytes) -> str:
    if (root := _ROOT.search(data)) and root[1] in _CLASSES:
        return _CLASSES[root[1]]
    for stream, media_type in _STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return media_type
    return "application/x-ole-storage"


def _beginning(package: ZipFile, name: str) -> bytes:
    if name not in package.namelist():
        return b""
    with package.open(name) as entry:
        return entry.read(100)


def _package_type(data: bytes) -> str:
    import zipfile  # noqa: PLC0415 -- most drafts are no package

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            if (named := _ODF.match(b"mimetype" + _beginning(package, "mimetype"))) is not None:
                return named[1].decode("ascii")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError, zlib.error):
        names = [f"{name}.xml" for name in _ENTRIES if name.encode() in data[:_HEAD]]
    if found := _ODF.search(data, 0, 200):
        return found[1].decode("ascii")
    for start, media_type in _ENTRIES.items():
        if any(name.startswith(start) and name.endswith(_PARTS) for name in names):
            return media_type
    return "application/zip"
