"""Rich Text Format (RTF 1.9.1), as Word, WPS and LibreOffice write it; on the standard library alone."""

from .document import read

__all__ = ["read"]
