"""Loading rules: the shipped ones, then folders that add to, override or switch off some of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import Problem, RuleError
from ..memo import MEMO
from ..model import Severity
from ..tomlfile import did_you_mean, parse, problem, validate
from .files import Group, RuleFile, read_groups
from .fragments import expand_table, load_fragments, read_words, references
from .rule import Rule, build
from .ruleset import RuleSet

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


_EXAMPLES: Final = "\n[examples]\n"


class _Collected:
    """What the files of one folder came to, before anything is raised."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.disabled: set[str] = set()
        self.problems: list[Problem] = []


def shipped_folder() -> Traversable:
    """Give the folder of shipped rules: in the wheel, or beside ``src`` in a checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / "rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    from importlib.resources import files  # noqa: PLC0415 -- slow to import, and only an unopened wheel needs it

    return files("prepub_check") / "rules"


def load_rules(
    folders: Sequence[Path] = (),
    packs: Sequence[str] | None = None,
    disable: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
    *,
    examples: bool = True,
) -> RuleSet:
    """Load the shipped packs (all, or those named) and the folders, in which later ones win.

    ``disable`` takes rules out by id, ``severity`` changes theirs. Checking needs no ``examples``, and
    without them the shipped rules load faster. Raises RuleError with every problem.
    """
    shipped, version = _shipped(examples=examples)
    rules = {key: rule for key, rule in shipped.items() if packs is None or key.split(".")[0] in packs}
    problems = []
    for folder in folders:
        found = _collect_folder(folder)
        problems += found.problems
        rules = {key: rule for key, rule in {**rules, **found.rules}.items() if key not in found.disabled}
    known = {**shipped, **rules}
    problems += _unknown_names(known, packs, (*disable, *(severity or ())))
    problems += [gone for rule in rules.values() for gone in _unknown_requirements(rule, known)]
    problems += _circles(rules)
    if not rules:
        problems.append(
            Problem("prepub.toml", "rules", 1, "没有选中任何规则，等于什么也不检查；请检查 packs")
        )
    if problems:
        raise RuleError(tuple(problems))
    changed = {key: level for key, level in (severity or {}).items() if key in rules}
    rules |= {key: replace(rules[key], severity=level) for key, level in changed.items()}
    return RuleSet.of(tuple(rule for key, rule in rules.items() if key not in disable), version)


def verify_shipped() -> tuple[Problem, ...]:
    """Give what is wrong in the shipped rules, which loading takes on trust."""
    return tuple(_collect_folder(shipped_folder()).problems)


@cache
def _shipped(*, examples: bool) -> tuple[Mapping[str, Rule], str]:
    folder = shipped_folder()
    groups, problems = read_groups(folder)
    if problems:
        raise RuleError(tuple(problems))
    rules = MEMO.result(_trusted, groups if examples else tuple(map(_without_examples, groups)))
    return rules, (folder / "VERSION").read_text(encoding="utf-8").strip()


def _trusted(groups: tuple[Group, ...]) -> dict[str, Rule]:
    found = _collect(groups, trusted=True)
    if found.problems:
        raise RuleError(tuple(found.problems))
    return found.rules


def _without_examples(group: Group) -> Group:
    return group._replace(files=tuple(file._replace(text=_said(file.text)) for file in group.files))


def _said(text: str) -> str:
    """Give what a rule's file says, its examples aside."""
    return text.partition(_EXAMPLES)[0]


def _collect_folder(folder: Traversable) -> _Collected:
    if not folder.is_dir():
        missing = _Collected()
        missing.problems.append(Problem(str(folder), "rules", 1, "没有这个规则目录，请检查路径"))
        return missing
    groups, problems = read_groups(folder)
    found = _collect(groups, trusted=False)
    found.problems += problems
    return found


def _collect(groups: Iterable[Group], *, trusted: bool) -> _Collected:
    found = _Collected()
    for group in groups:
        fragments, problems = load_fragments(group.files)
        found.problems += problems
        for file in group.files:
            if file.name.endswith(".toml") and not file.name.startswith("_"):
                _read_rule(file, group, fragments, found, trusted=trusted)
    return found


