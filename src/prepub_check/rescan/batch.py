"""Pages and gaps as a source gives them, in record batches of the published columns, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow as pa

from ..errors import SourceError
from ..model import Gap
from .columns import PAGES
from .page import Page
from .sources.naming import name_of
from .storable import storable

_REQUIRED: Final = ("page_id", "content")
_NO_CONTENT: Final = ("missing-body", "没有内容（空值），没有检查；请核对这一行")


def read_batch(batch: pa.RecordBatch) -> Iterator[Page | Gap]:
    """Give what each row stands for; columns may come in any order, optional ones may be left out.

    Bytes that are no UTF-8 in a column of text are replaced. Raises SourceError where the columns are others.
    """
    names = batch.schema.names
    if wrong := sorted((set(names) - set(PAGES.names)) | (set(_REQUIRED) - set(names))):
        raise SourceError(
            "wrong-columns",
            f"列与约定不符：{'、'.join(wrong)}；必须有 {'、'.join(_REQUIRED)}，"
            f"另外只可以有 {'、'.join(name for name in PAGES.names if name not in _REQUIRED)}",
        )
    columns = [_values(batch, name) for name in names]
    for values in zip(*columns, strict=True):
        yield _item(dict(zip(names, values, strict=True)))


def write_batch(items: Iterable[Page | Gap]) -> pa.RecordBatch:
    """Give a batch of all columns with one row for each item."""
    return pa.RecordBatch.from_pylist([_row(item) for item in items], schema=PAGES)


def _values(batch: pa.RecordBatch, name: str) -> list[Any]:
    column, type_ = batch.column(name), PAGES.field(name).type
    try:
        values = column.cast(type_)
        # Arrow would raise for bytes that are no UTF-8.
        return (
            [_text(each) for each in values.cast(pa.binary()).to_pylist()]
            if type_ == pa.string()
            else values.to_pylist()
        )
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        raise SourceError("wrong-columns", f"列 {name} 的类型是 {column.type}，应为 {type_}") from None


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8", "replace")


def _item(row: dict[str, Any]) -> Page | Gap:
    page_id, content = row.pop("page_id"), row.pop("content")
    gap = {name: row.pop(f"gap_{name}", None) for name in ("cause", "message", "part", "partial")}
    if gap["cause"] or content is None:
        told = (gap["cause"], gap["message"]) if gap["cause"] else _NO_CONTENT
        return Gap(
            path=page_id, cause=told[0], message=told[1], part=gap["part"] or "", partial=bool(gap["partial"])
        )
    return Page(
        id=page_id, data=content, name=row.pop("name", "") or name_of(row.get("url") or page_id), **row
    )


def _row(item: Page | Gap) -> dict[str, Any]:
    if isinstance(item, Gap):
        told = {
            "page_id": item.path,
            "gap_cause": item.cause,
            "gap_message": item.message,
            "gap_part": item.part,
        }
        return {**{name: storable(text) for name, text in told.items()}, "gap_partial": item.partial}
    told = {name: getattr(item, name) for name in ("name", "url", "title", "published", "unit")}
    return {
        "page_id": storable(item.id),
        "content": item.data,
        **{name: storable(text) for name, text in told.items()},
    }
