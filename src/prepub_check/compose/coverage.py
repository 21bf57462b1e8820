"""What was seen of a document: each part examined, partially examined, or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Coverage, Document, ExaminedPart, Gap, Part


def cover(document: Document, timeouts: Sequence[Gap]) -> Coverage:
    """Give the coverage of one document, what is inside it aside; ``timeouts`` are of any document."""
    late = tuple(gap for gap in timeouts if gap.path == document.name)
    return Coverage(
        path=document.name,
        media_type=document.media_type,
        encoding=document.encoding,
        decided_by=document.decided_by,
        parts=tuple(_parts(document)),
        complete=not document.gaps and not late,
    )


def _parts(document: Document) -> Iterator[ExaminedPart]:
    partial = {gap.part: gap for gap in document.gaps if gap.partial}
    for part in document.parts:
        yield _part(part, partial.get(part.name))
    read = {part.name for part in document.parts}
    for gap in document.gaps:
        if gap.part and gap.part not in read:
            kind = gap.location.kind if gap.location else "attachment"
            yield ExaminedPart(kind, 0, gap.part, "unexamined", gap.cause)


def _part(part: Part, gap: Gap | None) -> ExaminedPart:
    if gap is None:
        return ExaminedPart(part.kind, len(part.text), part.name)
    return ExaminedPart(part.kind, len(part.text), part.name, "partial", gap.cause)