def _read_rule(
    file: RuleFile, group: Group, fragments: Mapping[str, str], found: _Collected, *, trusted: bool
) -> None:
    table, problems = parse(file.text, file.path)
    if not problems:
        rule_id = f"{group.name}.{file.name.removesuffix('.toml')}"
        if table.get("id") != rule_id:
            problems = [problem(file.text, file.path, ("id",), f"应当是 {rule_id}")]
        if table.get("enabled") is False and set(table) <= {"id", "enabled"}:
            found.disabled.add(rule_id)
        else:
            rule, more = _make_rule(table, file, group, fragments, trusted=trusted)
            problems += more
            if rule_id in found.rules:
                message = f"{rule_id} 在这个目录里已经有了"
                problems.append(problem(file.text, file.path, ("id",), message))
            if rule is not None:
                found.rules[rule_id] = rule
    found.problems += problems


def _make_rule(
    table: dict[str, Any], file: RuleFile, group: Group, fragments: Mapping[str, str], *, trusted: bool
) -> tuple[Rule | None, list[Problem]]:
    _, path, text = file
    table, problems = expand_table(table, fragments, text, path)
    problems += [problem(text, path, (key,), "没有这个键") for key in ("trusted", "digest") if key in table]
    table["trusted"] = trusted
    table.setdefault("category", group.name)
    terms = table.get("find", {}).get("terms") if isinstance(table.get("find"), dict) else None
    if isinstance(terms, str):
        problems += _read_terms(table["find"], file, group)
    table["digest"] = _digest(text, fragments, table["find"]["terms"] if isinstance(terms, str) else ())
    if problems:
        return None, problems
    if trusted:
        return build({"examples": {"hit": [], "miss": []}, **table}), []
    from .verify import verify  # noqa: PLC0415 -- shipped rules are taken on trust

    rule, problems = validate(Rule, table, text, path)
    if rule is not None:
        problems += [problem(text, path, where, message) for where, message in verify(rule)]
    return rule, problems


def _digest(text: str, fragments: Mapping[str, str], terms: Iterable[str]) -> str:
    """Take a digest of all that a rule says, the pieces it refers to included, its examples aside."""
    said = _said(text)
    pieces = (fragments.get(name, "") for name in references(said))
    return hashlib.sha256("\0".join((said, *pieces, *terms)).encode()).hexdigest()


def _read_terms(find: dict[str, Any], file: RuleFile, group: Group) -> list[Problem]:
    name = find["terms"]
    words = next((each for each in group.files if each.name == name), None)
    if words is None:
        return [problem(file.text, file.path, ("find", "terms"), f"规则旁没有 {name} 这个文件")]
    find["terms"] = list(read_words(words.text))
    return []


def _unknown_names(
    rules: Mapping[str, Rule], packs: Sequence[str] | None, ids: Sequence[str]
) -> Iterator[Problem]:
    groups = {key.split(".")[0] for key in rules}
    for pack in packs or ():
        if pack not in groups:
            yield Problem("prepub.toml", "rules.packs", 1, f"没有规则组 {pack}{did_you_mean(pack, groups)}")
    for rule_id in ids:
        if rule_id not in rules:
            yield Problem("prepub.toml", "rules", 1, f"没有规则 {rule_id}{did_you_mean(rule_id, rules)}")


def _unknown_requirements(rule: Rule, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for needed in rule.judge.requires.rules if rule.judge.requires else ():
        if needed not in rules:
            message = f"没有规则 {needed}{did_you_mean(needed, rules)}"
            yield Problem(rule.id, "judge.requires.rules", 1, message)


def _circles(rules: Mapping[str, Rule]) -> Iterator[Problem]:
    """Tell the rules that cannot be reached without coming back to one of them."""
    waiting = {key: set(rule.judge.requires.rules) for key, rule in rules.items() if rule.judge.requires}
    while ready := [key for key, needed in waiting.items() if needed.isdisjoint(waiting)]:
        for key in ready:
            del waiting[key]
    for key in waiting:
        yield Problem(key, "judge.requires.rules", 1, "绕了一圈又要求到自己；请拆开这些互相要求的规则")
