"""``prepub-check rules``: what the rules are, and whether they hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from ..rehearse import lint, rehearse, survivors
from ..ruleset import Rule, RuleSet
from .catalogue import describe_rule, group_of, record_rule, tabulate
from .chinese import Command, Group
from .figures import describe_figures, read_figures
from .misuse import Misuse
from .output import emit
from .progress import track
from .settings import read_config, read_rules, rule_options
from .status import Status


@click.group(cls=Group, help="查看规则，试跑规则的例子，检查规则的写法。")
def rules() -> None:
    """Hold the commands below together."""


@rules.command("list", cls=Command, help="列出规则：级别、编号、名称，按组排列。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式，默认 text"
)
@rule_options
def list_rules(form: str, folders: Sequence[Path], config_file: Path | None) -> Status:
    """Print what rules there are."""
    chosen = read_rules(read_config(config_file), folders)
    if form == "json":
        emit(
            json.dumps([record_rule(rule) for rule in chosen.rules], ensure_ascii=False, indent=2) + "\n",
            machine=True,
        )
    else:
        emit(tabulate(chosen))
    return Status.CLEAN


@rules.command("show", cls=Command, help="显示编号为 ID 的规则：级别、依据、建议、写法和例子。")
@click.argument("name", metavar="ID")
@rule_options
def show_rule(name: str, folders: Sequence[Path], config_file: Path | None) -> Status:
    """Print one rule."""
    chosen = read_rules(read_config(config_file), folders)
    rule = chosen.get(name)
    if rule is None:
        raise _unknown(name, chosen)
    emit(describe_rule(rule))
    return Status.CLEAN


@rules.command(
    "test", cls=Command, help="跑规则的例子并做变异测试；NAME 是编号或组名，不写则全部。有失败时退出码为 1。"
)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--figures",
    "figures_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="另列每条规则的例子数和基准成绩；FILE 是 python -m benchmarks.quality --json 的输出",
)
@rule_options
def test_rules(
    names: Sequence[str], figures_file: Path | None, folders: Sequence[Path], config_file: Path | None
) -> Status:
    """Hold rules to their examples, and the examples to every piece of the rules."""
    chosen = read_rules(read_config(config_file), folders)
    if figures_file is not None:
        figures = read_figures(figures_file)
        emit("".join(describe_figures(rule, figures) + "\n" for rule in _select(chosen, names)))
    return _judge(chosen, names, "试跑", lambda rule: rehearse(rule, chosen) or survivors(rule, chosen))


@rules.command(
    "lint", cls=Command, help="检查规则的写法；NAME 是编号或组名，不写则全部。有问题时退出码为 1。"
)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@rule_options
def lint_rules(names: Sequence[str], folders: Sequence[Path], config_file: Path | None) -> Status:
    """Hold rules to the way rules are written."""
    chosen = read_rules(read_config(config_file), folders)
    return _judge(chosen, names, "检查写法", lint)


def _judge(
    ruleset: RuleSet, names: Sequence[str], label: str, find_faults: Callable[[Rule], Iterable[object]]
) -> Status:
    chosen = _select(ruleset, names)
    faults = {rule.id: list(find_faults(rule)) for rule in track(chosen, len(chosen), label)}
    failed = sum(bool(found) for found in faults.values())
    lines = [str(fault) for found in faults.values() for fault in found]
    emit(
        "\n".join([*lines, f"共 {len(chosen)} 条规则，通过 {len(chosen) - failed} 条，未通过 {failed} 条"])
        + "\n"
    )
    return Status.FOUND if failed else Status.CLEAN


def _select(ruleset: RuleSet, names: Sequence[str]) -> tuple[Rule, ...]:
    for name in names:
        if not any(name in {rule.id, group_of(rule)} for rule in ruleset.rules):
            raise _unknown(name, ruleset)
    return tuple(rule for rule in ruleset.rules if not names or {rule.id, group_of(rule)} & set(names))


def _unknown(name: str, ruleset: RuleSet) -> Misuse:
    closest = ruleset.closest(name)
    hint = f"，是不是 {closest}" if closest else ""
    return Misuse(f"没有规则或规则组 {name}{hint}；全部规则见 prepub-check rules list")
