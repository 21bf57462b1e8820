"""Rules held to their word: their examples, their mutants, and what makes them risky."""

from .examples import Failure, rehearse
from .lint import lint
from .mutate import survivors

__all__ = ["Failure", "lint", "rehearse", "survivors"]
