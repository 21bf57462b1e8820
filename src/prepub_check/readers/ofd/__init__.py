"""OFD files (GB/T 33190-2016): pages of all documents and versions, and what lies beside them."""

from .document import read

__all__ = ["read"]
