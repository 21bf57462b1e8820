"""``prepub-check rescan``: what is public already, checked again; who is to be told, and what was decided."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

import click

from ..checker import Checker
from ..errors import SourceError
from ..rescan.local import Tally
from ..rescan.local import rescan as run_over
from ..rescan.report import WRITERS, Followup
from ..rescan.report.followup import headline
from ..rescan.sources import SOURCES, Wanted, count_of, kind_of, pages_of
from ..rescan.state import (
    Dismissal,
    begin_run,
    connect,
    counting_severities,
    dismiss,
    finish_run,
    gap_causes,
    latest_run,
    lock,
    validators_of,
)
from .chinese import Command, Group
from .misuse import Misuse
from .output import emit
from .progress import Meter
from .settings import read_config, read_rules, rule_options
from .status import Status, status_for

_SOURCE: Final = "SOURCE"
_NOTHING: Final = "nothing-examined"

_state = click.option(
    "--state",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="状态目录，记下查过的页面和遮盖后的发现",
)


class _Rescan(Group):
    """Commands, the first of which needs no name: a first word that is no command is its SOURCE."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave all options to the commands, except the one for help."""
        named = not args or not args[0].startswith("-") or args[0] in ctx.help_option_names
        return super().parse_args(ctx, args if named else ["--", *args])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command."""
        if args[0] in self.commands and args[0] != _SOURCE:
            return super().resolve_command(ctx, args)
        return None, self.commands[_SOURCE], args


@click.group(
    cls=_Rescan,
    short_help="复查已经公开的页面",
    help="复查已经公开的页面：没有变动的不再查，中断后接着查，每次与上次比较。\n\n"
    "SOURCE 是镜像下来的文件夹；名为 report、dismiss 的写作 ./report、./dismiss。",
)
def rescan() -> None:
    """Hold the commands below together."""


@rescan.command(
    _SOURCE,
    cls=Command,
    short_help="复查这个来源；选项见 prepub-check rescan SOURCE --help",
    help="复查 SOURCE，把结果记入状态目录；目录没有就新建，只有本人能读。\n\n"
    "退出码与 check 相同，已判定不需处理的发现不算。中断后用同样的命令接着查。",
)
@click.argument("where", metavar=_SOURCE)
@_state
@rule_options
def scan(where: str, *, folder: Path, folders: Sequence[Path], config_file: Path | None) -> Status:
    """Run over a source, and say how it went."""
    kind = kind_of(where)
    if kind is None:
        known = "、".join(row.title for row in SOURCES.values())
        raise Misuse(f"没有这个来源，或不知道怎样读：{where}；来源可以是{known}")
    config = read_config(config_file)
    checker = Checker(read_rules(config, folders, examples=False), config)
    with closing(connect(folder, new=True)) as connection, closing(lock(folder)):
        run = begin_run(connection, _name(where), checker)
        wanted = Wanted(
            where=where, config=config, known=partial(validators_of, connection, run), folder=folder
        )
        meter = Meter(count_of(kind, wanted) if sys.stderr.isatty() else None, "复查")
        try:
            tally = run_over(pages_of(kind, wanted), checker, connection, run, told=partial(_show, meter))
        finally:
            meter.clear()
        followup = Followup(connection, finish_run(connection, run))
        emit("\n".join([*headline(followup), *_closing(tally, folder)]) + "\n")
        causes = gap_causes(connection, run) or ({_NOTHING} if not followup.share.pages else set())
        return status_for(counting_severities(connection, run), causes, config)


@rescan.command("report", cls=Command, help="把最近一次复查与上次的比较写成报告，交网站管理员处理。")
@_state
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", help="输出格式，默认 text"
)
@click.option(
    "--output", metavar="FILE", type=click.Path(path_type=Path), help="写到这个文件，不写则输出到屏幕"
)
def report(folder: Path, form: str, output: Path | None) -> Status:
    """Write the follow-up."""
    if form == "xlsx" and output is None:
        raise Misuse("xlsx 不能输出到屏幕；请用 --output 指定文件")
    with closing(connect(folder, new=False)) as connection:
        run = latest_run(connection)
        if run is None:
            raise Misuse(f"{folder} 里还没有复查过；请先运行 prepub-check rescan SOURCE --state {folder}")
        _write(Followup(connection, run), form, output)
    return Status.CLEAN


@rescan.command(
    "dismiss",
    cls=Command,
    help="判定一处发现不需处理：PAGE 是报告里的页面编号，FINGERPRINT 是指纹。页面改动后仍然有效。",
)
@click.argument("page", metavar="PAGE")
@click.argument("fingerprint", metavar="FINGERPRINT")
@_state
@click.option("--reason", required=True, metavar="TEXT", help="理由")
@click.option("--by", required=True, metavar="NAME", help="决定人")
@click.option("--until", metavar="DATE", default="", help="有效期至，如 2027-12-31；不写则一直有效")
def dismiss_finding(page: str, fingerprint: str, *, folder: Path, reason: str, by: str, until: str) -> Status:
    """Keep a decision about a finding."""
    if not reason.strip() or not by.strip():
        raise Misuse("--reason 和 --by 都不能为空")
    with closing(connect(folder, new=False)) as connection:
        dismissal = Dismissal(reason=reason, by=by, until=_date(until))
        if not dismiss(connection, page, fingerprint, dismissal):
            raise Misuse(f"最近的结果里没有这处发现：{page} {fingerprint}；请从报告中照抄页面编号和指纹")
    emit("已记下\n")
    return Status.CLEAN


def _name(where: str) -> str:
    """Name a source as the state keeps it: a path as it is from anywhere."""
    return str(Path(where).absolute()) if Path(where).exists() else where


def _show(meter: Meter, tally: Tally) -> None:
    meter.show(tally.current + tally.examined)


def _closing(tally: Tally, folder: Path) -> list[str]:
    return [
        f"本次查了 {tally.examined} 页，没有变动而略过 {tally.current} 页",
        f"报告见 prepub-check rescan report --state {folder}",
    ]


def _write(followup: Followup, form: str, output: Path | None) -> None:
    try:
        if output is not None:
            with output.open("wb") as file:
                WRITERS[form](followup, file)
            return
        text = io.BytesIO()
        WRITERS[form](followup, text)
        emit(text.getvalue().decode(), machine=form != "text")
    except SourceError as error:
        raise Misuse(str(error)) from error
    except OSError as error:
        raise Misuse(f"写不了 {output}（{error.strerror}）；请核对路径和权限") from error


def _date(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise Misuse(f"--until {text} 不是日期；请写成 2027-12-31 的样子") from error
