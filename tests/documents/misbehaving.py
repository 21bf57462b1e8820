"""A reader that does what the file says, as native libraries do: crash, hang, flood, print."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from prepub_check.config import Limits
from prepub_check.errors import SourceError
from prepub_check.model import Document, Location, Part, Source
from prepub_check.readers.pieces import Pieces


def read(source: Source, media_type: str, limits: Limits) -> Document:  # noqa: ARG001 -- as every reader
    deed, _, rest = source.data.decode().partition(" ")
    text = DEEDS[deed](rest)
    pieces = Pieces()
    pieces.add(text, Location(path=source.name, paragraph=1))
    parts: tuple[Part, ...] = pieces.parts("body")
    return Document(name=source.name, media_type=media_type, parts=parts)


def _abort(_: str) -> str:
    os.abort()


def _segfault(_: str) -> str:
    ctypes.string_at(0)
    return ""


def _leave(_: str) -> str:
    os._exit(0)


def _spin(_: str) -> str:
    while True:
        pass


def _hold(_: str) -> str:
    """Sleep in C without giving up the GIL."""
    ctypes.PyDLL(None).sleep(600)
    return ""


def _sleep(seconds: str) -> str:
    time.sleep(float(seconds))
    return "睡醒了"


def _grow(_: str) -> str:
    hoard = []
    while True:
        hoard.append(b"\1" * (1 << 24))


def _grow_native(_: str) -> str:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        ctypes.memset(libc.malloc(ctypes.c_size_t(1 << 24)), 1, 1 << 24)


def _demand(_: str) -> str:
    return str(len(b"\0" * (1 << 36)))


def _print(rest: str) -> str:
    print(rest, flush=True)  # noqa: T201 -- that is the deed
    print(rest, file=sys.stderr, flush=True)  # noqa: T201
    os.write(1, rest.encode())
    os.write(2, rest.encode())
    subprocess.run(["echo", rest], check=False)  # noqa: S607
    return rest


def _ask(_: str) -> str:
    return f"读到{len(sys.stdin.read())}个字"


def _fail(rest: str) -> str:
    raise ValueError(rest)


def _panic(rest: str) -> str:
    raise BaseException(rest)  # noqa: TRY002 -- as a panic in Rust is


def _recurse(rest: str) -> str:
    return _recurse(rest)


def _refuse(rest: str) -> str:
    raise SourceError("damaged", rest)


def _litter(_: str) -> str:
    return tempfile.mkstemp()[1]


def _pid(_: str) -> str:
    return str(os.getpid())


DEEDS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "abort": _abort, "segfault": _segfault, "leave": _leave, "spin": _spin, "hold": _hold,
        "sleep": _sleep, "grow": _grow, "grow-native": _grow_native, "demand": _demand, "print": _print,
        "ask": _ask, "fail": _fail, "panic": _panic, "recurse": _recurse, "refuse": _refuse, "pid": _pid,
        "litter": _litter,
        "say": str,
    }
)  # fmt: skip
