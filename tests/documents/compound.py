"""Compound files (MS-CFB, version 3) as a table of streams, read and written."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from typing import Final

import olefile

Streams = Mapping[str, bytes]

_SECTOR: Final = 512
_MINI: Final = 64
_CUTOFF: Final = 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE: Final = 0xFFFFFFFF


def take_apart(data: bytes) -> dict[str, bytes]:
    """Give the streams of a file by their paths, folders set apart by slashes."""
    file = olefile.OleFileIO(BytesIO(data))
    return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def put_together(streams: Streams) -> bytes:
    """Make a file of streams."""
    sectors: list[bytes] = []
    chain: list[int] = []
    mini, mini_chain = bytearray(), list[int]()
    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, 0, 0]]
    children: dict[int, list[int]] = {0: []}
    folders = {"": 0}
    for path in sorted(streams):
        *above, name = path.split("/")
        parent = 0
        for depth, folder in enumerate(above, 1):
            key = "/".join(above[:depth])
            if key not in folders:
                folders[key] = len(entries)
                children[parent].append(len(entries))
                children[len(entries)] = []
                entries.append([folder, 1, _NONE, _NONE, 0, 0])
            parent = folders[key]
        data = streams[path]
        if len(data) < _CUTOFF:
            start = len(mini) // _MINI
            mini += data.ljust(-(-len(data) // _MINI) * _MINI, b"\0")
            count = len(mini) // _MINI - start
            mini_chain += [*range(start + 1, start + count), _END] if count else []
            start = start if count else _END
        else:
            start = _place(data, sectors, chain)
        children[parent].append(len(entries))
        entries.append([name, 2, _NONE, _NONE, start, len(data)])
    siblings = _link(children, entries)
    entries[0][4], entries[0][5] = (_place(bytes(mini), sectors, chain), len(mini)) if mini else (_END, 0)
    mini_fat = struct.pack(f"<{len(mini_chain)}I", *mini_chain)
    mini_start = _place(mini_fat, sectors, chain, b"\xff") if mini_chain else _END
    directory = b"".join(_entry(entry, siblings.get(number, _NONE)) for number, entry in enumerate(entries))
    start = _place(directory, sectors, chain)
    return _finish(sectors, chain, start, mini_start, -(-len(mini_fat) // _SECTOR))


def _place(data: bytes, sectors: list[bytes], chain: list[int], fill: bytes = b"\0") -> int:
    start = len(sectors)
    count = max(-(-len(data) // _SECTOR), 1)
    padded = data.ljust(count * _SECTOR, fill)
    sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
    chain += [*range(start + 1, start + count), _END]
    return start


def _link(children: dict[int, list[int]], entries: list[list[object]]) -> dict[int, int]:
    """Hang the entries of a folder one to the right of the other, in the order that the format asks for."""
    siblings: dict[int, int] = {}
    for parent, inside in children.items():
        inside.sort(key=lambda number: (len(str(entries[number][0])), str(entries[number][0]).upper()))
        entries[parent][3] = inside[0] if inside else _NONE
        siblings.update(pairwise(inside))
    return siblings


def _entry(entry: list[object], right: int) -> bytes:
    name, kind, _, child, start, size = entry
    raw = f"{name}\0".encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw), kind, 1, _NONE, right, child, b"", 0, 0, 0, start, size
    )


def _finish(sectors: list[bytes], chain: list[int], directory: int, mini_fat: int, mini_count: int) -> bytes:
    count = 1
    while count * _SECTOR // 4 < len(chain) + count:
        count += 1
    fats = [*range(len(sectors), len(sectors) + count)]
    table = chain + [_FAT] * count
    table += [_FREE] * (count * _SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6s9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, count, directory, 0, _CUTOFF,
        mini_fat, mini_count, _END, 0, *fats, *[_FREE] * (109 - count),
    )  # fmt: skip
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)
