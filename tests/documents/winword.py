"""Word documents in binary: by LibreOffice, and by hand what it does not write."""

from __future__ import annotations

import struct
from typing import Final

from .compound import put_together, take_apart
from .leaks import planted

BY_HAND: Final = planted(
    "残留 残留单字节 保存者 保存路径 变量 模板 艺术字 图形说明 经理 单位 自定义密级 附件 内嵌文档 原路径"
)
_FIELDS: Final = 0x9A


def with_block(streams: dict[str, bytes], index: int, block: bytes) -> dict[str, bytes]:
    """Append a block to the table stream, and let the pair with this number point to it."""
    table, main = streams["1Table"], bytearray(streams["WordDocument"])
    struct.pack_into("<II", main, _FIELDS + 8 * index, len(table), len(block))
    return {**streams, "1Table": table + block, "WordDocument": bytes(main)}


def strings(*texts: str, extra: int = 0) -> bytes:
    """Write a table of strings."""
    return struct.pack("<HHH", 0xFFFF, len(texts), extra) + b"".join(
        counted(text) + bytes(extra) for text in texts
    )


def counted(text: str) -> bytes:
    return struct.pack("<H", len(text)) + text.encode("utf-16-le")


def record(kind: int, data: bytes, instance: int = 0, version: int = 0) -> bytes:
    """Write a record of a drawing or a presentation."""
    return struct.pack("<HHI", instance << 4 | version, kind, len(data)) + data


def options(texts: dict[int, str]) -> bytes:
    """Write the properties of a shape."""
    values = {key: f"{text}\0".encode("utf-16-le") for key, text in texts.items()}
    table = b"".join(struct.pack("<HI", key | 0x8000, len(value)) for key, value in values.items())
    return record(0xF00B, table + b"".join(values.values()), len(texts), 3)


def quick_saved(data: bytes, kept: str, dropped: bytes) -> bytes:
    """Let a document's text leave out bytes that stay in the file, as saving quickly did."""
    streams = take_apart(data)
    main = streams["WordDocument"]
    end = len(main)
    text = (kept + "\r").encode("utf-16-le")
    pieces = [(len(kept[:4]), end), (len(kept[4:]) + 1, end + 8 + len(dropped))]
    main += text[:8] + dropped + text[8:]
    bounds = [0, pieces[0][0], pieces[0][0] + pieces[1][0]]
    table = struct.pack("<3I", *bounds) + b"".join(struct.pack("<HIH", 0, at, 0) for _, at in pieces)
    clx = struct.pack("<BI", 2, len(table)) + table
    streams = with_block({**streams, "WordDocument": main}, 33, clx)
    fixed = bytearray(streams["WordDocument"])
    struct.pack_into("<8i", fixed, 0x4C, bounds[-1], *[0] * 7)
    struct.pack_into("<2I", fixed, 0x18, end, len(fixed))
    return put_together({**streams, "WordDocument": bytes(fixed)})


def property_set(form: bytes, values: dict[int, str], names: dict[int, str] | None = None) -> bytes:
    """Write a property set of one section, or of a second one with names of its own, in GBK."""
    sections = [_section(values)]
    if names is not None:
        sections = [_section({}), _section(values, names)]
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0, b"", len(sections))
    at = len(head) + 20 * len(sections)
    listed = b""
    for section in sections:
        listed += form.ljust(16, b"\0") + struct.pack("<I", at)
        at += len(section)
    return head + listed + b"".join(sections)


def _section(values: dict[int, str], names: dict[int, str] | None = None) -> bytes:
    entries = {1: struct.pack("<IHH", 2, 936, 0)}
    if names:
        entries[0] = struct.pack("<I", len(names)) + b"".join(
            struct.pack("<II", key, len(raw := f"{name}\0".encode("gbk"))) + raw
            for key, name in names.items()
        )
    for key, value in values.items():
        raw = f"{value}\0".encode("gbk")
        entries[key] = struct.pack("<II", 30, len(raw)) + raw + bytes(-len(raw) % 4)
    at = 8 + 8 * len(entries)
    offsets, body = b"", b""
    for key, entry in entries.items():
        offsets += struct.pack("<II", key, at + len(body))
        body += entry
    return struct.pack("<II", at + len(body), len(entries)) + offsets + body


def native(name: str, path: str, data: bytes) -> bytes:
    """Write a file as Windows' packager puts it into a document (Ole10Native)."""
    label, place = name.encode("gbk") + b"\0", path.encode("gbk") + b"\0"
    body = (
        b"\2\0"
        + label
        + place
        + struct.pack("<II", 3, len(place))
        + place
        + struct.pack("<I", len(data))
        + data
    )
    return struct.pack("<I", len(body)) + body


def by_hand(data: bytes) -> bytes:
    """Add to a document what LibreOffice does not write."""
    values = BY_HAND
    streams = take_apart(data)
    streams = with_block(
        streams, 71, strings(f"王五 {values['保存者']}", rf"D:\内部\{values['保存路径']}.doc")
    )
    streams = with_block(streams, 32, strings("", rf"D:\模板\{values['模板']}.dot"))
    streams = with_block(streams, 60, strings("证件", extra=4) + counted(values["变量"]))
    shape = record(0xF004, options({0xC0: values["艺术字"], 0x381: values["图形说明"]}), version=0xF)
    drawings = record(0xF000, b"", version=0xF) + b"\0" + record(0xF002, shape, version=0xF)
    streams = with_block(streams, 50, drawings)
    return put_together(
        {
            **streams,
            "\x05DocumentSummaryInformation": property_set(
                b"\x02\xd5\xcd\xd5", {14: f"赵六 {values['经理']}", 15: f"某局 {values['单位']}"}
            ),
            "ObjectPool/_1/\x05DocumentSummaryInformation": property_set(
                b"\x02\xd5\xcd\xd5", {2: values["自定义密级"]}, {2: "密级"}
            ),
            "ObjectPool/_1/\x01Ole10Native": native(
                "附件.txt", rf"C:\用户\{values['原路径']}\附件.txt", f"号码{values['附件']}".encode()
            ),
            "ObjectPool/_2/Package": b"<html><p>" + values["内嵌文档"].encode(),
        }
    )
