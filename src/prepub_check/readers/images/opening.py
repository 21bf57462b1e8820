"""Pictures opened by Pillow, which raises nearly anything on damaged files."""

from __future__ import annotations

from io import BytesIO
from struct import error as StructError  # noqa: N812 -- named as classes are
from typing import Final

from PIL import Image, ImageFile, UnidentifiedImageError

from ...errors import SourceError

RETRY: Final = "请重新取得图片，或用看图软件打开并另存后再检查"
BROKEN: Final = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError),
    *(ZeroDivisionError, OverflowError, NotImplementedError, RuntimeError, StructError),
)


def opened(data: bytes) -> ImageFile.ImageFile:
    """Open a picture, not yet decoded; raises SourceError where it is damaged or absurdly large."""
    try:
        return Image.open(BytesIO(data))
    except Image.DecompressionBombError as error:
        raise SourceError("too-large", f"图片的像素太多，没有检查；{RETRY}") from error
    except (UnidentifiedImageError, *BROKEN) as error:
        raise SourceError("damaged", f"图片损坏或不完整，其中的内容没有检查；{RETRY}") from error
