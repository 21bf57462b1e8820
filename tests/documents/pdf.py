"""PDF files written object by object (ISO 32000-1), so that every trick of hiding can be planted."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<<"
    "/Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500] 814 939 500]"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<<"
    "/Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


@dataclass
class Objects:
    """The objects of a file under construction; numbers are given out in order."""

    bodies: list[bytes] = field(default_factory=list)

    def add(self, body: str) -> str:
        """Add an object and give a reference to it."""
        self.bodies.append(body.encode("latin-1"))
        return f"{len(self.bodies)} 0 R"

    def stream(self, data: bytes | str, entries: str = "", *, packed: bool = False) -> str:
        """Add a stream and give a reference to it."""
        raw = data.encode("latin-1") if isinstance(data, str) else data
        entries += "/Filter/FlateDecode" if packed else ""
        raw = zlib.compress(raw) if packed else raw
        head = f"<<{entries}/Length {len(raw)}>>stream\n".encode("latin-1")
        self.bodies.append(head + raw + b"\nendstream")
        return f"{len(self.bodies)} 0 R"

    def file(self, root: str, trailer: str = "") -> bytes:
        """Write the file out."""
        out = bytearray(b"%PDF-1.7\n")
        offsets = []
        for number, body in enumerate(self.bodies, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        start, size = len(out), len(offsets) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        out += f"trailer<</Size {size}/Root {root}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
        return bytes(out)


def pdf(
    *contents: str,
    objects: Objects | None = None,
    resources: str = "",
    catalog: str = "",
    page: str = "",
    trailer: str = "",
) -> bytes:
    """Make a file of one page for each content; the font is called F."""
    into = objects or Objects()
    font = into.add(FONT)
    pages = len(into.bodies) + 2 * len(contents) + 1
    kids = []
    for content in contents:
        stream = into.stream(content)
        kids.append(
            into.add(
                f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 595 842]/Contents {stream}"
                f"/Resources<</Font<</F {font}>>{resources}>>{page}>>"
            )
        )
    tree = into.add(f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>")
    return into.file(into.add(f"<</Type/Catalog/Pages {tree}{catalog}>>"), trailer)


def write(
    x: float,
    y: float,
    text: str,
    *,
    size: float = 12,
    mode: int = 0,
    colour: str = "0 g",
    turn: str = "1 0 0 1",
) -> str:
    """Give the operators that write a text."""
    return f"BT {colour} /F {size} Tf {mode} Tr {turn} {x} {y} Tm <{encoded(text)}> Tj ET\n"


def letters(x: float, y: float, text: str, size: float = 12) -> str:
    """Give the operators that write a text one character at a time."""
    return "".join(write(x + number * size, y, letter, size=size) for number, letter in enumerate(text))


def box(x: float, y: float, width: float, height: float, colour: str = "0 g") -> str:
    """Give the operators that fill a box."""
    return f"q {colour} {x} {y} {width} {height} re f Q\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Give the operators that rule a table."""
    across = (f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    down = (f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)
    return "".join((*across, *down))


def string(text: str) -> str:
    """Give a text string (ISO 32000-1, 7.9.2.2)."""
    return f"<feff{encoded(text)}>"


def encoded(text: str) -> str:
    """Give UTF-16 in hexadecimal."""
    return text.encode("utf-16-be").hex()


def revised(data: bytes, number: int, body: str) -> bytes:
    """Append a revision that replaces one object (ISO 32000-1, 7.5.6)."""
    at = len(data)
    written = f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    previous = data.rpartition(b"startxref\n")[2].split(b"\n")[0].decode()
    root = data.rpartition(b"/Root ")[2].split(b" ")[0].decode()
    size = data.rpartition(b"/Size ")[2].split(b"/")[0].decode()
    table = f"xref\n{number} 1\n{at:010} 00000 n \ntrailer<</Size {size}/Root {root} 0 R/Prev {previous}>>\n"
    return data + written + f"{table}startxref\n{at + len(written)}\n%%EOF\n".encode("latin-1")
