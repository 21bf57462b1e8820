"""The check-digit arithmetic that several identifier families share."""

from __future__ import annotations

from collections.abc import Sequence


def luhn_holds(digits: str) -> bool:
    """ISO/IEC 7812-1 Annex B: every second digit from the right counts double.

    >>> luhn_holds("79927398713")
    True
    """
    counted = [int(digit) for digit in reversed(digits)]
    return sum(counted[::2] + [sum(divmod(2 * digit, 10)) for digit in counted[1::2]]) % 10 == 0


def mod_11_2_holds(text: str) -> bool:
    """ISO/IEC 7064 MOD 11-2: digits, then a check character that may be X.

    >>> mod_11_2_holds("079X")
    True
    """
    total = 0
    for digit in text:
        total = (2 * total + (10 if digit == "X" else int(digit))) % 11
    return total == 1


def weighted_sum(text: str, weights: Sequence[int], alphabet: str) -> int:
    """Add each character's place in the alphabet times its weight."""
    return sum(weight * alphabet.index(letter) for weight, letter in zip(weights, text, strict=False))
