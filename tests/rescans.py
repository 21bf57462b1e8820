"""What the tests of rescans share: small trees, a rule folder of their own, one run, and plain oracles."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prepub_check import Checker, Config
from prepub_check.config import Limits, RuleSettings
from prepub_check.rescan.follow import follow
from prepub_check.rescan.local import Examine, Tally, rescan
from prepub_check.rescan.report import Followup
from prepub_check.rescan.sources import Wanted, directory
from prepub_check.rescan.state import begin_run, connect, finish_run, latest_run, results, validators_of
from prepub_check.ruleset import load_rules

RULE = """\
# 只为测试。
id = "internal.{name}"
title = "测试规则{name}"
severity = "{severity}"
basis = ["测试规程 第一条"]
advice = "删除"
mask = "1+1"

[find]
terms = {terms}

[judge]
unless.before = ["例如$"]

[examples]
hit = ["见«{first}»。"]
miss = ["例如{first}"]
"""


@dataclass(frozen=True)
class Desk:
    """A tree of pages, rules and a state, each in a folder of its own."""

    root: Path

    @property
    def tree(self) -> Path:
        return self.root / "tree"

    @property
    def state(self) -> Path:
        return self.root / "state"

    def write(self, pages: Mapping[str, str | bytes]) -> None:
        for name, text in pages.items():
            file = self.tree / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def write_rules(self, rules: Mapping[str, tuple[str, ...]], severity: str = "review") -> None:
        folder = self.root / "rules" / "internal"
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.glob("*.toml"):
            file.unlink()
        for name, terms in rules.items():
            told = RULE.format(name=name, severity=severity, terms=list(terms), first=terms[0])
            (folder / f"{name}.toml").write_text(told.replace("'", '"'), encoding="utf-8")

    def checker(self, **limits: Any) -> Checker:
        config = Config(folder=self.root, rules=RuleSettings(packs=()), limits=Limits(**limits))
        return Checker(load_rules((self.root / "rules",), packs=()), config)

    def run(self, checker: Checker | None = None, examine: Examine | None = None) -> Tally:
        """Run over the tree to its end."""
        chosen = checker or self.checker()
        with closing(connect(self.state, new=True)) as connection:
            run = begin_run(connection, "tree", chosen)
            wanted = Wanted(
                where=str(self.tree),
                config=chosen.config,
                known=lambda page: validators_of(connection, run, page),
                folder=self.state,
            )
            tally = rescan(directory.pages(wanted), chosen, connection, run, examine=examine)
            finish_run(connection, run)
        return tally

    def table(self) -> dict[str, Any]:
        """Give what the state says of the last run: per page, digests aside, verdict and rows."""
        with closing(connect(self.state, new=False)) as connection:
            run = latest_run(connection)
            assert run is not None
            return {page.page_id: (page.verdict, page.rows) for _, _, page in results(connection, run)}

    def statuses(self) -> dict[tuple[str, str], str]:
        with closing(connect(self.state, new=False)) as connection:
            run = latest_run(connection)
            assert run is not None
            return {(item.page.id, item.row.fingerprint): item.status for item in follow(connection, run)}

    def followup(self) -> Followup:
        connection = connect(self.state, new=False)
        run = latest_run(connection)
        assert run is not None
        return Followup(connection, run)


def plain_table(tree: Path, checker: Checker) -> dict[str, Any]:
    """Check every file of a tree in a plain loop."""
    table = {}
    for file in sorted(file for file in tree.rglob("*") if file.is_file()):
        report = checker.check_bytes(file.read_bytes(), file.name)
        found = [
            (
                "finding",
                item.rule,
                item.severity,
                item.counts,
                item.fingerprint,
                str(item.location),
                item.shown,
            )
            for item in report.findings
        ]
        gaps = [("gap", gap.cause, "", True, "", gap.part, gap.message) for gap in report.gaps]
        table[file.relative_to(tree).as_posix()] = (report.verdict, found + gaps)
    return table


def told(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give a table from a state in the form of the plain one."""
    return {
        page: (
            verdict,
            [
                (row.kind, row.code, row.severity, row.counts, row.fingerprint, row.place, row.shown)
                for row in rows
            ],
        )
        for page, (verdict, rows) in table.items()
    }
