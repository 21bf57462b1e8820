"""Shapes: matrices, boxes, and outlines that hold a point or do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Outline = tuple[Point, ...]

_TWO: Final = 2
IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Give the matrix that does ``inner``, then ``outer`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(point: Point, matrix: Matrix) -> Point:
    """Give where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def back(point: Point, matrix: Matrix) -> Point:
    """Give the point that a matrix puts at ``point``; itself where the matrix leaves no way back."""
    a, b, c, d, e, f = matrix
    scale = a * d - b * c
    if not scale:
        return point
    x, y = point[0] - e, point[1] - f
    return (d * x - c * y) / scale, (a * y - b * x) / scale


def box_of(points: Sequence[Point]) -> Box:
    """Give the box around points."""
    if len(points) == _TWO:
        (x1, y1), (x2, y2) = points
        return (min(x2, x1)), (min(y2, y1)), (max(x1, x2)), (max(y1, y2))
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def moved_box(box: Box, matrix: Matrix) -> Box:
    """Give the box around a box that a matrix has moved."""
    left, top, right, bottom = box
    a, b, c, d, e, f = matrix
    if not b and not c:
        x1, x2, y1, y2 = left * a + e, right * a + e, top * d + f, bottom * d + f
        if x1 > x2:
            x1, x2 = x2, x1
        return (x1, y1, x2, y2) if y1 <= y2 else (x1, y2, x2, y1)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return box_of([moved(corner, matrix) for corner in corners])


def common(first: Box, second: Box | None) -> Box:
    """Give what two boxes share, or an empty box."""
    if second is None:
        return first
    left, top = max(first[0], second[0]), max(first[1], second[1])
    return left, top, max(min(first[2], second[2]), left), max(min(first[3], second[3]), top)


def overlap(first: Box, second: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def encloses(outline: Outline, point: Point) -> bool:
    """Whether a point lies inside an outline, by the even-odd rule."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
