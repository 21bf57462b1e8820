"""What stands in a paragraph besides runs: breaks, symbols, fields, controls, drawings, and their texts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...markup import words
from .alternatives import read_alternatives

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from .inline import Inline

NOTHING: Final = words(
    "rPr pPr sectPr proofErr lastRenderedPageBreak bookmarkEnd posOffset align pctWidth pctHeight "
    "pctPosHOffset pctPosVOffset sizeRelH sizeRelV commentRangeStart commentRangeEnd"
)
_CONTROL: Final = words(
    "alias tag listItem dataBinding docPartGallery name statusText helpText default listEntry"
)
_OFFERED: Final = frozenset(("val", "displayText", "value", "xpath"))
# Private code points of the symbol fonts that stand for boxes to tick.
_SYMBOLS: Final = MappingProxyType(
    {"F052": "☑", "F0FE": "☑", "F0FC": "✓", "F050": "✓", "F0A3": "□", "F0A8": "□", "F06F": "□", "F0AB": "★"}
)


def _symbol(inline: Inline, element: Element) -> None:
    code = inline.names.value(element, "char").upper()
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return
    inline.put(_SYMBOLS.get("F" + code[1:] if code.startswith("0") else code, character))


def _instruction(inline: Inline, element: Element) -> None:
    inline.go_on("attribute", "域代码", element.text or "")


def _field_mark(inline: Inline, element: Element) -> None:
    inline.reading.strands.of("attribute", "域代码").end_line()
    _control(inline, element)


def _simple_field(inline: Inline, element: Element) -> None:
    for key, value in element.attrib.items():
        if inline.names[key] == "instr":
            inline.aside("attribute", "域代码", value)
    inline.inlines(element)


def _control(inline: Inline, element: Element) -> None:
    """Read what a content control or form field is called and offers."""
    for item in element.iter():
        if inline.names[item.tag] in _CONTROL:
            for key, value in item.attrib.items():
                if inline.names[key] in _OFFERED:
                    inline.aside("attribute", "内容控件", value)


def _ruby(inline: Inline, element: Element) -> None:
    """Read the base where it stands; the reading beside it would tear the text apart."""
    for item in element:
        name = inline.names[item.tag]
        if name == "rubyBase":
            inline.inlines(item)
        elif name == "rt":
            inline.aside("attribute", "拼音指南", "".join(item.itertext()))


def _word_art(inline: Inline, element: Element) -> None:
    inline.aside(inline.kind, "艺术字或水印", element.get("string", ""))


def _box(inline: Inline, element: Element) -> None:
    inline.boxes.append(element)


def _put(text: str) -> Callable[[Inline, Element], None]:
    return lambda inline, _: inline.put(text)


SPECIAL: Final[Mapping[str, Callable[[Inline, Element], None]]] = MappingProxyType(
    {
        "t": lambda inline, element: inline.put(element.text or ""),
        "delText": lambda inline, element: inline.put(element.text or ""),
        "tab": _put("\t"),
        "ptab": _put("\t"),
        "br": _put("\n"),
        "cr": _put("\n"),
        "noBreakHyphen": _put("-"),
        "sym": _symbol,
        "instrText": _instruction,
        "delInstrText": _instruction,
        "fldChar": _field_mark,
        "fldSimple": _simple_field,
        "sdtPr": _control,
        "ruby": _ruby,
        "textpath": _word_art,
        "txbxContent": _box,
        "AlternateContent": read_alternatives,
    }
)
