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
        "text/csv": Reader("CSV 表格", (".csv",), ".separated", apart=False),
        "text/tab-separated-values": Reader("制表符分隔的表格", (".tsv", ".tab"), ".separated", apart=False),
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
        "application/msword": Reader("Word 97-2003 文档", (".doc", ".wps", ".dot", ".wpt"), ".ole", "office"),
        "application/vnd.ms-excel": Reader(
            "Excel 97-2003 工作簿", (".xls", ".et", ".xlt", ".ett"), ".ole", "office"
        ),
        "application/vnd.ms-powerpoint": Reader(
            "PowerPoint 97-2003 演示文稿", (".ppt", ".dps", ".pps", ".pot", ".dpt"), ".ole", "office"
        ),
        "application/x-ole-encrypted": Reader(
            "加密的 Office 文档", (".docx", ".xlsx", ".pptx"), ".ole", "office"
        ),
        "application/x-ole-storage": Reader("复合文档", (), ".ole", "office"),
        "message/rfc822": Reader("邮件或网页归档", (".eml", ".mht", ".mhtml"), ".mail"),
        "application/vnd.ms-outlook": Reader("Outlook 邮件", (".msg", ".oft"), ".ole", "office"),
        "application/rtf": Reader("RTF 文档", (".rtf", ".doc"), ".rtf"),
        "application/zip": Reader("ZIP 压缩包", (".zip",), ".archive.zip"),
        "application/x-tar": Reader("tar 归档", (".tar",), ".archive.tar"),
        "application/gzip": Reader("gzip 压缩文件", (".gz", ".tgz"), ".archive.single"),
        "application/x-bzip2": Reader("bzip2 压缩文件", (".bz2", ".tbz", ".tbz2"), ".archive.single"),
        "application/x-xz": Reader("xz 压缩文件", (".xz", ".txz"), ".archive.single"),
        "application/x-7z-compressed": Reader("7z 压缩包", (".7z",), ".archive.sevenzip", "archive"),
        "application/vnd.rar": Reader("RAR 压缩包", (".rar",), ".archive.rar", "archive"),
    }
)
