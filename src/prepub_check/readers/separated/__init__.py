"""Tables as text (RFC 4180): values set apart by commas, semicolons, tabs or bars."""

from .document import read

__all__ = ["read"]
