"""A PDF opened, or the reason why it cannot be."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from types import MappingProxyType
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from ...errors import SourceError

# pdfium keeps state of its own: one thread at a time may be in it.
_ONE_AT_A_TIME: Final = Lock()
_OBJECTS: Final = "pypdf.generic"
_UNLOCK: Final = "请取得密码，在阅读软件中打开并另存为没有密码的 PDF 后再检查"
_DAMAGED: Final = (
    "damaged",
    "PDF 文件损坏或不完整，其中的内容没有检查；请重新取得文件，或在阅读软件中打开并另存后再检查",
)
_CAUSES: Final = MappingProxyType(
    {
        pdfium.FPDF_ERR_PASSWORD: ("encrypted", f"PDF 设有打开密码，其中的内容没有检查；{_UNLOCK}"),
        pdfium.FPDF_ERR_SECURITY: ("encrypted", f"PDF 用证书或少见的方式加密，其中的内容没有检查；{_UNLOCK}"),
    }
)


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it again; raises SourceError where it is encrypted or damaged."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise SourceError(*_CAUSES.get(error.err_code or 0, _DAMAGED)) from error
        try:
            if len(document) < 1:
                raise SourceError(*_DAMAGED)
            yield document
        finally:
            document.close()


class Losses(logging.Handler):
    """Counts what pypdf says it left out of broken objects; its words, which quote the draft, go nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a warning about an object."""
        self.count += record.name.startswith(_OBJECTS)


@contextmanager
def counted_losses() -> Iterator[Losses]:
    """Listen to pypdf; one document at a time is open."""
    losses, logger = Losses(), logging.getLogger("pypdf")
    logger.propagate = False
    logger.addHandler(losses)
    try:
        yield losses
    finally:
        logger.removeHandler(losses)


def reader_of(document: pypdfium2.PdfDocument, data: bytes) -> PdfReader | None:
    """Give the objects of an open PDF, freed of encryption, or None where pypdf finds its way into none."""
    try:
        plain = BytesIO(data)
        if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
            plain = BytesIO()
            document.save(plain, flags=pdfium.FPDF_REMOVE_SECURITY)
        reader = PdfReader(plain)
        return reader if len(reader.pages) == len(document) else None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- pypdf raises nearly anything on damaged files
        return None
