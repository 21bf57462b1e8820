"""Usage errors in Chinese: what is wrong with a command line, and where to look it up."""

from __future__ import annotations

import click


class Misuse(click.UsageError):
    """A usage error whose message is Chinese already."""


def explain(error: click.ClickException) -> str:
    """Say in Chinese what is wrong with a command line, and where to look it up."""
    if isinstance(error, Misuse):
        return error.message
    context = error.ctx if isinstance(error, click.UsageError) else None
    where = f"；用法见 {context.command_path} --help" if context else ""
    return f"{_explain(error, context)}{where}"


def _explain(error: click.ClickException, context: click.Context | None) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} {_expected(error.option_name, context)}"
        case click.MissingParameter():
            return f"缺少参数 {_name(error.param)}"
        case click.BadParameter():
            return f"{_name(error.param)} {_allowed(error.param)}"
        case _:
            return "参数多了，或写法不对"


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter.metavar or "") if isinstance(parameter, click.Argument) else ""


def _allowed(parameter: click.Parameter | None) -> str:
    if parameter and isinstance(parameter.type, click.Choice):
        return f"只能是 {'、'.join(map(str, parameter.type.choices))} 之一"
    return "的值不对"


def _expected(name: str, context: click.Context | None) -> str:
    options = context.command.params if context else []
    flag = any(
        isinstance(option, click.Option) and option.is_flag and name in option.opts for option in options
    )
    return "不带值" if flag else "后面要写一个值"
