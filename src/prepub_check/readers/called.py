"""What a document calls things, short and without values, as it may stand in a location."""

from __future__ import annotations

import re
from typing import Final

_VALUE: Final = re.compile(r"[0-9A-Za-z@._%+-]*[0-9][0-9A-Za-z@._%+-]{5,}|[0-9A-Za-z._%+-]+@[0-9A-Za-z.-]+")
_LONGEST: Final = 30


def called(name: str) -> str:
    r"""Give a name on one line, with numbers and addresses left out of it.

    >>> called("张三 110105199003078510"), called("2024年\n名单")
    ('张三 …', '2024年 名单')
    """
    plain = _VALUE.sub("…", " ".join(name.split()))
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"


def signed(title: str, author: str) -> str:
    """Give what something is called with who wrote it, where that is known.

    >>> signed("批注", "张三"), signed("批注 2", "")
    ('批注（张三）', '批注 2')
    """
    return f"{title}（{name}）" if (name := called(author)) else title
