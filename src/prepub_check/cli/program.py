"""The program: its commands, and what becomes of everything that can go wrong in them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NoReturn

import click

from ..errors import ConfigError, RuleError
from ..fault import describe, print_trace
from .chinese import Group
from .misuse import explain
from .output import prepare_streams
from .status import Status

_NAME: Final = "prepub-check"
# Garbage is looked for in so many new objects at once: there is little of it, and reports stay to the end.
_GARBAGE: Final = 20_000
_COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {"check": ".check", "rescan": ".rescan", "rules": ".rules", "schema": ".schema"}
)


class _Program(Group):
    """The commands by name, each imported when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Give the names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- the same
        """Import a command."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(_COMMANDS[cmd_name], __package__), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Program, help="发布前检查：找出文稿中的涉密标志、内部标志、个人信息和口令密钥。")
@click.version_option(package_name=_NAME, message=f"{_NAME} %(version)s", help="显示版本后退出")
def _program() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end with its status."""
    gc.set_threshold(_GARBAGE)
    # jieba imports setuptools' resources where it can, which takes longer than all of jieba.
    sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]
    prepare_streams()
    status = _run(arguments)
    gc.freeze()  # all goes with the process: nothing is left to look for garbage in
    raise SystemExit(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        status: Any = _program.main(arguments, prog_name=_NAME, standalone_mode=False)
    except click.ClickException as error:
        return _refuse(explain(error))
    except (RuleError, ConfigError) as error:
        return _refuse("\n".join(map(str, error.problems)))
    except (click.Abort, KeyboardInterrupt) as error:  # click makes an Abort of an EOFError too
        return _fail(error.__cause__) if isinstance(error.__cause__, EOFError) else Status.INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- whatever it is, its message may hold a value
        return _fail(error)
    return int(status or Status.CLEAN)


def _refuse(message: str) -> Status:
    click.echo(f"错误：{message}", err=True)
    return Status.MISUSE


def _fail(error: BaseException) -> Status:
    print_trace(error)
    click.echo(f"内部错误（{describe(error)}），没有完成；请把这一行报告给维护者", err=True)
    return Status.BROKEN
