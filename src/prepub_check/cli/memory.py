"""What is kept from run to run to start sooner: shipped rules and compiled patterns, nothing of any draft."""

from __future__ import annotations

import hmac
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import regex

from ..errors import ConfigError
from ..key import load_key
from ..memo import MEMO

# More is of rules as they were before.
_LARGEST: Final = 4 << 20
_SEAL: Final = 32


@contextmanager
def remembering() -> Iterator[None]:
    """Recall what earlier runs worked out, and keep what this one adds; without a place to, do without.

    The file is sealed with the user's own key: what anybody else wrote, or other code, is not read.
    """
    path = _user_folder() / f"results-{sys.implementation.cache_tag}-{sys.byteorder}-{regex.__version__}"
    with suppress(OSError, ConfigError):
        MEMO.recall(_read(path))
    yield
    if MEMO.grown:
        with suppress(OSError, ConfigError):
            _write(path)


def _read(path: Path) -> bytes | None:
    if not path.exists() or path.stat().st_size > _LARGEST:
        return None
    sealed = path.read_bytes()
    dump = sealed[_SEAL:]
    return dump if hmac.compare_digest(sealed[:_SEAL], _seal(dump)) else None


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    dump = MEMO.dump()
    draft = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_seal(dump) + dump)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _seal(dump: bytes) -> bytes:
    return hmac.digest(load_key(None), _code() + dump, "sha256")


def _code() -> bytes:
    """Give the code that makes rules and patterns; raises FileNotFoundError where it is not in files."""
    package = Path(__file__).parents[1]
    folders = (package, package / "ruleset", package / "text")
    code = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.py"))]
    if not code:
        raise FileNotFoundError
    return b"".join(code)


def _user_folder() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "prepub-check"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "prepub-check"
