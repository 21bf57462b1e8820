"""What stands in an OpenDocument paragraph besides text: spaces, notes, changes, drawings, fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..counts import natural
from ..markup import words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .inline import Inline

_MOST_SPACES: Final = 1000
SAID: Final = MappingProxyType(
    {
        "href": "链接目标",
        "name": "图形与书签名称",
        "title": "链接提示",
        "description": "字段说明",
        "condition": "条件",
        "formula": "字段公式",
    }
)
NOTHING: Final = words(
    "soft-page-break bookmark-end reference-mark-end alphabetical-index-mark-end binary-data"
)


def _spaces(inline: Inline, element: Element) -> None:
    inline.put(" " * min(natural(inline.names.value(element, "c"), 1), _MOST_SPACES))


def _note(inline: Inline, element: Element) -> None:
    title = "尾注" if inline.names.value(element, "note-class") == "endnote" else "脚注"
    inline.notes += [(body, title) for body in element if inline.names[body.tag] == "note-body"]


def _annotation(inline: Inline, element: Element) -> None:
    inline.notes.append((element, inline.opening.comment_title(element)))


def _ruby(inline: Inline, element: Element) -> None:
    for item in element:
        if inline.names[item.tag] == "ruby-base":
            inline.inside(item)
        else:
            inline.aside("attribute", "拼音指南", "".join(item.itertext()))


def _change_start(inline: Inline, element: Element) -> None:
    change = inline.names.value(element, "change-id")
    if change in inline.changes:
        inline.told.add(change)
        inline.fate = inline.changes[change][0]


def _change_end(inline: Inline, element: Element) -> None:
    del element
    inline.fate = None


def _change(inline: Inline, element: Element) -> None:
    inline.deleted(inline.names.value(element, "change-id"))


def _hidden(inline: Inline, element: Element) -> None:
    value = inline.names.value(element, "string-value") or "".join(element.itertext())
    inline.aside("hidden", "隐藏文字", value)


def _words(inline: Inline, element: Element) -> None:
    inline.aside("attribute", "替代文字", "".join(element.itertext()))


def _box(inline: Inline, element: Element) -> None:
    inline.say(element)
    inline.boxes.append(element)


def _comment(inline: Inline, element: Element) -> None:
    inline.aside("attribute", "其他内容", element.text or "")


BESIDE: Final[Mapping[str, Callable[[Inline, Element], None]]] = MappingProxyType(
    {
        "s": _spaces,
        "tab": lambda inline, _: inline.put("\t"),
        "line-break": lambda inline, _: inline.put("\n"),
        "note": _note,
        "annotation": _annotation,
        "annotation-end": lambda _inline, _element: None,
        "ruby": _ruby,
        "change-start": _change_start,
        "change-end": _change_end,
        "change": _change,
        "hidden-text": _hidden,
        "title": _words,
        "desc": _words,
        "text-box": _box,
        "custom-shape": _box,
        "rect": _box,
        "ellipse": _box,
        "line": _box,
        "polygon": _box,
        "path": _box,
        "#comment": _comment,
    }
)
