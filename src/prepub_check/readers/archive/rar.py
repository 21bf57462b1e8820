"""RAR archives: their directory by rarfile; what is compressed needs a program, for the format is closed."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import rarfile

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Source
from .comments import comment_parts
from .growing import Full, chunks_of
from .intake import Intake

_LOCKED: Final = "有密码保护，没有检查；请用密码解开后检查"
_NO_TOOL: Final = "要用解压程序才能解开，没有找到，没有检查；请安装 unrar、unar 或 bsdtar 之一，或解开后检查"


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Unpack an archive; raises SourceError where its directory is encrypted or does not hold."""
    intake = Intake(source, limits)
    try:
        archive = rarfile.RarFile(BytesIO(source.data))
    except (rarfile.Error, EOFError, OSError, ValueError) as error:
        raise SourceError(
            "damaged",
            "RAR 压缩包的目录读不出来（可能是分卷之一，或已损坏），其中的内容没有检查；请解开后分别检查",
        ) from error
    with archive:
        entries = archive.infolist()
        if archive.needs_password() and not entries:
            raise SourceError("encrypted", f"RAR 压缩包连文件名都{_LOCKED}")
        try:
            for entry in entries:
                _take(archive, entry, intake)
        except Full:
            pass
        comments = comment_parts((archive.comment, *(entry.comment for entry in entries)), source.name)
    return intake.document(media_type, *comments)


def _take(archive: rarfile.RarFile, entry: rarfile.RarInfo, intake: Intake) -> None:
    if entry.is_dir():
        return
    shown = intake.enter(entry.filename)
    if entry.is_symlink():
        intake.link(shown)
    elif entry.needs_password():
        intake.skip(shown, "encrypted", _LOCKED)
    else:
        try:
            with archive.open(entry) as stream:
                intake.take(shown, chunks_of(stream))
        except rarfile.RarCannotExec:
            intake.skip(shown, "missing-tool", _NO_TOOL)
        except (rarfile.Error, EOFError, OSError, ValueError):
            intake.damaged(shown)
