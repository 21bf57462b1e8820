"""The curves of growth as one picture: ``docs/speed.svg``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

PICTURE: Final = Path(__file__).parents[2] / "docs" / "speed.svg"
_LABELS: Final = {"MB": "text, MB", "rules": "rules", "terms": "terms added"}


def draw(curves: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    """Draw seconds over each of the three sizes, side by side."""
    plots: Any = import_module("matplotlib.pyplot")
    figure, axes = plots.subplots(1, len(curves), figsize=(12, 3.5))
    for axis, (name, points) in zip(axes, curves.items(), strict=True):
        axis.plot(*zip(*points, strict=True), marker="o")
        axis.set_xlabel(_LABELS[name])
        axis.set_ylabel("seconds")
        axis.set_ylim(bottom=0)
        axis.set_xlim(left=0)
    figure.tight_layout()
    figure.savefig(PICTURE, metadata={"Date": None})
