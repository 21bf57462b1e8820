"""Whether a workbook is encrypted (MS-XLS §2.4.117)."""

from __future__ import annotations

from typing import Final

from ....errors import SourceError
from .records import records

_LOCKED: Final = 0x2F
# Where a workbook that is encrypted says so.
_FIRST: Final = 8


def refuse_locked(stream: bytes) -> None:
    """Raise SourceError where a workbook is encrypted."""
    for count, record in enumerate(records(stream)):
        if record.kind == _LOCKED:
            raise SourceError("encrypted", "工作簿有打开密码，其中的内容没有检查；请去掉密码另存后再检查")
        if count > _FIRST:
            return
