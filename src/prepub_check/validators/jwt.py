"""JSON Web Tokens (RFC 7519): is the first segment really a header."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Final

_MARKS: Final = frozenset({"alg", "enc", "typ", "kid"})


def validate(value: str) -> str | None:
    """Check that the first dotted segment is base64url of a JSON object that names an algorithm or type.

    >>> validate("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl")
    >>> validate("eyJhbGciOiJIUzI1.eyJzdWIiOiJ4In0.c2lnbmF0dXJl")
    '第一段不是 JSON'
    """
    segment = "".join(value.partition(".")[0].split())
    try:
        header = json.loads(base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return "第一段不是 JSON"
    if not isinstance(header, dict) or not _MARKS & header.keys():
        return "第一段不是令牌的头"
    return None
