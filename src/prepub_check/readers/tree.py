"""XML as a tree of local names, without trust: no document types, no entities, no bottomless nesting."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ..errors import SourceError

_RETRY: Final = "请重新取得文件，或在原来的软件中打开并另存后再检查"
_DEEPEST: Final = 256


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
