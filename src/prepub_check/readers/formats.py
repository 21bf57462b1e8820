"""What is no text: files of formats that no reader knows, told by their first bytes, and binary data."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..errors import SourceError

_SAVE_AS_TEXT: Final = "请用原来的软件打开，另存为纯文本（UTF-8）或网页后再检查"
_UNPACK: Final = "请解压后逐个检查其中的文件"
_LOOK: Final = "图片中的文字请人工核对，或另存为 PNG 后再检查"
_NO_DRAFT: Final = "请确认选对了文件；程序和数据库不能作为文稿检查"


class Format(NamedTuple):
    """A file format this program cannot read: how it starts, what people call it, what to do with it."""

    start: bytes
    title: str
    advice: str


_FORMATS: Final = (
    Format(rb"%!PS-", "PostScript 文件", _SAVE_AS_TEXT),
    Format(rb"\x28\xb5\x2f\xfd", "zstd 压缩包", _UNPACK),
    Format(rb"8BPS\x00", "Photoshop 图片", _LOOK),
    Format(rb"\x7fELF|MZ.\x00", "可执行程序", _NO_DRAFT),
    Format(rb"SQLite format 3\x00", "SQLite 数据库", _NO_DRAFT),
    Format(
        rb"ID3[\x02-\x04]\x00|RIFF.{4}(?:WAVE|AVI )|\x00\x00\x00.ftyp",
        "音频或视频",
        "其中的语音和字幕请人工核对",
    ),
)
_SIGN: Final = re.compile(b"|".join(b"(" + known.start + b")" for known in _FORMATS), re.DOTALL)
_EDGE: Final = 1 << 16
_CHUNK: Final = 1 << 20
_CONTROLS: Final = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_STRAY: Final = 8
_MANY: Final = 0.05


def refuse_foreign(data: bytes) -> None:
    """Raise SourceError where the bytes are a known format other than text, or no text at all."""
    if found := _SIGN.match(data[:_EDGE]):
        known = _FORMATS[(found.lastindex or 1) - 1]
        raise _unsupported(known.title, known.advice)
    if b"\0" in data:
        raise _binary("含有空字节（NUL）")
    controls = _count_controls(data)
    if controls > max(_STRAY, _MANY * len(data)):
        raise _binary(f"含有 {controls} 个控制字符")


def _count_controls(data: bytes) -> int:
    chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    return sum(len(chunk) - len(chunk.translate(None, _CONTROLS)) for chunk in chunks)


def _unsupported(title: str, advice: str) -> SourceError:
    return SourceError("unsupported-format", f"这是{title}，其中的内容没有检查；{advice}")


def _binary(reason: str) -> SourceError:
    return SourceError(
        "binary",
        f"不是文本：{reason}，其中的内容没有检查；"
        "若是没有 BOM 的 UTF-16 文本，请另存为 UTF-8，若是其他文档，请另存为纯文本后再检查",
    )
