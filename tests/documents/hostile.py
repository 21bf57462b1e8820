"""Files that no program should have made: damaged samples of every format, and bombs."""

from __future__ import annotations

import gzip
import io
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PIL import Image

from . import (
    archives,
    calc,
    excel,
    hidden_pdf,
    impress,
    mails,
    ofd,
    pictures,
    powerpoint,
    sheets,
    slides,
    winword,
    word,
    writer,
)
from .compound import put_together, take_apart
from .parts import pack, unpack

_TEXT: Final = "关于开展检查的通知\n各单位：\n联系人张三，电话13800138000。\n" * 20
_PAGE: Final = f"<html><head><title>通知</title></head><body><p>{_TEXT}</p><!-- 内部 --></body></html>"
_FILES: Final = {"通知.txt": _TEXT.encode(), "网页.html": _PAGE.encode("gbk"), "空.txt": b""}


def _picture(kind: str) -> bytes:
    return pictures.saved(Image.new("RGB", (64, 64), "white"), kind, exif=pictures.camera())


# Every format that the tests can make: a name, and what makes it. Other formats are one more row.
SAMPLES: Final[Mapping[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "a.txt": _TEXT.encode,
        "gbk.txt": partial(_TEXT.encode, "gbk"),
        "utf-16.txt": partial(_TEXT.encode, "utf-16"),
        "a.md": ("# 标题\n\n" + _TEXT).encode,
        "a.html": partial(_PAGE.encode, "gbk"),
        "a.csv": lambda: "".join(f"{number},张三,13800138000\n" for number in range(100)).encode("gbk"),
        "a.docx": word.by_hand,
        "a.xlsx": sheets.by_hand,
        "a.pptx": slides.by_hand,
        "writer.docx": writer.from_writer,
        "a.odt": lambda: writer.from_writer("odt"),
        "a.ods": lambda: calc.from_calc("ods"),
        "a.odp": lambda: impress.from_impress("odp"),
        "a.doc": lambda: winword.by_hand(writer.from_writer("doc:MS Word 97")),
        "a.xls": lambda: excel.by_hand(calc.from_calc("xls:MS Excel 97")),
        "a.ppt": lambda: powerpoint.by_hand(impress.from_impress("ppt:MS PowerPoint 97")),
        "a.rtf": lambda: writer.from_writer("rtf:Rich Text Format"),
        "a.pdf": hidden_pdf.hidden_pdf,
        "revised.pdf": hidden_pdf.revised_pdf,
        "a.ofd": ofd.leaking,
        "a.png": partial(_picture, "PNG"),
        "a.jpg": partial(_picture, "JPEG"),
        "a.eml": mails.eml,
        "a.mht": mails.mht,
        "a.msg": mails.msg,
        "txt.gz": lambda: gzip.compress(_TEXT.encode(), mtime=0),
        **{f"a.{kind}": partial(make, _FILES) for kind, make in archives.MAKERS.items()},
    }
)


def damaged(seed: int) -> Iterator[tuple[str, bytes]]:
    """Give every sample damaged in every way, the same for the same seed."""
    for name, make in SAMPLES.items():
        dice = random.Random(f"{seed} {name}")
        data = make()
        stem, _, suffix = name.rpartition(".")
        for way, damage in _WAYS.items():
            for number in range(_TIMES.get(way, 1)):
                yield f"{stem}-{way}-{number}.{suffix}", damage(data, dice)
        yield f"{stem}-{suffix}.{dice.choice(_SUFFIXES)}", data


def _flip(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 4, 40))):
        at = dice.randrange(len(changed))
        changed[at] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def _blank(data: bytes, dice: random.Random) -> bytes:
    at, size = dice.randrange(len(data)), dice.randrange(1, 2000)
    return data[:at] + bytes(size) + data[at + size :]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start, end = sorted((dice.randrange(len(data)), dice.randrange(len(data))))
    return data[:end] + data[start:]


