"""The readers, by media type: what people call the format, its suffixes, and where its reader is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Reader(NamedTuple):
    """How a format is read: ``module`` below this package holds a ``read(source, media_type, limits)``.

    ``extra`` is the optional install that its libraries come with; a reader that works ``apart`` runs in
    a process of its own, so that no crash, hang or flood of memory there reaches further than one file.
    """

    title: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""
    apart: bool = True


_ODF: Final = "application/vnd.oasis.opendocument."
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "text/plain": Reader("纯文本", (".txt", ".text", ".log", ""), ".plain", apart=False),
        "text/markdown": Reader("Markdown 文本", (".md", ".markdown"), ".plain", apart=False),
        "text/html": Reader("网页", (".html", ".htm", ".shtml", ".jsp", ".aspx"), ".html", apart=False),
        "application/xhtml+xml": Reader("网页", (".xhtml", ".html", ".htm"), ".html", apart=False),
        "application/pdf": Reader("PDF 文件", (".pdf",), ".pdf", "pdf"),
        "application/ofd": Reader("OFD 版式文件", (".ofd",), ".ofd"),
        "image/png": Reader("PNG 图片", (".png",), ".images", "image"),
        "image/jpeg": Reader("JPEG 图片", (".jpg", ".jpeg", ".jpe", ".jfif"), ".images", "image"),
        "image/gif": Reader("GIF 图片", (".gif",), ".images", "image"),
        "image/bmp": Reader("BMP 图片", (".bmp", ".dib"), ".images", "image"),
        "image/tiff": Reader("TIFF 图片", (".tif", ".tiff"), ".images", "image"),
        "image/webp": Reader("WebP 图片", (".webp",), ".images", "image"),
        _OFFICE + "wordprocessingml.document": Reader(
            "Word 文档", (".docx", ".docm", ".dotx", ".dotm"), ".ooxml"
        ),
        _OFFICE + "spreadsheetml.sheet": Reader(
            "Excel 工作簿", (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam", ".xlsb"), ".ooxml"
        ),
        _OFFICE + "presentationml.presentation": Reader(
            "演示文稿", (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm"), ".ooxml"
        ),
        _ODF + "text": Reader("ODF 文字文档", (".odt", ".ott"), ".odf"),
        _ODF + "spreadsheet": Reader("ODF 表格", (".ods", ".ots"), ".odf"),
        _ODF + "presentation": Reader("ODF 演示文稿", (".odp", ".otp"), ".odf"),
        _ODF + "graphics": Reader("ODF 绘图", (".odg",), ".odf"),
        **{
            _ODF + f"{kind}-template": Reader("ODF 模板", (suffix,), ".odf")
            for kind, suffix in (("text", ".ott"), ("spreadsheet", ".ots"), ("presentation", ".otp"))
        },
    }
)
