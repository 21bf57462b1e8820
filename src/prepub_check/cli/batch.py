"""Many files through one Checker: what one of them breaks, the others keep."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from ..checker import Checker
from ..compose import combine, verdict_of
from ..errors import ConfigError
from ..fault import describe, print_trace
from ..model import Gap, Report, RuleSetVersion
from ..readers.names import masked
from .misuse import Misuse
from .paths import Found, find_files, find_missing
from .progress import track
from .status import INTERNAL_ERROR

_STDIN: Final = "-"
_STDIN_NAME: Final = "<标准输入>"
_NAMED: Final = 5


def check_names(names: Sequence[str], checker: Checker) -> Report:
    """Check files, folders and ``-``; raises Misuse where a name leads nowhere."""
    paths = [name for name in names if name != _STDIN]
    if missing := find_missing(paths):
        raise Misuse(f"没有这个文件或文件夹：{'、'.join(name or '（空）' for name in missing)}")
    found = find_files(paths)
    reports = list(track(_check_files(found.files, checker), len(found.files), "检查"))
    if _STDIN in names:
        reports.append(_check(_STDIN_NAME, partial(_check_stdin, checker), checker))
    return _with_outside(combine(reports or [_empty(names, checker, found)]), found)


def _check_files(files: Sequence[Path], checker: Checker) -> Iterator[Report]:
    if len(files) == 1:
        return iter([_check_path(checker, files[0])])
    from ..key import load_key  # noqa: PLC0415 -- one draft needs no other process
    from .pool import check_all  # noqa: PLC0415 -- the same

    load_key(checker.config.folder)  # one key for every process
    return check_all(files, partial(_check_path, checker), partial(_lose, checker))


def _check_path(checker: Checker, path: Path) -> Report:
    return _check(str(path), partial(checker.check_file, path), checker)


def _lose(checker: Checker, path: Path) -> Report:
    message = "检查它的进程意外结束，这份文件没有查完；请单独检查它，并把情况报告给维护者"
    return _unseen(checker, Gap(path=masked(str(path)), cause="process-died", message=message))


def _check_stdin(checker: Checker) -> Report:
    return checker.check_bytes(sys.stdin.buffer.read(), _STDIN_NAME)


def _check(name: str, check: Callable[[], Report], checker: Checker) -> Report:
    try:
        return check()
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 -- the other files' results must not be lost with this one
        print_trace(error)
        message = f"检查时出现内部错误（{describe(error)}），没有查完；请把这一行报告给维护者"
        return _unseen(checker, Gap(path=masked(name), cause=INTERNAL_ERROR, message=message))


def _empty(names: Sequence[str], checker: Checker, found: Found) -> Report:
    message = "没有找到可检查的文件，请检查给出的路径"
    gap = Gap(path="、".join(names), cause="nothing-examined", message=message)
    return _unseen(checker, *([] if found.gaps else [gap]))


def _unseen(checker: Checker, *gaps: Gap) -> Report:
    version = RuleSetVersion(checker.rules.version, checker.rules.fingerprint)
    disclosure = checker.config.check.disclosure
    return Report(verdict=verdict_of((), gaps), ruleset=version, disclosure=disclosure, gaps=gaps)


def _with_outside(report: Report, found: Found) -> Report:
    gaps = (*(gap._replace(path=masked(gap.path)) for gap in found.gaps), *report.gaps)
    notices = (*_skipped(found.skipped), *report.notices)
    return replace(report, gaps=gaps, notices=notices, verdict=verdict_of(report.findings, gaps))


def _skipped(paths: Sequence[Path]) -> Iterator[str]:
    if paths:
        names = "、".join(masked(str(path)) for path in paths[:_NAMED])
        more = f" 等 {len(paths)} 处" if len(paths) > _NAMED else ""
        yield f"略过隐藏文件夹和配置文件：{names}{more}；需要时请直接检查它们"
