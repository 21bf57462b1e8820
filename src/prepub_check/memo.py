"""Results of slow, pure functions, pickled: the command line keeps them from run to run, the library none."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from typing import Final, TypeVar

Argument = TypeVar("Argument", bound=Hashable)
Result = TypeVar("Result")


class Memo:
    """What is known, by function and argument; nothing is, nor is learnt, before ``recall``."""

    __slots__ = ("_known", "grown")

    def __init__(self) -> None:
        self._known: dict[tuple[str, Hashable], bytes] | None = None
        self.grown = False

    def recall(self, dump: bytes | None) -> None:
        """Know what an earlier process knew, and learn from here on; None where there was none."""
        self._known = pickle.loads(dump) if dump else {}  # noqa: S301 -- from ``dump``, as its caller answers for

    def dump(self) -> bytes:
        """Give all that is known, for ``recall``."""
        return pickle.dumps(self._known)

    def result(self, function: Callable[[Argument], Result], argument: Argument) -> Result:
        """Give what a function makes of an argument, as it was before where that is known."""
        if self._known is None:
            return function(argument)
        key = function.__qualname__, argument
        if key not in self._known:
            result = function(argument)
            self._known[key] = pickle.dumps(result)
            self.grown = True
            return result
        known: Result = pickle.loads(self._known[key])  # noqa: S301 -- the same
        return known


MEMO: Final = Memo()
