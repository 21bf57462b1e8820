"""Presidio with a blank Chinese model: its phones of region CN, mail, IP, cards, and patterns one adds."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version as version_of
from types import MappingProxyType
from typing import Any, Final

from .hit import Hit, phone_row

TITLE: Final = "Presidio"
NOTE: Final = "空白 zh 模型，电话地区 CN，自带邮箱、IP、银行卡识别器，另加身份证和护照的 PatternRecognizer"
_ROWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "CN_ID": "resident-id",
        "CN_PASSPORT": "passport",
        "PHONE_NUMBER": "mobile",
        "EMAIL_ADDRESS": "mail",
        "IP_ADDRESS": "address-ip",
        "CREDIT_CARD": "card",
    }
)
_ADDED: Final = (("CN_ID", r"\b[1-9]\d{16}[\dXx]\b"), ("CN_PASSPORT", r"\b[EG]\d{8}\b"))
COVERS: Final = frozenset({*_ROWS.values(), "landline"})


def version() -> str:
    """Give the version of the package."""
    return version_of("presidio-analyzer")


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text."""
    logging.getLogger("tldextract").setLevel(logging.CRITICAL)  # it wants the network, and does without
    engine = _engine()
    for text in texts:
        found = engine.analyze(text, language="zh", entities=[*_ROWS])
        yield [Hit(_row(text, result), result.start, result.end) for result in found]


def _row(text: str, result: Any) -> str:
    if result.entity_type == "PHONE_NUMBER":
        return phone_row(text[result.start : result.end])
    return _ROWS[result.entity_type]


def _engine() -> Any:
    library: Any = import_module("presidio_analyzer")
    known: Any = import_module("presidio_analyzer.predefined_recognizers")
    registry = library.RecognizerRegistry(supported_languages=["zh"])
    for name in ("EmailRecognizer", "IpRecognizer", "CreditCardRecognizer"):
        registry.add_recognizer(getattr(known, name)(supported_language="zh"))
    registry.add_recognizer(known.PhoneRecognizer(supported_language="zh", supported_regions=("CN",)))
    for entity, pattern in _ADDED:
        patterns = [library.Pattern(entity, pattern, 0.6)]
        recogniser = library.PatternRecognizer(entity, patterns=patterns, supported_language="zh")
        registry.add_recognizer(recogniser)
    return library.AnalyzerEngine(registry=registry, nlp_engine=_blank(), supported_languages=["zh"])


def _blank() -> Any:
    engine: Any = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine(
        models=[{"lang_code": "zh", "model_name": "zh"}]
    )
    engine.nlp = {"zh": import_module("spacy").blank("zh")}
    return engine
