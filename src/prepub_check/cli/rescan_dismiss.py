"""``prepub-check rescan dismiss``: a decision that a finding needs no handling."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path

import click

from ..rescan.state import Dismissal, connect, lock
from ..rescan.state import dismiss as keep_decision
from .chinese import Command
from .misuse import Misuse
from .output import emit
from .settings import state_option
from .status import Status


@click.command(
    cls=Command,
    help="判定一处发现不需处理：PAGE 是报告里的页面编号，FINGERPRINT 是指纹。页面改动后仍然有效。",
)
@click.argument("page", metavar="PAGE")
@click.argument("fingerprint", metavar="FINGERPRINT")
@state_option(required=True)
@click.option("--reason", required=True, metavar="TEXT", help="理由")
@click.option("--by", required=True, metavar="NAME", help="决定人")
@click.option("--until", metavar="DATE", default="", help="有效期至，如 2027-12-31；不写则一直有效")
def dismiss(page: str, fingerprint: str, *, folder: Path, reason: str, by: str, until: str) -> Status:
    """Keep a decision about a finding."""
    if not reason.strip() or not by.strip():
        raise Misuse("--reason 和 --by 都不能为空")
    with closing(connect(folder, new=False)) as connection, closing(lock(folder)):
        dismissal = Dismissal(reason=reason, by=by, until=_date(until))
        if not keep_decision(connection, page, fingerprint, dismissal):
            raise Misuse(f"最近的结果里没有这处发现：{page} {fingerprint}；请从报告中照抄页面编号和指纹")
    emit("已记下\n")
    return Status.CLEAN


def _date(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise Misuse(f"--until {text} 不是日期；请写成 2027-12-31 的样子") from error
