"""Other ways to look for the same: each a row of the table, as a function over texts."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from prepub_check import Rule, RuleSet, load_rules
from prepub_check.text.fold import fold
from prepub_check.text.patterns import compile_pattern

Pass = Callable[[Sequence[str]], None]

_EXTRACTORS: Final = (
    "extract_id_card",
    "extract_phone_number",
    "extract_email",
    "extract_ip_address",
    "extract_motor_vehicle_licence_plate",
)


def calibration() -> Pass:
    """Give the yardstick: one pass of the standard library for runs of digits."""
    digits = re.compile(r"\d+")

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            digits.findall(text)

    return run


def naive() -> Pass:
    """Give the naive design: jieba over the whole text, then every pattern and every term over it."""
    import jieba  # noqa: PLC0415 -- half a second, for this row only

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    rules = load_rules().rules
    patterns = [compile_pattern(rule.find.pattern) for rule in rules if rule.find.pattern]
    terms = [re.compile("|".join(map(re.escape, rule.find.terms))) for rule in rules if rule.find.terms]

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            folded = fold(text).text
            list(jieba.cut(folded))
            for line in folded.split("\n"):
                for pattern in patterns:
                    list(pattern.finditer(line))
            for term in terms:
                list(term.finditer(folded))

    return run


def presidio() -> Pass:
    """Give Presidio's engine with a blank Chinese model and the patterns of the shipped rules."""
    engine = _presidio_engine(_recognisers(load_rules()))

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            engine.analyze(text, language="zh")

    return run


def presidio_recognisers() -> Pass:
    """Give the same recognisers called one after another, without engine or language model."""
    recognisers = _recognisers(load_rules())

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            for recogniser in recognisers:
                recogniser.analyze(text, recogniser.supported_entities)

    return run


def jionlp() -> Pass:
    """Give JioNLP's extractors of identity numbers, phones, mail, addresses of machines and plates."""
    library: Any = import_module("jionlp")
    extractors = [getattr(library, name) for name in _EXTRACTORS]

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            for extract in extractors:
                extract(text)

    return run


def detect_secrets() -> Pass:
    """Give detect-secrets with its default plugins, over files on disk."""
    settings: Any = import_module("detect_secrets.settings")
    core: Any = import_module("detect_secrets.core.secrets_collection")

    def run(texts: Sequence[str]) -> None:
        with tempfile.TemporaryDirectory() as folder, settings.default_settings():
            for number, text in enumerate(texts):
                file = Path(folder, f"{number}.txt")
                file.write_text(text, "utf-8")
                core.SecretsCollection(root=folder).scan_file(file.name)

    return run


# The rules that look for what JioNLP's five extractors look for.
FIVE: Final[tuple[str, ...]] = (
    "personal.resident-id",
    "personal.mobile",
    "personal.landline",
    "personal.email",
    "credential.private-ip",
    "personal.plate",
)
PEERS: Final[Mapping[str, Callable[[], Pass]]] = MappingProxyType(
    {
        "naive": naive,
        "presidio": presidio,
        "presidio-recognisers": presidio_recognisers,
        "jionlp": jionlp,
        "detect-secrets": detect_secrets,
    }
)


def _recognisers(ruleset: RuleSet) -> list[Any]:
    library: Any = import_module("presidio_analyzer")
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    return [_recogniser(library, rule) for rule in ruleset.rules if rule.find.pattern]


def _recogniser(library: Any, rule: Rule) -> Any:
    pattern = library.Pattern(rule.id, f"(?x){compile_pattern(rule.find.pattern or '').pattern}", 0.5)
    return library.PatternRecognizer(
        rule.id, patterns=[pattern], supported_language="zh", global_regex_flags=0
    )


def _presidio_engine(recognisers: Sequence[Any]) -> Any:
    library: Any = import_module("presidio_analyzer")
    nlp: Any = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine(
        models=[{"lang_code": "zh", "model_name": "zh"}]
    )
    nlp.nlp = {"zh": import_module("spacy").blank("zh")}
    registry = library.RecognizerRegistry(supported_languages=["zh"])
    for recogniser in recognisers:
        registry.add_recognizer(recogniser)
    return library.AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["zh"])
