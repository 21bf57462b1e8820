"""``prepub-check schema``: the JSON Schema of ``check --format json``."""

from __future__ import annotations

import json

import click

from ..writers.schema import report_schema
from .chinese import Command
from .output import emit
from .status import Status


@click.command(cls=Command, help="输出 check --format json 的 JSON Schema。")
def schema() -> Status:
    """Print the schema."""
    emit(json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n", machine=True)
    return Status.CLEAN
