"""A zip of XML opened without trust: nothing larger than the limits, no document types, no entities."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from ...config import Limits
from ...errors import SourceError
from ..unpacking import MEGABYTE

_RETRY: Final = "请重新取得文件，或在原来的软件中打开并另存后再检查"
_ENCRYPTED: Final = 0x1
_DEEPEST: Final = 256


class Package:
    """The members of a zip by name, as far as ``unpacked_mb`` and ``members`` of the limits reach."""

    __slots__ = ("_left", "_zip", "names")

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open a package; raises SourceError where it is damaged or holds too many members."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise SourceError("damaged", f"文件损坏或不完整，其中的内容没有检查；{_RETRY}") from error
        self._left = limits.unpacked_mb * MEGABYTE
        self.names = {posixpath.normpath(entry.filename).lstrip("/"): entry for entry in self._zip.infolist()}
        if len(self.names) > limits.members:
            raise SourceError(
                "too-large",
                f"其中的文件超过 {limits.members} 个，没有检查；"
                "请核对文件来源，确需检查请在 prepub.toml 的 [limits] 中放宽",
            )

    def read(self, name: str) -> bytes:
        """Give a member; raises SourceError where it is missing, encrypted, damaged, or beyond the limits."""
        entry = self.names.get(posixpath.normpath(name).lstrip("/"))
        if entry is None:
            raise SourceError("missing-part", f"缺少 {name}，其中的内容没有检查；{_RETRY}")
        if entry.flag_bits & _ENCRYPTED:
            raise SourceError("encrypted", f"{name} 设有密码，没有检查；请取得密码并另存后再检查")
        try:
            with self._zip.open(entry) as member:
                data = member.read(self._left + 1)
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ) as error:
            raise SourceError("damaged", f"{name} 损坏，没有检查；{_RETRY}") from error
        if len(data) > self._left:
            raise SourceError(
                "too-large",
                f"{name} 解开后太大，没有检查；请核对文件来源，确需检查请在 prepub.toml 的 [limits] 中放宽",
            )
        self._left -= len(data)
        return data

    def read_xml(self, name: str) -> ET.Element:
        """Give the root of an XML member; raises as ``read`` and ``parse_xml`` do."""
        return parse_xml(self.read(name), name)


def parse_xml(data: bytes, name: str) -> ET.Element:
    """Parse XML, every tag and attribute by its local name.

    Raises SourceError where it is malformed, nested too deep, or has a document type, in which entities
    and references to the outside could hide.
    """
    builder = ET.TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise SourceError("too-deep", f"{name} 的元素嵌套超过 {_DEEPEST} 层，没有检查；{_RETRY}")
        builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(tag))

    def refuse(*_: object) -> None:
        raise SourceError("unsafe-xml", f"{name} 含有文档类型或实体声明，可能有害，没有检查；{_RETRY}")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat names no arguments
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise SourceError("damaged", f"{name} 不是完整的 XML，没有检查；{_RETRY}") from error


def _local(name: str) -> str:
    return name.rpartition("}")[2]
