"""Lines that a paragraph was broken into, joined again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from .line import Cell, Line, separator
from .span import around

Margins = tuple[float, float]

# In heights of a line: how far the next line may be, how far from the margin a full line may end.
_LEADING = 2.3
_RAGGED = 1.6
_INDENT = 0.5
_LIKE = 0.15
_FULL = 0.6
_NARROWEST = 8


def margins(lines: Iterable[Line], width: float = 0.0) -> Margins:
    """Give the left and right margin of lines; rows of several cells do not count.

    A right margin that only one line reaches is none; then it mirrors the left one on a page of ``width``.
    """
    boxes = [line[0].box for line in lines if len(line) == 1]
    if not boxes:
        return 0.0, width
    left, top, right, bottom = max(boxes, key=lambda box: box[2])
    left = min(box[0] for box in boxes)
    reaching = sum(box[2] >= right - _RAGGED * (bottom - top) for box in boxes)
    return left, right if reaching > 1 else max(right, width - left)


def join(lines: Iterable[Line], within: Margins) -> Iterator[Line]:
    """Give each paragraph as one line; rows of several cells stay as they are."""
    held: Line | None = None
    for line in lines:
        if held is not None and _continues(held, line, within):
            held = (_append(held[0], line[0]),)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _continues(held: Line, line: Line, within: Margins) -> bool:
    if len(held) > 1 or len(line) > 1:
        return False
    left, right = within
    last, first = held[0].spans[-1], line[0].spans[0]
    height, step = last.height, first.middle - last.middle
    if not 0 < step <= _LEADING * height or last.box[2] < right - _RAGGED * height:
        return False
    ends = takewhile(lambda span: abs(span.middle - last.middle) < height / 2, reversed(held[0].spans))
    start, _, end, _ = around(span.box for span in ends)
    return (
        abs(first.height - height) <= _LIKE * height
        and end - start > max(_FULL * (right - left), _NARROWEST * height)
        and first.box[0] <= start + _INDENT * height
    )


def _append(held: Cell, following: Cell) -> Cell:
    first = following.spans[0]
    gap = separator(held.spans[-1].text, first.text)
    spans = (*held.spans, first._replace(text=gap + first.text), *following.spans[1:])
    return Cell(spans, 0, around((held.box, following.box)))
