"""Text that stands at places on a page, put back into lines, rows of cells and paragraphs."""

from .page import lay_out
from .ruling import Ruling
from .span import Span

__all__ = ["Ruling", "Span", "lay_out"]
