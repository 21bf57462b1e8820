"""The command: ``python -m benchmarks.quality``."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import click

from prepub_check import Checker

from .compare import compare, ours
from .corpus import check_corpus
from .details import show_details
from .gates import gates
from .generate import generate
from .publish import PAGE, publish
from .run import run
from .score import Score
from .show import show_score


@click.command()
@click.option("--seed", default=20261123, show_default=True, help="Which documents are made.")
@click.option("--documents", default=2400, show_default=True, help="How many documents are made.")
@click.option(
    "--corpus", type=click.Path(path_type=Path), multiple=True, help="Check published JSONL text instead."
)
@click.option(
    "--details", type=click.Path(path_type=Path), help="Write the misses and false alarms to this file."
)
@click.option("--peers", is_flag=True, help="Compare with the peers, and write docs/quality.md.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(
    seed: int, documents: int, corpus: tuple[Path, ...], details: Path | None, *, peers: bool, as_json: bool
) -> None:
    """Measure how well planted leaks are found, and how often harmless text alarms."""
    checker = Checker()
    if corpus:
        click.echo("\n".join(check_corpus(checker, corpus)))
        return
    drafts = list(generate(seed, documents))
    score = Score(run(checker, drafts))
    click.echo(_as_json(score) if as_json else "\n".join(show_score(score)))
    if peers:
        columns = [ours(score, version("prepub-check")), *compare(drafts)]
        PAGE.write_text(publish(score, columns, seed), "utf-8")
    if details:
        details.write_text("\n".join(show_details(score)) + "\n", "utf-8")


def _as_json(score: Score) -> str:
    tables = {
        "family": score.by_family(),
        "rule": score.by_rule(),
        "kind": score.by_kind(),
        "writing": score.by_disguise(),
    }
    figures = {
        table: {
            name: {**asdict(tally), "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
            for name, tally in rows.items()
        }
        for table, rows in tables.items()
    }
    passed = [{**asdict(gate), "passed": gate.passed} for gate in gates(score)]
    return json.dumps({**figures, "gates": passed}, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
