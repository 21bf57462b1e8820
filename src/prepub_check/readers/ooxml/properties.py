"""Document properties: core, extended and custom ones (ISO/IEC 29500-1 §15.2.12, 29500-2 §8)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..markup import words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .reading import Reading

TITLES: Final = MappingProxyType(
    {
        "creator": "作者",
        "lastModifiedBy": "最后修改者",
        "title": "标题",
        "subject": "主题",
        "description": "备注",
        "keywords": "关键词",
        "category": "类别",
        "contentStatus": "状态",
        "identifier": "标识",
        "Manager": "经理",
        "Company": "单位",
        "Template": "模板",
        "HyperlinkBase": "超链接基础",
        "TitlesOfParts": "部分标题",
        "language": "语言",
        "version": "版本",
        "revision": "修订号",
        "created": "创建时间",
        "modified": "修改时间",
        "lastPrinted": "打印时间",
    }
)
_COUNTS: Final = words(
    "TotalTime Pages Words Characters CharactersWithSpaces Lines Paragraphs Slides Notes HiddenSlides "
    "MMClips ScaleCrop DocSecurity LinksUpToDate SharedDoc HyperlinksChanged AppVersion Application "
    "PresentationFormat HeadingPairs DigSig"
)


def read_properties(reading: Reading, name: str, root: Element) -> None:
    """Read core or extended properties, a line each; counts tell nothing."""
    del name
    for item in root:
        local = reading.names[item.tag]
        if local not in _COUNTS:
            reading.strands.property(TITLES.get(local, local), "，".join(filter(str.strip, item.itertext())))


def read_custom(reading: Reading, name: str, root: Element) -> None:
    """Read custom properties: e-file seals, Kingsoft and office systems leave theirs here."""
    if not any(item.get("name") for item in root):
        read_properties(reading, name, root)
        return
    for item in root:
        reading.strands.property(item.get("name", "未命名"), " ".join(item.itertext()), "自定义属性")
        if target := item.get("linkTarget"):
            reading.strands.property(item.get("name", "未命名"), target, "自定义属性")
