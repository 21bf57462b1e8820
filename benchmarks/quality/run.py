"""A run of the checker over documents."""

from __future__ import annotations

from collections.abc import Iterable

from prepub_check import Checker

from .document import Document
from .match import Outcome, match


def run(checker: Checker, documents: Iterable[Document]) -> list[Outcome]:
    """Check every document, and match what is found with what was planted."""
    return [
        match(document, checker.check_bytes(document.text.encode(), document.name)) for document in documents
    ]
