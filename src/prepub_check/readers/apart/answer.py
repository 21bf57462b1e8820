"""What passes between the two processes: each message is one pickle, which says itself where it ends."""

from __future__ import annotations

from typing import NamedTuple

from ...config import Limits
from ...model import Document, Source
from ..registry import Reader


class Request(NamedTuple):
    """A source to read, and how."""

    reader: Reader
    source: Source
    media_type: str
    limits: Limits


class Failure(NamedTuple):
    """Why there is no document: a gap's cause and its sentence."""

    cause: str
    message: str


Answer = Document | Failure
