"""Office Open XML (ISO/IEC 29500): docx, xlsx, pptx, and their macro and template variants."""

from .document import read

__all__ = ["read"]
