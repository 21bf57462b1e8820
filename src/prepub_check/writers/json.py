"""A report as one JSON document, as ``docs/report.schema.json`` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .record import record_report

if TYPE_CHECKING:
    from ..model import Report
    from .style import Style


def write(report: Report, style: Style) -> str:
    """Give the document, indented, with 汉字 as they are; equal reports give equal text."""
    from json import dumps  # noqa: PLC0415 -- the other formats do without

    return dumps(record_report(report, values=style.values), ensure_ascii=False, indent=2) + "\n"
