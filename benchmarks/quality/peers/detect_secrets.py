"""detect-secrets: the plugins that are on by default, over each document as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any, Final

from .hit import Hit, places

TITLE: Final = "detect-secrets"
NOTE: Final = "默认全部插件；Secret Keyword 和 Basic Auth 计入口令行，其余计入密钥行"
_PASSWORDS: Final = frozenset({"Secret Keyword", "Basic Auth Credentials"})
COVERS: Final = frozenset({"password", "key"})


def version() -> str:
    """Give the version of the package."""
    return version_of("detect-secrets")


def scan(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """Scan every text."""
    settings: Any = import_module("detect_secrets.settings")
    core: Any = import_module("detect_secrets.core.secrets_collection")
    with tempfile.TemporaryDirectory() as folder, settings.default_settings():
        file = Path(folder, "draft.txt")
        for text in texts:
            file.write_text(text, "utf-8", newline="\n")
            secrets = core.SecretsCollection(root=folder)
            secrets.scan_file(file.name)
            yield [hit for _, secret in secrets for hit in _hits(text, secret)]


def _hits(text: str, secret: Any) -> Iterator[Hit]:
    row = "password" if secret.type in _PASSWORDS else "key"
    for start, end in places(text, secret.secret_value or "", secret.line_number):
        yield Hit(row, start, end)
