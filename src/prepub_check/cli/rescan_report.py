"""``prepub-check rescan report``: what became of each finding, for whoever can change the pages."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import click

from ..errors import SourceError
from ..rescan.report import WRITERS, Followup
from ..rescan.state import connect, latest_run
from .chinese import Command
from .misuse import Misuse
from .output import emit
from .settings import state_option
from .status import Status


@click.command(cls=Command, help="把最近一次复查与上次的比较写成报告，交网站管理员处理。")
@state_option(required=True)
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
        connection.execute("BEGIN")  # one moment of a run that may be going on
        run = latest_run(connection)
        if run is None:
            raise Misuse(f"{folder} 里还没有复查过；请先运行 prepub-check rescan SOURCE --state {folder}")
        _write(Followup(connection, run), form, output)
    return Status.CLEAN


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
