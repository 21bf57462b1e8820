"""A compound file as a document: by what its folders hold, the outer one first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from .embedded import NATIVE, read_embedded
from .excel.workbook import read_workbook
from .macros import read_macros
from .mail import MESSAGE, read_message
from .properties import read_properties
from .reading import Reading
from .slides.show import read_show
from .storage import Storage, open_storage
from .word.document import read_word

_READERS: Final[Mapping[str, Callable[[Storage, Reading], None]]] = MappingProxyType(
    {
        "WordDocument": read_word,
        "Workbook": read_workbook,
        "Book": read_workbook,
        "PowerPoint Document": read_show,
        MESSAGE: read_message,
    }
)
_LOCKED: Final = "文件有打开密码，其中的内容没有检查；请去掉密码另存后再检查"
_UNKNOWN: Final = (
    "这是认不出格式的复合文档，只检查了其中的属性、宏和内嵌文件；请用原来的软件另存为 docx 等格式后再检查"
)


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read a compound file; raises SourceError where its directory is broken or it is encrypted."""
    storage = open_storage(source.data)
    if "EncryptedPackage" in storage:
        raise SourceError("encrypted", _LOCKED)
    reading = Reading(source, media_type, limits)
    for folder in storage.walk():
        _read_folder(folder, reading)
    if storage.sound and not any(_is_known(folder) for folder in storage.walk()):
        reading.gap("unsupported-format", _UNKNOWN, "正文")
    if not storage.sound:
        reading.gap("damaged", "文件结构有损坏，只检查了读得出来的内容；请用原来的软件打开、另存后再检查")
    return reading.document()


def _read_folder(folder: Storage, reading: Reading) -> None:
    for stream, read_as in _READERS.items():
        if stream in folder:
            read_as(folder, reading)
    read_properties(folder, reading.strands)
    read_embedded(folder, reading)
    read_macros(folder, reading)


def _is_known(folder: Storage) -> bool:
    return any(stream in folder for stream in (*_READERS, NATIVE, "dir"))
