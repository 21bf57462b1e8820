"""What an OpenDocument says of itself: metadata and settings (§4.3, §3.10)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .opening import Opening

_TITLES: Final = MappingProxyType(
    {
        "initial-creator": "初始作者",
        "creator": "作者",
        "printed-by": "打印者",
        "title": "标题",
        "subject": "主题",
        "description": "备注",
        "keyword": "关键词",
        "creation-date": "创建时间",
        "date": "修改时间",
        "language": "语言",
        "publisher": "单位",
        "contributor": "作者",
    }
)
_COUNTS: Final = ("generator", "editing-cycles", "editing-duration", "document-statistic")
_LONGEST_SETTING: Final = 300
# Folders of the office program itself.
_OWN: Final = "$("


def read_meta(opening: Opening, name: str, root: Element) -> None:
    """Read the metadata, a line each; counts tell nothing."""
    del name
    for item in root.iter():
        local = opening.names[item.tag]
        if local == "user-defined":
            label = opening.names.value(item, "name") or "未命名"
            opening.strands.property(label, item.text or "", "自定义属性")
        elif local in ("template", "auto-reload"):
            target = opening.names.value(item, "href")
            opening.strands.property("模板", target or opening.names.value(item, "title"))
            if target:
                opening.strands.property("模板标题", opening.names.value(item, "title"))
        elif local not in _COUNTS and item.text:
            opening.strands.property(_TITLES.get(local, local), item.text)


def read_settings(opening: Opening, name: str, root: Element) -> None:
    """Read settings that are words: paths, names of printers and data sources."""
    del name
    for item in root.iter():
        if opening.names.value(item, "type") == "string" and item.text and len(item.text) < _LONGEST_SETTING:
            if item.text.startswith(_OWN):
                continue
            opening.strands.property(opening.names.value(item, "name"), item.text, "设置")
