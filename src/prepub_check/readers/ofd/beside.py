"""What lies beside the pages of an OFD document: notes, outline, attachments, tags, properties, seals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element

from ..called import called, signed
from ..inner import Inner
from ..layout.collection import BOOKMARKS, COMMENTS, LINKS, PROPERTIES, Bin, Collection
from .folder import Folder, Part
from .pages import Pages

_TITLES: Final = MappingProxyType(
    {
        "Title": "标题",
        "Author": "作者",
        "Subject": "主题",
        "Abstract": "摘要",
        "Keyword": "关键词",
        "Creator": "创建程序",
        "CreatorVersion": "程序版本",
        "CreationDate": "创建时间",
        "ModDate": "修改时间",
        "DocUsage": "用途",
    }
)
_MUTE: Final = frozenset(("DocID", "Cover", "Keywords", "CustomDatas", "CustomData"))
_HIDDEN: Final = Bin("hidden", "隐藏的批注")
_TAGS: Final = Bin("property", "自定义标引")
_SEALS: Final = Bin("property", "签名")
_EXTENSIONS: Final = Bin("property", "扩展信息")
_SETTING: Final = re.compile(r"[-+0-9. ]{0,6}|true|false")
_REFERENCES: Final = frozenset(
    ("ID", "RefId", "PageRef", "ObjectRef", "Boundary", "BaseLoc", "schemaLocation")
)
_ACTIONS: Final = ("URI", "GotoA", "Sound", "Movie")


def collect_properties(body: Element, into: Collection) -> None:
    """Collect what the document says of itself (GB/T 33190, 7.4)."""
    for information in body.iter("DocInfo"):
        for element in information.iter():
            value = " ".join((element.text or "").split())
            name = (
                element.get("Name", "")
                if element.tag == "CustomData"
                else _TITLES.get(element.tag, element.tag)
            )
            if value and (element.tag not in _MUTE or element.tag == "CustomData"):
                into.line(PROPERTIES, f"{name}：{value}", name=f"属性“{called(name)}”")


def collect_outline(document: Part, into: Collection) -> None:
    """Collect bookmarks, titles of the outline, and where they and links lead."""
    for element in document.root.iter():
        if element.tag in ("OutlineElem", "Bookmark"):
            if title := element.get("Title") or element.get("Name"):
                into.line(BOOKMARKS, title)
        elif element.tag in _ACTIONS and (target := element.get("URI")):
            into.line(LINKS, target)


def collect_annotations(pages: Pages, numbers: dict[str, int], into: Collection) -> None:
    """Collect notes: remarks, parameters, and what they paint (GB/T 33190, 15)."""
    noted = 0
    for page, part in _annotated(pages):
        number = numbers.get(page)
        for note in part.root.iter("Annot"):
            noted += 1
            author = " ".join(note.get("Creator", "").split())
            name = signed(f"批注 {noted}", author)
            into.author(author)
            shown = note.get("Visible", "true").lower() not in ("false", "0")
            target = COMMENTS if shown else _HIDDEN
            texts = [note.findtext("Remark") or "", *(entry.text or "" for entry in note.iter("Parameter"))]
            if said := " ".join(" ".join(texts).split()):
                into.line(target, said, number, name=name)
            for action in note.iter():
                if action.tag in _ACTIONS and (address := action.get("URI")):
                    into.line(LINKS, address, number)
            for appearance in note.iter("Appearance"):
                pages.read_appearance(appearance, number or 1, Bin(target.kind, name), into)


def collect_attachments(document: Part, folder: Folder, inner: Inner) -> None:
    """Collect the files that a document lists as attached (GB/T 33190, 20)."""
    for listed in _listed(document, folder, "Attachments", "附件"):
        for entry in listed.root.iter("Attachment"):
            location = listed.path(entry.findtext("FileLoc") or "")
            name = entry.get("Name", "") or location.rpartition("/")[2]
            suffix = location.rpartition("/")[2].rpartition(".")[2]
            name = name if name.endswith(f".{suffix}") or not suffix else f"{name}.{suffix}"
            shown = inner.enter(name)
            if not folder.is_read(location) and (data := folder.data(location, f"附件“{shown}”")):
                inner.keep(shown, data)


def collect_tags(document: Part, folder: Folder, into: Collection) -> None:
    """Collect custom tags and extensions: whatever text and values they hold (GB/T 33190, 16 and 17)."""
    for listed in _listed(document, folder, "CustomTags", "自定义标引"):
        for entry in listed.root.iter("CustomTag"):
            for schema in entry.iter("SchemaLoc"):
                folder.claim(listed.path(schema.text or ""))
            tag = folder.part(listed.path(entry.findtext("FileLoc") or ""), "自定义标引")
            if tag is not None:
                collect_values(tag.root, _TAGS, into)
    for listed in _listed(document, folder, "Extensions", "扩展信息"):
        for extension in listed.root.iter("Extension"):
            collect_values(extension, _EXTENSIONS, into)
            if location := extension.findtext("ExtendData"):
                data = folder.part(listed.path(location), "扩展信息")
                if data is not None:
                    collect_values(data.root, _EXTENSIONS, into)


def collect_signatures(body: Element, around: Part, folder: Folder, into: Collection) -> None:
    """Collect who signed (GB/T 33190, 18); the cryptographic values themselves hold no text."""
    reference = body.findtext("Signatures")
    listed = folder.part(around.path(reference), "签名") if reference else None
    for entry in listed.root.iter("Signature") if listed else ():
        part = folder.part(listed.path(entry.get("BaseLoc", "")), "签名") if listed else None
        if part is None:
            continue
        for element in part.root.iter():
            if element.tag in ("Provider", "SignatureDateTime", "Parameter", "StampAnnot"):
                collect_values(element, _SEALS, into)
        for value in (*part.root.iter("BaseLoc"), *part.root.iter("SignedValue")):
            folder.claim(part.path(value.text or ""))


def collect_values(root: Element, target: Bin, into: Collection) -> None:
    """Collect every text and every attribute that is no mere reference or short number."""
    for element in root.iter():
        label = element.get("Name") or element.tag
        values = [
            element.text or "",
            *(value for key, value in element.attrib.items() if key not in _REFERENCES),
        ]
        for value in values:
            line = " ".join(value.split())
            if line != element.get("Name") and not _SETTING.fullmatch(line):
                into.line(target, f"{label}：{line}", name=f"{target.name}“{called(label)}”")


def _annotated(pages: Pages) -> Iterator[tuple[str, Part]]:
    for listed in _listed(pages.document, pages.folder, "Annotations", "批注"):
        for page in listed.root.iter("Page"):
            part = pages.folder.part(listed.path(page.findtext("FileLoc") or ""), "批注")
            if part is not None:
                yield page.get("PageID", ""), part


def _listed(document: Part, folder: Folder, tag: str, what: str) -> Iterator[Part]:
    for reference in document.root.findall(tag):
        part = folder.part(document.path(reference.text or ""), what)
        if part is not None:
            yield part
