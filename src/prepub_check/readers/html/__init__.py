"""HTML: on the standard library alone, every offset mapped back to its line and column in the source."""

from .document import read

__all__ = ["read"]
