"""Mail and archived web pages (RFC 5322, 2045, 2557): eml, mht; on the standard library alone."""

from .document import read

__all__ = ["read"]
