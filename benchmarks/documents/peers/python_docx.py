"""python-docx: the paragraphs and tables of a Word document, as its users read them."""

from __future__ import annotations

from io import BytesIO

from docx import Document


def read(data: bytes) -> str:
    """Give the text of the body; nothing else in the package is looked at."""
    document = Document(BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += ["\t".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)
