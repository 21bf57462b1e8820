"""The command: ``python -m benchmarks.documents``."""

from __future__ import annotations

import json

import click

from .formats import FORMATS
from .race import race, worst


@click.command()
@click.option(
    "--rounds", default=5, show_default=True, help="How often each reader reads; the median counts."
)
@click.option("--format", "suffixes", multiple=True, help="Only this format, such as .pdf.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(rounds: int, suffixes: tuple[str, ...], *, as_json: bool) -> None:
    """Read samples of each format, by turns with a peer, and print how many times faster."""
    chosen = [each for each in FORMATS if not suffixes or each.suffix in suffixes]
    results = [result for each in chosen for result in race(each, rounds)]
    if as_json:
        click.echo(json.dumps([result._asdict() for result in results], ensure_ascii=False, indent=1))
        return
    click.echo("format sample            peer             MB   ours s   peer s")
    for line in (*map(str, results), *worst(results)):
        click.echo(line)


if __name__ == "__main__":
    main()
