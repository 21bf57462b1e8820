"""Whether text on a page can be seen, and why not."""

from __future__ import annotations

from enum import Enum
from typing import Final

from .. import veils

# A colour no channel of which is brighter: text in it, on ground of it, was blacked out.
DARK: Final = 60


class Sight(Enum):
    """How a text shows: on the page, or not, and why; ``SCAN`` is the text that goes with a scanned page."""

    SEEN = ""
    COVERED = "被遮住的文字"
    BLACKED = veils.BLACKED
    LOST = veils.LOST
    INVISIBLE = "不显示的文字"
    OUTSIDE = "页面以外的文字"
    CLIPPED = "被裁掉的文字"
    TINY = "小得看不见的文字"
    LAYER = "关闭的图层"
    SCAN = "扫描件自带的识别文字"
