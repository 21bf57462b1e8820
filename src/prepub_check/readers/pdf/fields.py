"""What was filled into the form of a PDF: names and values of its fields, and the data of XFA forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pypdf import PdfReader
from pypdf.generic import NameObject, NullObject

from ..tree import parse_xml
from .strings import each, get, on_one_line, text_of

_DEEPEST: Final = 50
_HIDDEN: Final = 0b10_0010


class Field(NamedTuple):
    """A field: what it is called, what it holds, and whether it is kept from view."""

    name: str
    value: str
    hidden: bool


def fields_of(structure: PdfReader) -> Iterator[Field]:
    """Give the fields that hold something."""
    form = get(structure.root_object, "/AcroForm")
    for field in each(get(form, "/Fields")):
        yield from _below(field, "", 0)
    yield from _xfa(form)


def _below(field: Any, around: str, depth: int) -> Iterator[Field]:
    own = text_of(get(field, "/T"))
    name = on_one_line(text_of(get(field, "/TU"))) or ".".join(filter(None, (around, own)))
    flags = get(field, "/F")
    hidden = isinstance(flags, int) and bool(flags & _HIDDEN)
    values = [get(field, "/V")] if get(field, "/V") is not None else []
    values = [entry for value in values for entry in (list(each(value)) or [value])]
    value = "、".join(filter(None, (on_one_line(_value(entry)) for entry in values)))
    if value:
        yield Field(name, value, hidden)
    if depth < _DEEPEST:
        for child in each(get(field, "/Kids")):
            yield from _below(child, name, depth + 1)


def _value(value: Any) -> str:
    if isinstance(value, NullObject):
        return ""
    return value.removeprefix("/") if isinstance(value, NameObject) else text_of(value)


def _xfa(form: Any) -> Iterator[Field]:
    """Give the texts of the data that an XFA form keeps (XFA 3.3, datasets)."""
    packets = list(each(get(form, "/XFA")))
    for name, packet in zip(packets[::2], packets[1::2], strict=False):
        if text_of(name) != "datasets":
            continue
        for element in parse_xml(packet.get_data(), "XFA 表单").iter():
            if element.text and element.text.strip():
                yield Field(element.tag, on_one_line(element.text), hidden=True)
