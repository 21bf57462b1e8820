"""Writing to standard output: never a crash over an encoding, and quiet when the reader has gone."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from typing import TextIO


def prepare_streams() -> None:
    """Make every character writable: in the terminal's own encoding, or in UTF-8 if that has no 汉字."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _has_chinese(stream) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def wants_colour(stream: TextIO) -> bool:
    """Say whether colours are welcome: on a terminal, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def emit(text: str, *, machine: bool = False) -> None:
    """Write ``text``; what a machine reads is UTF-8 to the byte, whatever the terminal speaks."""
    try:
        if machine:
            click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
        else:
            click.echo(text, nl=False)
    except OSError as error:
        if error.errno not in {errno.EPIPE, errno.EINVAL}:
            raise
        _discard_the_rest()


def _has_chinese(stream: TextIO) -> bool:
    try:
        "密".encode(stream.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _discard_the_rest() -> None:
    """Point standard output at nothing, so that the last flush finds no closed pipe."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
