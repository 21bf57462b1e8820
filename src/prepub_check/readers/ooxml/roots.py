"""Which reader a part of markup has: by its root element, wherever in the package it lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..unknown import read_texts, read_unknown
from .chart import read_chart
from .other import read_custom_xml, read_diagram, read_drawing
from .properties import read_custom, read_properties
from .sheet import book, external, notes, pivot
from .slides import notes as remarks
from .slides import show
from .word import parts as word

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .reading import Reading

    Read = Callable[[Reading, str, Element], None]

# Roots that several formats call the same.
_FAMILIES: Final = ("spreadsheetml", "presentationml")
_ROOTS: Final[Mapping[str, Read]] = MappingProxyType(
    {
        "document": word.read_document,
        "hdr": word.read_header,
        "ftr": word.read_header,
        "footnotes": word.read_notes,
        "endnotes": word.read_notes,
        "comments": word.read_comments,
        "glossaryDocument": word.read_glossary,
        "settings": word.read_settings,
        "numbering": word.read_numbering,
        "people": word.read_people,
        "styles": word.read_names,
        "fonts": word.read_names,
        "webSettings": read_texts,
        "commentsEx": read_texts,
        "commentsIds": read_texts,
        "commentsExtensible": read_texts,
        "coreProperties": read_properties,
        "Properties": read_custom,
        "chartSpace": read_chart,
        "chartStyle": read_texts,
        "colorStyle": read_texts,
        "dataModel": read_diagram,
        "layoutDef": read_texts,
        "styleDef": read_texts,
        "colorsDef": read_texts,
        "drawing": read_drawing,
        "wsDr": read_drawing,
        "userShapes": read_drawing,
        "theme": read_texts,
        "themeOverride": read_texts,
        "datastoreItem": read_texts,
        "presentation": show.read_presentation,
        "sld": show.read_slide,
        "notes": show.read_notes,
        "sldMaster": show.read_furniture,
        "sldLayout": show.read_furniture,
        "notesMaster": show.read_furniture,
        "handoutMaster": show.read_furniture,
        "tagLst": show.read_tags,
        "cmLst": remarks.read_comments,
        "cmAuthorLst": remarks.read_authors,
        "authorLst": remarks.read_authors,
        "presentationPr": read_texts,
        "viewPr": read_texts,
        "tblStyleLst": read_texts,
        "workbook": book.read_workbook,
        "worksheet": book.read_lost_sheet,
        "macrosheet": book.read_lost_sheet,
        "dialogsheet": book.read_lost_sheet,
        "spreadsheetml:comments": notes.read_comments,
        "ThreadedComments": notes.read_threads,
        "personList": notes.read_people,
        "pivotCacheDefinition": pivot.read_cache,
        "pivotTableDefinition": read_texts,
        "externalLink": external.read_link,
        "connections": external.read_connections,
        "revisions": external.read_revisions,
        "headers": external.read_revisions,
        "styleSheet": read_texts,
        "metadata": read_texts,
        "xml": read_drawing,
    }
)


def reader_of(name: str, tag: str) -> Read:
    """Give the reader of a part; one that nobody knows is read as well, every word of it."""
    space, _, root = tag.rpartition("}")
    if name.startswith("customXml/") and root != "datastoreItem":
        return read_custom_xml
    family = next((each for each in _FAMILIES if each in space), "")
    return _ROOTS.get(f"{family}:{root}", _ROOTS.get(root, read_unknown))
