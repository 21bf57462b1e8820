"""One finding as lines of text: the place and what is there, the line it stands on, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import KIND_TITLE, SEVERITY_TITLE
from .display import underline, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Finding, Location
    from .style import Style

_INDENT = "    "


def write_line(finding: Finding, style: Style) -> str:
    """Give the finding on one line: place, severity, rule, title and value."""
    value = finding.value.reveal() if style.values else finding.shown
    kind = _kind(finding.location)
    return (
        f"{style.paint(write_place(finding.location), 'place')} "
        f"{style.paint(SEVERITY_TITLE[finding.severity], finding.severity)} "
        f"[{finding.rule}] {finding.title}：{visible(value)}{kind}"
    )


def write_block(finding: Finding, style: Style) -> str:
    """Give the finding in full."""
    return "\n".join(
        [
            write_line(finding, style),
            *(_INDENT + line for line in _excerpt(finding, style)),
            *(f"{_INDENT}{label}：{visible(text)}" for label, text in _reasons(finding) if text),
        ]
    )


def write_suppressed(finding: Finding, style: Style) -> str:
    """Give a suppressed finding on one line, and who decided so on the next."""
    if finding.suppressed is None:
        return write_line(finding, style)
    why = finding.suppressed
    note = f"已压制（理由：{why.reason}；决定人：{why.by}；有效期至：{why.until}）"
    return f"{write_line(finding, style)}\n{_INDENT}{visible(note)}"


def write_place(location: Location) -> str:
    """Give a place as editors read it: ``path:line:column:``, or in words where there are no lines.

    >>> from prepub_check.model import Location
    >>> write_place(Location(path="通知.txt", line=3, column=7))
    '通知.txt:3:7:'
    >>> write_place(Location(path="名单.xlsx", sheet="名单", row=5, cell=3))
    '名单.xlsx: 工作表“名单”!C5:'
    """
    if location.line is None and (told := str(location)) != KIND_TITLE["body"]:
        return f"{visible(location.path)}: {visible(told)}:"
    numbers = (str(number) for number in (location.line, location.column) if number is not None)
    return ":".join([visible(location.path), *numbers]) + ":"


def _kind(location: Location) -> str:
    """Give the kind of a part, where the place does not say it already."""
    return "" if location.kind == "body" or location.line is None else f"（{KIND_TITLE[location.kind]}）"


def _excerpt(finding: Finding, style: Style) -> tuple[str, str]:
    excerpt = finding.excerpt
    text = excerpt.raw.reveal() if style.values else excerpt.masked
    line, mark = underline(text, excerpt.start, excerpt.end)
    return line, style.paint(mark, finding.severity)


def _reasons(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "依据", "；".join(finding.cues)
    yield "同处还符合", "；".join(f"{other.title} [{other.rule}]" for other in finding.related)
    yield "法律依据", "；".join(finding.basis)
    yield "建议", "。".join(filter(None, (finding.decision, finding.advice)))
    for doubt in finding.doubts:
        yield "存疑", doubt.text
    yield "指纹", finding.fingerprint
