"""Supervised processes: one function over any number of items, whatever one of them does to its process."""

from .outcome import Budget, Lost
from .work import cores, work

__all__ = ["Budget", "Lost", "cores", "work"]
