"""SOURCE as it may be shown and kept: without the passwords that an address may hold."""

from __future__ import annotations

import re
from typing import Final

_USER: Final = re.compile(r"(?<=://)[^\s]*@")
_SECRET: Final = re.compile(r"([?&][^=&]*(?:pass|pwd|token|secret|key)[^=&]*=)[^&#\s]*", re.IGNORECASE)


def hide_password(where: str) -> str:
    """Give an address without user, password and what its query holds of them.

    >>> hide_password("postgresql+psycopg://reader:p@ss@db:5432/site?sslpassword=x&a=b")
    'postgresql+psycopg://***@db:5432/site?sslpassword=***&a=b'
    >>> hide_password("网站镜像/2019")
    '网站镜像/2019'
    """
    return _SECRET.sub(r"\1***", _USER.sub("***@", where))
