"""The named shapes an anchor may ask for instead of literals."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import regex

SHAPES: Final[Mapping[str, regex.Pattern[str]]] = MappingProxyType(
    {
        "digits": regex.compile(r"[0-9](?:[^0-9A-Za-z\u4e00-\u9fff\n\t]{0,3}+[0-9]){6}"),
        "code": regex.compile(
            r"(?<![0-9A-Za-z_.-])(?=[0-9_.-]{0,200}+[A-Za-z])(?=[A-Za-z_.-]{0,200}+[0-9])[0-9A-Za-z_.-]{16}"
        ),
        "plate": regex.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领WJ][A-HJ-NP-Z]"
        ),
    }
)
