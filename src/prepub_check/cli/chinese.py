"""click in Chinese: commands and groups whose help pages are laid out for wide characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

import click

from ..writers.display import width
from .misuse import Misuse

_HEADINGS: Final[Mapping[str, str]] = MappingProxyType({"Options": "选项", "Commands": "命令"})
_REQUIRED: Final = "（必填）"
_NO_BREAK_BEFORE: Final = "，。；：、）”！？"


class Formatter(click.HelpFormatter):
    """A help page: Chinese headings, columns counted as a terminal shows them."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{' ' * self.current_indent}{_HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Write a text, whose lines stay lines."""
        for line in text.splitlines():
            self.write("\n".join(self._indent(wrap(line, self.width - self.current_indent))) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean side by side; a term that is too long stands on its own line."""
        table = list(rows)
        column = min(max(width(term) for term, _ in table), col_max) + col_spacing
        for term, meaning in table:
            lines = wrap(meaning.replace("[required]", _REQUIRED), self.width - self.current_indent - column)
            gap = column - width(term)
            first = [term + " " * gap + lines.pop(0)] if gap >= col_spacing and lines else [term]
            self.write("\n".join(self._indent([*first, *(" " * column + line for line in lines)])) + "\n")

    def _indent(self, lines: Iterable[str]) -> list[str]:
        return [f"{' ' * self.current_indent}{line}".rstrip() for line in lines]


class Context(click.Context):
    """A context whose help pages are Chinese."""

    formatter_class = Formatter

    @property
    def command_path(self) -> str:
        """The names that lead to the command, of which one may be empty."""
        return " ".join(super().command_path.split())


class Command(click.Command):
    """A command whose help page is Chinese."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; every usage error knows its command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the help option with its Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示说明后退出"
        return option


class Group(Command, click.Group):
    """Commands under one name; without any of them it shows its help page."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "命令 [参数]…", **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; none at all ask for help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        if self.get_command(ctx, args[0]) is None:
            raise Misuse(f"没有命令 {args[0]}；可用的有 {'、'.join(self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most ``columns`` columns: at spaces, and anywhere between 汉字.

    >>> wrap("检查文件，每处 finding 一行", 12)
    ['检查文件，每', '处 finding', '一行']
    """
    lines = [""]
    for piece in _pieces(text):
        if width(lines[-1] + piece.rstrip()) > columns and piece not in _NO_BREAK_BEFORE:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines if text else []


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in " ".join(text.split()):
        joins = pieces and character.isascii() and pieces[-1].isascii() and not pieces[-1].endswith(" ")
        if joins:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
