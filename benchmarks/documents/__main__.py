"""The command: ``python -m benchmarks.documents``."""

from __future__ import annotations

import json

import click

from .formats import FORMATS
from .race import race


@click.command()
@click.option(
    "--rounds", default=5, show_default=True, help="How often each reader reads; the best time counts."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def main(rounds: int, *, as_json: bool) -> None:
    """Read one large document of each format, by turns with its peers, and print how many times faster."""
    results = [result for each in FORMATS for result in race(each, rounds)]
    if as_json:
        click.echo(json.dumps([result._asdict() for result in results], ensure_ascii=False, indent=1))
        return
    click.echo("format  peer              MB     ours s   peer s   times   goal")
    for result in results:
        click.echo(str(result))


if __name__ == "__main__":
    main()
