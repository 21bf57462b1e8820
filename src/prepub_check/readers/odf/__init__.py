"""OpenDocument (ISO/IEC 26300, GB/T 20916): text, spreadsheets, presentations, drawings."""

from .document import read

__all__ = ["read"]
