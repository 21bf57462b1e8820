"""The configuration and the rules that the commands share, and the options that choose them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

import click

from ..config import Config, find_config, load_config
from ..ruleset import RuleSet, load_rules

Decorated = TypeVar("Decorated", bound=Callable[..., int])

state_option: Final = partial(
    click.option,
    "--state",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="状态目录，记下查过的页面和遮盖后的发现",
)


def rule_options(command: Decorated) -> Decorated:
    """Add ``--rules`` and ``--config`` to a command."""
    rules = click.option(
        "--rules",
        "folders",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path),
        help="另加一个规则目录，可重复；后加的优先",
    )
    config = click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="配置文件；不写则从当前目录向上找 prepub.toml",
    )
    return config(rules(command))


def read_config(file: Path | None) -> Config:
    """Read the named file, or the nearest one from the working folder upwards, or none."""
    path = file or find_config(Path.cwd())
    return load_config(path) if path else Config()


def read_rules(config: Config, folders: Sequence[Path], *, examples: bool = True) -> RuleSet:
    """Load the rules that a configuration chooses, and the folders of the command line after them."""
    chosen = config.rules
    every = (*chosen.folders, *folders)
    return load_rules(every, chosen.packs, chosen.disable, chosen.severity, examples=examples)
