"""An OpenDocument package as a document: every part of it is visited, and none is skipped."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ...errors import SourceError
from ..names import masked
from ..unknown import read_unknown
from .content import read_content, read_styles
from .meta import read_meta, read_settings
from .opening import Opening

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ...config import Limits
    from ...model import Document, Source

_PLUMBING: Final = re.compile(
    r"mimetype|manifest\.rdf|layout-cache|Configurations2/.*|ObjectReplacements/.*|Pictures/TablePreview\d+\.svm|(?:.*/)?Fonts/.*"
)
_MANIFEST: Final = "META-INF/manifest.xml"


def read(source: Source, media_type: str, limits: Limits) -> Document:
    """Read a package: its parts by kind, the files in it as attachments.

    Raises SourceError where nothing of it can be read, or where it is locked with a password.
    """
    opening = Opening(source, limits)
    manifest = opening.take(_MANIFEST)
    if b"encryption-data" in manifest:
        raise SourceError("encrypted", "这份文档加了打开密码，其中的内容没有检查；请去掉密码另存后再检查")
    if "content.xml" not in opening.package:
        opening.miss()
    for name in ("styles.xml", "content.xml", *opening.package.names):
        _visit(opening, name)
    return opening.document(media_type)


def _visit(opening: Opening, name: str) -> None:
    if name not in opening.package or name in opening.seen or _PLUMBING.fullmatch(name):
        return
    if name.startswith("Thumbnails/"):
        opening.leave_thumbnail()
        return
    data = opening.take(name)
    if not name.endswith(".xml"):
        opening.inner.put(name, data)
        return
    root = opening.parsed(name, data)
    if root is None:
        return
    folder = posixpath.dirname(name)
    opening.title = f"内嵌对象 {masked(folder)}" if folder and folder != "META-INF" else ""
    try:
        _ROOTS.get(opening.names[root.tag], read_unknown)(opening, name, root)
    except RecursionError:
        opening.too_deep(name)
    opening.title = ""


_ROOTS: Final[Mapping[str, Callable[[Opening, str, Element], None]]] = MappingProxyType(
    {
        "document-content": read_content,
        "document-styles": read_styles,
        "document-meta": read_meta,
        "document-settings": read_settings,
    }
)
