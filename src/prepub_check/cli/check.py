"""``prepub-check check``: files, folders or standard input → a report and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from ..checker import Checker
from ..config import Config
from ..model import Disclosure, Severity
from ..writers import WRITERS, Style
from .batch import check_names
from .chinese import Command
from .memory import remembering
from .output import emit, wants_colour
from .settings import read_config, read_rules, rule_options
from .status import Status, status_of


@click.command(
    cls=Command,
    short_help="检查文件、文件夹或标准输入",
    help="检查 PATH：文件，文件夹（含下级文件夹），或 -（标准输入）。\n\n"
    "退出码：\n"
    "0 没有达到 --fail-on 级别的确定发现，没有未能检查的内容\n"
    "1 有达到 --fail-on 级别的确定发现\n"
    "2 用法、配置或规则有误\n"
    "3 有未能检查的内容\n"
    "4 内部错误",
)
@click.argument("names", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", help="输出格式，默认 text"
)
@click.option("--fail-on", type=click.Choice(get_args(Severity)), help="从哪一级起退出码为 1，默认 review")
@click.option("--as", "disclosure", type=click.Choice(get_args(Disclosure)), help="按哪种公开方式检查")
@click.option("--show-values", is_flag=True, help="显示原值，不遮盖；输出请勿外传")
@click.option("--unused", is_flag=True, help="列出没有用到的压制")
@click.option("--recognised", is_flag=True, help="列出认得而不报的内容及理由")
@rule_options
@remembering()
def check(
    names: Sequence[str],
    *,
    form: str,
    fail_on: Severity | None,
    disclosure: Disclosure | None,
    folders: Sequence[Path],
    config_file: Path | None,
    show_values: bool,
    unused: bool,
    recognised: bool,
) -> Status:
    """Check, write the report, and give the status."""
    config = _override(read_config(config_file), fail_on, disclosure)
    report = check_names(names, Checker(read_rules(config, folders, examples=False), config))
    colour = form == "text" and wants_colour(sys.stdout)
    style = Style(colour=colour, values=show_values, unused=unused, recognised=recognised)
    emit(WRITERS[form](report, style), machine=form != "text")
    return status_of(report, config)


def _override(config: Config, fail_on: Severity | None, disclosure: Disclosure | None) -> Config:
    chosen = replace(
        config.check,
        fail_on=fail_on or config.check.fail_on,
        disclosure=disclosure or config.check.disclosure,
    )
    return replace(config, check=chosen)
