"""Pictures: what they say of themselves, and the text that can be recognised in them."""

from .document import read

__all__ = ["read"]
