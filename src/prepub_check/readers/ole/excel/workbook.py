"""A workbook: its cells, then what is beside them, then what it keeps of other data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside import Beside
from .cells import read_cells
from .lock import refuse_locked
from .pivot import FOLDER, read_pivots

if TYPE_CHECKING:
    from ..reading import Reading
    from ..storage import Storage

_DAMAGED = "工作簿已损坏，单元格只检查了读得出来的部分；请用 Excel 或 WPS 打开、另存后再检查"
_SHARED = "共享工作簿的修订记录没有检查；请取消共享、接受全部修订后另存，再检查"


def read_workbook(storage: Storage, reading: Reading) -> None:
    """Read a workbook; raises SourceError where it is encrypted."""
    stream = storage.read("Workbook" if "Workbook" in storage else "Book")
    refuse_locked(stream)
    notes: set[str] = set()
    try:
        notes = read_cells(stream, reading)
    except Exception:  # noqa: BLE001 -- xlrd stops at what it does not expect in many ways
        reading.gap("damaged", _DAMAGED, "单元格")
    Beside(reading, notes).read(stream)
    for folder in storage.folders():
        if folder.name == FOLDER:
            read_pivots(folder, reading)
    if "Revision Log" in storage:
        reading.gap("unread-part", _SHARED, "共享工作簿的修订")
