"""WARC files (ISO 28500): what a crawler brought home, every successful response a page.

The file is read twice: first for which capture of each address is the newest, at about 300 bytes of memory
an address, then for the pages. Gzip members are independent, so a broken one costs itself only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastwarc.warc import WarcRecord, WarcRecordType

from ...errors import SourceError
from ...model import Gap
from ..describe import china_date, describe
from ..page import Page
from .capture import content_of, headers_of
from .encodings import MEGABYTE
from .files import files_of
from .naming import name_of
from .records import Break, records
from .seen import mark_of

if TYPE_CHECKING:
    from . import Wanted

_OK: Final = 200
_USER: Final = re.compile(r"(?<=://)[^/?#]*@")
SUFFIXES: Final = (".warc", ".warc.gz")
# Where a crawler was sent on, or found nothing: there was no page to bring home.
_NO_PAGE: Final = frozenset({*range(300, 400), 404, 410})
_Newest = dict[int, tuple[str, int, int]]


def pages(wanted: Wanted) -> Iterator[Page | Gap]:
    """Give the newest successful capture of every address, in the order of the files; its id is the address.

    A capture that was cut, by the crawler or since, is a gap; so is an address of which there is only a
    revisit, whose content stands elsewhere, or only a failure. Content over ``unpacked_mb`` is a gap.
    """
    where, most = Path(wanted.where), wanted.config.limits.unpacked_mb * MEGABYTE
    files = [*files_of(where, SUFFIXES)]
    newest: _Newest = {}
    missed: dict[str, Gap] = {}
    for number, file in enumerate(files):
        yield from _look_through(file, number, newest, missed)
    for number, file in enumerate(files):
        for record in records(file):
            if not isinstance(record, Break) and _is_newest(record, number, newest):
                yield _page(record, most)
    yield from (gap for address, gap in missed.items() if mark_of(address) not in newest)


def _look_through(file: Path, number: int, newest: _Newest, missed: dict[str, Gap]) -> Iterator[Gap]:
    """Note the newest captures and what was not captured; give a gap where the file is broken."""
    breaks = []
    for record in records(file):
        if isinstance(record, Break):
            breaks.append(record)
        elif _is_page(record):
            capture = (record.headers.get("WARC-Date") or "", number, record.stream_pos)
            mark = mark_of(_address(record))
            newest[mark] = max(capture, newest.get(mark, capture))
        elif gap := _miss(record):
            missed[gap.path] = gap
    if breaks:
        told = f"文件从第 {breaks[0].at} 字节附近起损坏（共 {len(breaks)} 处），那里的记录没有检查"
        yield Gap(
            path=file.name, cause="damaged", message=f"{told}；请重新取得完整的文件后检查", partial=True
        )


def _is_newest(record: WarcRecord, number: int, newest: _Newest) -> bool:
    found = newest.get(mark_of(_address(record))) if _is_page(record) else None
    return found is not None and found[1:] == (number, record.stream_pos)


def _is_page(record: WarcRecord) -> bool:
    """Tell what holds content: a response that went well, or what was packed as it lay on a disk."""
    if record.record_type == WarcRecordType.resource:
        return _address(record).lower().startswith("http")
    return record.record_type == WarcRecordType.response and _status(record) == _OK


def _status(record: WarcRecord) -> int:
    headers = record.http_headers
    return 0 if headers is None else headers.status_code or 0  # one without fields is false


def _miss(record: WarcRecord) -> Gap | None:
    address = _address(record)
    if record.record_type == WarcRecordType.revisit:
        told = "WARC 中只记了它与先前抓取的相同，没有内容，没有检查；请把先前抓取的 WARC 一起检查"
        return Gap(path=address, cause="revisit", message=told)
    status = _status(record)
    if record.record_type == WarcRecordType.resource or status in _NO_PAGE:
        return None
    told = f"抓取时服务器答 {status}，没有取得内容，没有检查；请重新抓取"
    return Gap(path=address, cause=f"http-{status}", message=told)


def _address(record: WarcRecord) -> str:
    """Give where a record comes from, without user and password."""
    given = record.headers.get("WARC-Target-URI") or record.headers.get("WARC-Record-ID") or ""
    return _USER.sub("", given.strip("<> "))


def _page(record: WarcRecord, most: int) -> Page | Gap:
    address, headers = _address(record), headers_of(record)
    try:
        data = content_of(record, most)
    except SourceError as error:
        return Gap(path=address, cause=error.cause, message=str(error))
    disposition = (headers.get_bytes(b"Content-Disposition") or b"").decode("latin-1")
    name = name_of(address, disposition, headers.get("Content-Type") or "")
    page = Page(id=address, url=address, name=name, data=data, **describe(data, name)._asdict())
    return page if page.published else replace(page, published=china_date(headers.get("Last-Modified") or ""))
