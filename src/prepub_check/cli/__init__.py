"""The command line: arguments → calls, reports → output and exit status."""

from __future__ import annotations

from .program import main

__all__ = ["main"]
