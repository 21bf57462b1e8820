"""One source through one reader, in whatever process this runs."""

from __future__ import annotations

from importlib import import_module

from ..config import Limits
from ..errors import SourceError
from ..model import Document, Source
from .registry import Reader


def read_with(reader: Reader, source: Source, media_type: str, limits: Limits) -> Document:
    """Read a source; raises SourceError, with cause ``missing-extra`` where the reader is not installed."""
    try:
        module = import_module(reader.module, __package__)
    except ImportError as error:
        raise SourceError(
            "missing-extra",
            f"这是{reader.title}，读它的组件没有安装，其中的内容没有检查；"
            f'请运行 pip install "prepub-check[{reader.extra}]" 后重试',
        ) from error
    document: Document = module.read(source, media_type, limits)
    return document
