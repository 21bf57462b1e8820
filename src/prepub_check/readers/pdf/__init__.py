"""PDF files (ISO 32000): what their pages show, what they hide, and what they hold beside."""

from .document import read

__all__ = ["read"]
