"""Parquet files of pages, as data platforms hold them, read a few rows at a time.

The columns, all text unless said otherwise; only ``page_id`` and one of the last two are needed:
``page_id``, ``name``, ``url``, ``title``, ``published`` (also date or timestamp), ``unit``, ``content``
(binary: the bytes of a page or attachment), ``body`` (the HTML of a page). ``id`` stands for ``page_id`` too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

# Arrow's own allocator reserves a gigabyte, which would count in every process forked from this one.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

import pyarrow as pa
from pyarrow import parquet

from ...errors import SourceError
from ...model import Gap
from ..page import Page
from .encodings import MEGABYTE, too_large
from .files import files_of
from .known import as_bytes, page_of
from .naming import name_of
from .seen import Seen

if TYPE_CHECKING:
    from . import Wanted

SUFFIXES: Final = (".parquet",)
_IDS: Final = ("page_id", "id")
_CONTENTS: Final = ("content", "body")
_OTHERS: Final = ("name", "url", "title", "published", "modified", "unit")
_ROWS: Final = 64


def pages(wanted: Wanted) -> Iterator[Page | Gap]:
    """Give every row of a file, or of all below a folder in the order of their paths.

    A row without id or content is a gap, and so is the second with an id; a file that cannot be read is one.
    Raises SourceError where a file has no column for the id or the content.
    """
    where, most = Path(wanted.where), wanted.config.limits.unpacked_mb * MEGABYTE
    seen = Seen()
    for file in files_of(where, SUFFIXES):
        shown = file.name if file == where else file.relative_to(where).as_posix()
        try:
            for number, row in enumerate(_rows(file, shown), 1):
                yield _page(row, f"{shown} 第 {number} 行", seen, most)
        except (pa.ArrowException, OSError, ValueError):
            told = "Parquet 文件打不开、不完整或已损坏，没有读完；请取得完整的文件后重新检查"
            yield Gap(path=shown, cause="damaged", message=told, partial=True)


def _rows(file: Path, shown: str) -> Iterator[Mapping[str, Any]]:
    with parquet.ParquetFile(file, pre_buffer=False) as opened:
        there = opened.schema_arrow.names
        if not set(_IDS) & set(there) or not set(_CONTENTS) & set(there):
            raise SourceError(
                "missing-column", f"{shown}：没有 page_id 列，或没有 content、body 列之一；请按文档准备各列"
            )
        wanted = [name for name in (*_IDS, *_CONTENTS, *_OTHERS) if name in there]
        for batch in opened.iter_batches(_ROWS, columns=wanted, use_threads=False):
            yield from batch.to_pylist()


def _page(row: Mapping[str, Any], place: str, seen: Seen, most: int) -> Page | Gap:
    page_id = next((str(row[name]) for name in _IDS if row.get(name) is not None), "")
    content = next((row[name] for name in _CONTENTS if row.get(name) is not None), None)
    if not page_id:
        return Gap(path=place, cause="missing-id", message="编号为空，没有检查；请补上编号")
    if not seen.add(page_id):
        return Gap(path=place, cause="duplicate-id", message="编号与另一行重复，没有检查；请改用不重复的编号")
    if not isinstance(content, str | bytes):
        return Gap(path=page_id, cause="missing-body", message="没有内容（空值），没有检查；请核对这一行")
    data = as_bytes(content)
    if len(data) > most:
        return Gap(path=page_id, cause="too-large", message=str(too_large(most)))
    return page_of(page_id, str(row.get("name") or name_of(str(row.get("url") or page_id))), data, row)
