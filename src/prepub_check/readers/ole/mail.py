"""Mail of Outlook (MS-OXMSG): its properties, what it says, who gets it, and what is attached."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..lines import LineIndex
from ..plain import LinePlaces
from .packed import unpack_rtf

if TYPE_CHECKING:
    from .reading import Reading
    from .storage import Storage

from ...model import Part

MESSAGE: Final = "__properties_version1.0"
_INNER: Final = ("__recip", "__attach", "__nameid")
_STREAM: Final = "__substg1.0_"
_BODY, _PAGE, _RICH = "1000", "1013", "1009"
_DATA: Final = "3701"
# Long name, short name, title.
_NAMES: Final = ("3707", "3704", "3001")
_TITLES: Final = MappingProxyType(
    {
        "0037": "主题",
        "0C1A": "发件人",
        "0C1F": "发件地址",
        "5D01": "发件地址",
        "0042": "代发人",
        "0065": "代发地址",
        "0E04": "收件人",
        "0E03": "抄送",
        "0E02": "密送",
        "007D": "邮件头",
        "3FFA": "最后修改者",
        "3FF8": "创建者",
        "1035": "邮件标识",
        "3A16": "单位",
    }
)
_RECIPIENT: Final = MappingProxyType(
    {"3001": "收件人", "3003": "收件地址", "39FE": "收件地址", "5FF6": "收件人"}
)


def read_message(folder: Storage, reading: Reading) -> None:
    """Read one message; recipients and attachments are folders of it."""
    if folder.name.startswith(_INNER):
        _read_inner(folder, reading)
        return
    for stream in folder.streams:
        tag, kind = stream.removeprefix(_STREAM)[:4].upper(), stream[-4:].upper()
        if not stream.startswith(_STREAM):
            continue
        data = folder.read(stream)
        if tag == _BODY:
            _put_body(_text(data, kind), folder, reading)
        elif tag == _PAGE:
            reading.inner.put("正文.html", _text(data, kind).encode() if kind == "001F" else data)
        elif tag == _RICH:
            reading.inner.put("正文.rtf", unpack_rtf(data))
        elif kind in {"001F", "001E"}:
            reading.strands.property(_TITLES.get(tag, f"属性 {tag}"), _text(data, kind), "邮件属性")


def _read_inner(folder: Storage, reading: Reading) -> None:
    texts = {
        stream.removeprefix(_STREAM)[:4].upper(): _text(folder.read(stream), stream[-4:].upper())
        for stream in folder.streams
        if stream[-4:].upper() in {"001F", "001E"}
    }
    if folder.name.startswith("__recip"):
        for tag, title in _RECIPIENT.items():
            reading.strands.property(title, texts.get(tag, ""), "邮件属性")
    else:
        names = list(dict.fromkeys(filter(None, map(texts.get, _NAMES))))
        for name in names:
            reading.inner.note(name)
        reading.inner.put((names or [folder.name])[0], folder.read(f"{_STREAM}{_DATA}0102"))


def _put_body(text: str, folder: Storage, reading: Reading) -> None:
    name = "正文" if not folder.path else "内嵌邮件的正文"
    if text.strip():
        reading.strands.put(Part("body", text, LinePlaces(reading.path, LineIndex(text)), name))


def _text(data: bytes, kind: str) -> str:
    return data.decode("utf-16-le" if kind == "001F" else "gb18030", "replace").rstrip("\0")
