"""JioNLP: the extractors of a Chinese preprocessing library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version as version_of
from types import MappingProxyType
from typing import Any, Final

from .hit import Hit

TITLE: Final = "JioNLP"
NOTE: Final = "各个 extract_ 函数：身份证、电话（手机与座机分开计）、邮箱、QQ、微信、IP、车牌"
_EXTRACTORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "extract_id_card": "resident-id",
        "extract_email": "mail",
        "extract_qq": "account",
        "extract_wechat_id": "account",
        "extract_ip_address": "address-ip",
        "extract_motor_vehicle_licence_plate": "vehicle",
    }
)
_PHONES: Final[Mapping[str, str]] = MappingProxyType({"cell_phone": "mobile", "landline_phone": "landline"})
COVERS: Final = frozenset({*_EXTRACTORS.values(), *_PHONES.values()})


def version() -> str:
    """Give the version of the package."""
    return version_of("jionlp")


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text."""
    library: Any = import_module("jionlp")
    for text in texts:
        hits = [
            Hit(row, *found["offset"])
            for extractor, row in _EXTRACTORS.items()
            for found in getattr(library, extractor)(text, detail=True)
        ]
        phones = library.extract_phone_number(text, detail=True)
        yield hits + [Hit(_PHONES[found["type"]], *found["offset"]) for found in phones]
