"""What tells a page, and what it is checked with, from another: two keyed digests.

Both are keyed BLAKE2b, 128 bits in hexadecimal: a page may hold little besides a number that can be guessed,
and the settings hold the values of allowances.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from typing import Final

from ..checker import Checker
from ..config import CheckSettings, Config, RescanSettings, RuleSettings
from ..key import load_key

_BYTES: Final = 16
_LONGEST_KEY: Final = hashlib.blake2b.MAX_KEY_SIZE
# What reads, parts into words and matches; the optional ones are those of the extras for formats.
_PACKAGES: Final = (
    "jieba",
    "olefile",
    "onnxruntime",
    "pillow",
    "prepub-check",
    "py7zr",
    "pypdf",
    "pypdfium2",
    "rapidocr",
    "rarfile",
    "regex",
    "xlrd",
)


def content_digest(key: bytes, data: bytes, name: str) -> str:
    """Give the digest of a page: its bytes, and its name, which helps to tell its format."""
    named = name.encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(digest_size=_BYTES, key=key[:_LONGEST_KEY], person=b"content")
    digest.update(len(named).to_bytes(8))
    digest.update(named)
    digest.update(data)
    return digest.hexdigest()


def settings_digest(checker: Checker) -> str:
    """Give the digest of all that decides what is found in a page, besides the page.

    Those are the rules, the configuration without what only decides on exit statuses, the suppressions in
    force today, and the packages installed here, optional ones among them.
    """
    told = (checker.rules.fingerprint, _bearing(checker.config), tuple(_installed().items()))
    key = load_key(checker.config.folder)[:_LONGEST_KEY]
    text = repr(told).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=_BYTES, key=key, person=b"settings").hexdigest()


def _bearing(config: Config) -> Config:
    """Give a configuration as far as results depend on it; what it says of rules is in their fingerprint."""
    today = dt.datetime.now().astimezone().date()
    return replace(
        config,
        check=CheckSettings(disclosure=config.check.disclosure),
        rules=RuleSettings(),
        rescan=RescanSettings(),
        suppress=tuple(suppression for suppression in config.suppress if suppression.until >= today),
        folder=None,
    )


@cache
def _installed() -> Mapping[str, str]:
    return MappingProxyType({name: _version(name) for name in _PACKAGES})


def _version(name: str) -> str:
    """Give the version of an installed package, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
