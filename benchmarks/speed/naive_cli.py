"""The command that anyone would write first: click, pydantic, jieba over the draft, thirty patterns."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import click
import jieba
from pydantic import BaseModel


class Found(BaseModel):
    """One match."""

    rule: str
    start: int
    end: int
    value: str


_WORDS = "身份证 手机 电话 邮箱 住址 银行卡 护照 车牌 绝密 机密 秘密 内部 不公开 讨论稿 密码"
RULES = {
    word: re.compile(pattern)
    for word in _WORDS.split()
    for pattern in (rf"{word}[^0-9]{{0,6}}[0-9Xx]{{6,19}}", rf"(?<![0-9]){word}.{{0,20}}")
}


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
def main(path: Path) -> None:
    """Print what is found."""
    jieba.setLogLevel(logging.ERROR)
    text = path.read_text("utf-8")
    words = set(jieba.cut(text))
    for rule, pattern in RULES.items():
        for match in pattern.finditer(text) if rule in words else ():
            found = Found(rule=rule, start=match.start(), end=match.end(), value=match[0])
            click.echo(found.model_dump_json())


if __name__ == "__main__":
    main()
