"""What pivot tables keep of the data behind them (MS-XLS §2.1.7.16): the values of each field."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from ...strands import Mark
from .cells import number
from .records import records, string

if TYPE_CHECKING:
    from ..reading import Reading
    from ..storage import Storage

FOLDER: Final = "_SX_DB_CUR"
_FIELD, _TEXT, _NUMBER = 0xC7, 0xCD, 0xC9
_NAME_AT: Final = 14


def read_pivots(folder: Storage, reading: Reading) -> None:
    """Read every cache: each field on a line, its values after its name."""
    for index, stream in enumerate(folder.streams, 1):
        title = f"数据透视表缓存 {index}"
        for record in records(folder.read(stream)):
            strand = reading.strands.of("cache", title)
            if record.kind == _FIELD:
                strand.line(string(record.data, _NAME_AT)[0], Mark(title))
            elif record.kind == _TEXT:
                strand.line(string(record.data)[0], Mark(title))
            elif record.kind == _NUMBER:
                strand.line(number(struct.unpack("<d", record.data[:8].ljust(8, b"\0"))[0]), Mark(title))
