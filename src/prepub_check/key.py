"""The key of the HMACs that stand in for values: beside the configuration, readable by its owner only."""

from __future__ import annotations

import hmac
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from .errors import ConfigError, Problem

FILE_NAME: Final = ".prepub.key"
_BYTES: Final = 32
_PREFIX: Final = "v1:"
_SHOWN: Final = 32

_keys: Final[dict[Path | None, bytes]] = {}


def load_key(folder: Path | None) -> bytes:
    """Give the key of a folder, made at first need with mode 0600.

    Without a folder it is the user's own key. Where no key can be kept, it lasts as long as the process.
    Raises ConfigError where a key stands that is not whole: with another, no suppression would hold.
    """
    return _keys.get(folder) or _keys.setdefault(folder, _stored_key(folder))


def adopt_key(folder: Path | None, key: bytes) -> None:
    """Let this process use the key that another machine keeps for a folder; it stays in memory."""
    _keys[folder] = key


def _stored_key(folder: Path | None) -> bytes:
    path = (folder or _user_folder()) / FILE_NAME
    with suppress(OSError):
        if not path.exists():
            _create(path)
        key = path.read_bytes()
        if len(key) < _BYTES:
            message = "密钥不完整，按它作出的压制都会失效；请从备份恢复，或删除它并重新作出压制"
            raise ConfigError((Problem(str(path), "密钥", 1, message),))
        return key
    return os.urandom(_BYTES)


def keyed_digest(key: bytes, *pieces: str) -> str:
    """Give ``v1:`` and an HMAC-SHA256 over the pieces, cut to 128 bits."""
    message = "\0".join(pieces).encode("utf-8", "surrogatepass")
    return _PREFIX + hmac.digest(key, message, "sha256").hex()[:_SHOWN]


def _create(path: Path) -> None:
    """Write a key whole, and leave one that another process wrote first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE_NAME}.{os.urandom(8).hex()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_BYTES))
        with suppress(FileExistsError):
            _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        draft.rename(path)


def _user_folder() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", Path.home())) / "prepub-check"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "prepub-check"
