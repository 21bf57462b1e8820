"""7z archives, by py7zr."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from py7zr import SevenZipFile
from py7zr.exceptions import PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from .growing import Full, Growing
from .intake import Intake

_LOCKED: Final = "7z 压缩包有密码保护，其中的内容没有检查；请用密码解开后检查"


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Unpack an archive; raises SourceError where it asks for a password or its directory does not hold."""
    intake = Intake(source, limits)
    try:
        _unpack(source.data, intake)
    except Full:
        pass
    except PasswordRequired as error:
        raise SourceError("encrypted", _LOCKED) from error
    except Exception:  # noqa: BLE001 -- py7zr lets every error of its codecs through
        intake.cut()
    return intake.document(media_type)


def _unpack(data: bytes, intake: Intake) -> None:
    with SevenZipFile(BytesIO(data)) as archive:
        if archive.needs_password():
            raise PasswordRequired
        links = [entry.filename for entry in archive.list() if entry.is_symlink]
        archive.extractall(factory=Inflow(intake))
    for name in links:
        intake.link(name)


class Sink(Py7zIO):
    """Where py7zr writes one file."""

    def __init__(self, growing: Growing) -> None:
        self._growing = growing
        self._written = 0

    def write(self, s: bytes | bytearray) -> int:
        """Append to the file."""
        self._written += len(s)
        return self._growing.write(s)

    def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 -- as every Py7zIO
        """Give nothing: nobody reads here."""
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002 -- as every Py7zIO
        """Stay."""
        return 0

    def flush(self) -> None:
        """Do nothing: there is no disk."""

    def size(self) -> int:
        """Give how much was written."""
        return self._written

    def close(self) -> None:
        """Take the file."""
        self._growing.finish()


class Inflow(WriterFactory):
    """Opens a place for each file that py7zr unpacks."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    def create(self, filename: str) -> Py7zIO:
        """Begin a file; raises Full."""
        return Sink(self._intake.grow(self._intake.enter(filename)))
