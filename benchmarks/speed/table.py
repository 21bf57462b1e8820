"""A made-up list of persons, every line of it full of leaks: the worst that a body can publish."""

from __future__ import annotations

from random import Random

from benchmarks.quality.scene import Scene
from benchmarks.quality.template import Filling

_HEADER = "序号\t姓名\t身份证号\t联系电话\t银行卡号"
_ROW = "{number}\t{name}\t{id}\t{mobile}\t{card}"


def table(rows: int, seed: int) -> str:
    """Give a table of so many rows."""
    rng = Random(seed)  # noqa: S311 -- repeatable on purpose
    filled = (
        Filling(Scene.draw(rng)).plain(_ROW.replace("{number}", str(number))) for number in range(1, rows + 1)
    )
    return "\n".join([_HEADER, *filled])