def _largest(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(max(len(data) - 4, 1))
    return data[:at] + b"\xff\xff\xff\x7f" + data[at + 4 :]


def _swap(data: bytes, dice: random.Random) -> bytes:
    """Exchange two parts of a package or a compound file; two halves of anything else."""
    try:
        parts, make = (unpack(data), pack) if data[:2] == b"PK" else (take_apart(data), put_together)
    except (OSError, zipfile.BadZipFile):
        middle = dice.randrange(len(data))
        return data[middle:] + data[:middle]
    one, other = dice.choice(list(parts)), dice.choice(list(parts))
    return make({**parts, one: parts[other], other: parts[one]})


_WAYS: Final[Mapping[str, Callable[[bytes, random.Random], bytes]]] = MappingProxyType(
    {"flip": _flip, "cut": _cut, "blank": _blank, "repeat": _repeat, "largest": _largest, "swap": _swap}
)
_TIMES: Final = MappingProxyType({"flip": 4, "cut": 3, "largest": 2})
_SUFFIXES: Final = ("doc", "docx", "xls", "pdf", "txt", "zip", "html", "eml", "csv", "ofd", "png", "wps", "")


def bombs() -> Iterator[tuple[str, bytes]]:
    """Give small files that ask for much."""
    zeros = bytes(200 << 20)
    yield "bomb.zip", archives.make_zip({"a.txt": zeros})
    yield "bomb.gz", gzip.compress(zeros)
    yield "bomb.7z", archives.make_7z({"a.txt": zeros})
    yield "bomb.txz", archives.make_tar({"a.txt": zeros}, "w:xz")
    yield "bomb.docx", pack({**unpack(word.by_hand()), "word/media/a.bin": bytes(300 << 20)})
    yield "document.docx", word.docx(f"<w:p>{'<w:r/>' * 3_000_000}</w:p>")
    yield "deep.docx", word.docx("<w:tbl>" * 100_000)
    yield "laughs.docx", _laughs()
    yield (
        "many.zip",
        archives.make_zip({f"{number}.txt": b"x" for number in range(12_000)}, zipfile.ZIP_STORED),
    )
    yield "nested.zip", _nested(40)
    yield "wide.zip", _wide(5)
    yield "holes.tar", _holes()
    yield "deep.rtf", b"{\\rtf1 x" + b"{\\b" * 500_000
    yield "deep.html", b"<html>" + b"<div><b>" * 300_000
    yield "deep.eml", _deep_mail(3000)
    yield "wide.csv", b"a," * 3_000_000
    yield "long.txt", b"1" * 1_000_000
    yield "quotes.csv", b'"' * 2_000_001
    yield (
        "names.zip",
        archives.make_zip({"../" * 5000 + "a.txt": b"x", "a" * 60_000: b"y", "\x1b[2J.txt": b"z"}),
    )
    yield (
        "claims.bmp",
        b"BM"
        + struct.pack("<IHHIIiiHHIIiiII", 60, 0, 0, 54, 40, 2**31 - 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0),
    )
    yield "empty.docx", b""
    yield "only-sign.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    yield "only-sign.zip", b"PK\x03\x04"
    yield "locked.docx", put_together({"EncryptedPackage": bytes(9000), "EncryptionInfo": bytes(200)})


def _laughs() -> bytes:
    levels = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
    document = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{levels}]><a>&a11;</a>'
    return pack({**unpack(word.by_hand()), "word/document.xml": document})


def _nested(depth: int) -> bytes:
    data = _TEXT.encode()
    for _ in range(depth):
        data = archives.make_zip({"a.zip": data})
    return data


def _wide(depth: int) -> bytes:
    """As 42.zip: sixteen archives in each of sixteen, and so on, and zeros in the last."""
    data = archives.make_zip({"zeros.txt": bytes(8 << 20)})
    for _ in range(depth):
        data = archives.make_zip({f"{number}.zip": data for number in range(16)})
    return data


def _holes() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        entry = tarfile.TarInfo("holes.bin")
        entry.size = 1 << 40
        archive.addfile(entry)
    return packed.getvalue()


def _deep_mail(depth: int) -> bytes:
    heads = "".join(
        f'Content-Type: multipart/mixed; boundary="{number}"\r\n\r\n--{number}\r\n' for number in range(depth)
    )
    return f"MIME-Version: 1.0\r\n{heads}\r\nx".encode()
