"""What a package refers to outside itself: links, templates, data sources (ISO/IEC 29500-2 §6.5)."""

from __future__ import annotations

import posixpath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..strands import Mark

if TYPE_CHECKING:
    from .reading import Reading

_TITLES: Final = MappingProxyType(
    {
        "attachedTemplate": "模板",
        "mailMergeSource": "邮件合并数据源",
        "mailMergeHeaderSource": "邮件合并数据源",
        "externalLinkPath": "外部链接",
        "externalLinkLongPath": "外部链接",
        "oleObject": "链接的对象",
        "image": "链接的图片",
    }
)


def read_outside(reading: Reading, name: str) -> None:
    """Read the addresses that a part of relations leads to; other parts lead nowhere by themselves."""
    folder, file = posixpath.split(name)
    if not file.endswith(".rels"):
        return
    owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    for relation in reading.relations(owner).values():
        if not relation.external:
            continue
        target = unquote(relation.target)
        if title := _TITLES.get(relation.type):
            reading.strands.property(title, target)
        else:
            reading.strands.of("attribute", "链接目标").line(target, Mark("链接目标"))
