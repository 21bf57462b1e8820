"""``prepub-check rescan``: what is public already, checked again; who is to be told, and what was decided."""

from __future__ import annotations

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
from ..rescan.report import Followup
from ..rescan.report.followup import headline
from ..rescan.sources import SOURCES, Wanted, count_of, kind_of, pages_of
from ..rescan.sources.masking import hide_password
from ..rescan.state import (
    begin_run,
    connect,
    finish_run,
    lock,
    validators_of,
    weight_of,
)
from .chinese import Command, Group
from .memory import remembering
from .misuse import Misuse
from .output import emit
from .progress import Meter
from .rescan_dismiss import dismiss
from .rescan_report import report
from .settings import read_config, read_rules, rule_options, state_option
from .status import Status, status_for

_SOURCE: Final = "SOURCE"
_KINDS: Final = "、".join(kind.title for kind in SOURCES.values())
_NOTHING: Final = "nothing-examined"


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
    f"SOURCE 可以是{_KINDS}；名为 report、dismiss 的文件夹写作 ./report、./dismiss。",
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
@state_option()
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", help="用本机还是 Spark")
@click.option("--master", metavar="URL", help="Spark 的地址，如 yarn、spark://…，默认 local[*]")
@click.option("--out", metavar="DIR", help="Spark 的结果目录，代替 --state")
@rule_options
@remembering()
def scan(
    where: str,
    *,
    folder: Path | None,
    engine: str,
    master: str | None,
    out: str | None,
    folders: Sequence[Path],
    config_file: Path | None,
) -> Status:
    """Run over a source, and say how it went."""
    config = read_config(config_file)
    checker = Checker(read_rules(config, folders, examples=False), config)
    match engine, folder, out:
        case "spark", None, str(out):
            return _on_spark(where, checker, master or "local[*]", out)
        case "local", Path() as folder, None if not master:
            return _on_this_machine(where, checker, folder)
    raise Misuse("本机复查要写 --state，不写 --master 和 --out；--engine spark 要写 --out，不写 --state")


def _on_spark(where: str, checker: Checker, master: str, out: str) -> Status:
    from ..rescan import spark  # noqa: PLC0415 -- only this engine needs it

    try:
        summary = spark.run(where, checker, master, out)
    except SourceError as error:
        raise Misuse(str(error)) from error
    emit(f"{summary}\n")
    causes = set(summary.gaps) if summary.pages else {_NOTHING, *summary.gaps}
    return status_for(set(summary.findings), causes, checker.config)


def _on_this_machine(where: str, checker: Checker, folder: Path) -> Status:
    kind = kind_of(where)
    if kind is None:
        raise Misuse(f"没有这个来源，或不知道怎样读：{_name(where)}；来源可以是{_KINDS}")
    with closing(connect(folder, new=True)) as connection, closing(lock(folder)):
        run = begin_run(connection, _name(where), checker)
        wanted = Wanted(
            where=where, config=checker.config, known=partial(validators_of, connection, run), folder=folder
        )
        meter = Meter(count_of(kind, wanted) if sys.stderr.isatty() else None, "复查")
        try:
            tally = run_over(pages_of(kind, wanted), checker, connection, run, told=partial(_show, meter))
        except SourceError as error:
            raise Misuse(str(error)) from error
        finally:
            meter.clear()
        followup = Followup(connection, finish_run(connection, run))
        emit("\n".join([*headline(followup), *_closing(tally, folder)]) + "\n")
        severities, causes = weight_of(connection, run)
        if not causes and not followup.share.pages:
            causes = {_NOTHING}
        return status_for(severities, causes, checker.config)


rescan.add_command(report)
rescan.add_command(dismiss)


def _name(where: str) -> str:
    """Name a source as the state keeps it: a path as it is from anywhere, an address without its password."""
    return str(Path(where).absolute()) if Path(where).exists() else hide_password(where)


def _show(meter: Meter, tally: Tally) -> None:
    meter.show(tally.current + tally.examined)


def _closing(tally: Tally, folder: Path) -> list[str]:
    return [
        f"本次查了 {tally.examined} 页，没有变动而略过 {tally.current} 页",
        f"报告见 prepub-check rescan report --state {folder}",
    ]
