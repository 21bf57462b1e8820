"""A mail as a document: its headers, what it says, and the files and mails in it."""

from __future__ import annotations

import email.errors
import re
from email.message import Message
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from ...config import Limits
from ...errors import SourceError
from ...model import Document, Gap, Part, Source
from ..decode import decode
from ..inner import Inner
from ..lines import LineIndex
from ..plain import LinePlaces
from ..strands import Mark, Strands
from .headers import read_headers
from .words import AsWritten, by_content, file_names, plain

_BROKEN: Final = (
    email.errors.CloseBoundaryNotFoundDefect,
    email.errors.StartBoundaryNotFoundDefect,
    email.errors.NoBoundaryInMultipartDefect,
    email.errors.MultipartInvariantViolationDefect,
)
_LOCKED: Final = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_USUAL: Final = re.compile(r"\s*|.{0,200}\b(?:MIME|multi-?part)\b.{0,200}", re.IGNORECASE | re.DOTALL)
_AROUND: Final = "邮件正文之外的文字"
_DEEPEST: Final = 100


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    """Read a mail or an archived page."""
    data = source.data if source.text is None else source.text.encode()
    message = email.message_from_bytes(data, policy=AsWritten())
    mail = Mail(source.name)
    read_headers(message, mail.strands)
    mail.read(message)
    return mail.document(media_type)


class Mail:
    """What a mail has told so far."""

    def __init__(self, path: str) -> None:
        self.strands = Strands(path)
        self._path = path
        self._bodies: list[Part] = []
        self._gaps: list[Gap] = []
        self._inner = Inner(path)
        self._broken = False

    def read(self, part: Message, depth: int = 0) -> None:
        """Read a part of the mail, and the parts in it."""
        self._broken |= any(isinstance(defect, _BROKEN) for defect in part.defects)
        kind = part.get_content_type()
        for name in file_names(part) or _place(part):
            self._inner.note(name)
        if kind in _LOCKED:
            self._gap("encrypted", "邮件是加密或整体签名的，其中的内容没有检查；请解密后另存再检查", "正文")
        if kind == "message/rfc822" and part.is_multipart():
            for inner in _inside(part):
                self._inner.put(_subject(inner), _bytes_of(inner))
        elif part.is_multipart() and depth < _DEEPEST:
            self._around(part)
            for inner in _inside(part):
                self.read(inner, depth + 1)
        else:
            self._leaf(part, kind)

    def document(self, media_type: str) -> Document:
        """Give what was read as a document."""
        if self._broken:
            self._gap("damaged", "邮件不完整或结构有误，只检查了读得出来的部分；请重新导出后再检查")
        return Document(
            name=self._path,
            media_type=media_type,
            parts=(*self._bodies, *self.strands.parts(), *self._inner.listing()),
            gaps=tuple(self._gaps),
            attachments=tuple(self._inner.files),
        )

    def _leaf(self, part: Message, kind: str) -> None:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        named = file_names(part)
        name = next(iter(named or _place(part)), "")
        if not data.strip():
            return
        if kind == "text/plain" and not name:
            self._body(data, part.get_content_charset())
        elif kind == "text/html" and not named:
            self._page(data, part.get_content_charset(), name or "正文.html")
        else:
            self._inner.put(name or f"附件 {len(self._inner.files) + 1}", data)

    def _body(self, data: bytes, charset: str | None) -> None:
        name = "正文" if not self._bodies else f"正文 {len(self._bodies) + 1}"
        try:
            decoded = decode(data, charset)
        except SourceError as error:
            self._gap(error.cause, str(error), name)
            return
        places = LinePlaces(self._path, LineIndex(decoded.text))
        self._bodies.append(Part("body", decoded.text, places, name))
        self._gaps += decoded.gaps(self._path)

    def _page(self, data: bytes, charset: str | None, name: str) -> None:
        try:
            text = decode(data, charset).text if charset else None
        except SourceError:
            text = None
        self._inner.put(name, data if text is None else text)

    def _around(self, part: Message) -> None:
        for text in (part.preamble, part.epilogue):
            if text and not _USUAL.fullmatch(text):
                shown = by_content(text.encode("utf-8", "surrogateescape"))
                self.strands.of("attribute", _AROUND).line(shown.strip(), Mark(_AROUND))

    def _gap(self, cause: str, message: str, part: str = "") -> None:
        self._gaps.append(Gap(path=self._path, cause=cause, message=message, part=part, partial=True))


def _inside(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _bytes_of(message: Message) -> bytes:
    """Give a mail within a mail as a file; a damaged one as it was understood."""
    try:
        return message.as_bytes()
    except (UnicodeError, LookupError, KeyError):
        return message.as_string().encode("utf-8", "surrogateescape")


def _subject(message: Message) -> str:
    return f"{plain(str(message.get('subject', '')))[:60] or '邮件'}.eml"


def _place(part: Message) -> list[str]:
    """Give the name of a part of an archived page, where it has one: the end of its address."""
    name = unquote(PurePosixPath(urlsplit(str(part.get("content-location", ""))).path).name)
    return [name] if name else []
