"""Reading in a process of its own: no crash, hang or flood of memory reaches further than one file."""

from .reading import read_apart

__all__ = ["read_apart"]
