"""The yearly report as a long page."""

from __future__ import annotations

from .report import report


def long_page() -> bytes:
    """Give a page of about two megabytes."""
    return report(150, linked=True).encode()
