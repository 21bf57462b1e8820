"""An unexpected exception in one sentence that cannot carry a value: its type and its place, no message."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent


def describe(error: BaseException) -> str:
    """Name the exception's type and the last line of this package that it passed."""
    from traceback import walk_tb  # noqa: PLC0415 -- only faults need it

    places = [
        f"{Path(frame.f_code.co_filename).relative_to(_PACKAGE.parent).as_posix()}:{line}"
        for frame, line in walk_tb(error.__traceback__)
        if Path(frame.f_code.co_filename).is_relative_to(_PACKAGE)
    ]
    return "，".join([type(error).__name__, *places[-1:]])


def print_trace(error: BaseException) -> None:
    """Print the traceback, message and all, where PREPUB_DEBUG asks for it."""
    if os.environ.get("PREPUB_DEBUG"):
        from traceback import print_exception  # noqa: PLC0415 -- the same

        print_exception(error, file=sys.stderr)
