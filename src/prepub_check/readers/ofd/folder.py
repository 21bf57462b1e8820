"""The parts of an OFD package, found by the paths that its other parts write (GB/T 33190, 7.3)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ...errors import SourceError
from ...model import Gap
from .package import Package


class Part(NamedTuple):
    """An XML part and the folder it stands in."""

    root: Element
    folder: str

    def path(self, location: str) -> str:
        """Give the path in the package of a location that this part writes."""
        location = location.strip().replace("\\", "/")
        return posixpath.normpath(posixpath.join("/", self.folder, location)).lstrip("/")


class Folder:
    """Reads parts, each once; ``gaps`` names those that could not be, ``unread`` what was never asked for."""

    __slots__ = ("_name", "_package", "_read", "gaps")

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._read: dict[str, Part | None] = {}
        self.gaps: list[Gap] = []

    def part(self, path: str, what: str) -> Part | None:
        """Give an XML part, or None where it cannot be read; ``what`` is what people call it."""
        if path not in self._read:
            self._read[path] = None
            try:
                self._read[path] = Part(self._package.read_xml(path), posixpath.dirname(path))
            except SourceError as error:
                self._miss(what, error)
        return self._read[path]

    def data(self, path: str, what: str) -> bytes | None:
        """Give a part that is no XML, or None where it cannot be read."""
        self._read[path] = None
        try:
            return self._package.read(path)
        except SourceError as error:
            self._miss(what, error)
            return None

    def is_read(self, path: str) -> bool:
        """Whether a part has been read, or is known to hold nothing."""
        return path in self._read

    def claim(self, path: str) -> None:
        """Take a part as known: it holds nothing to read."""
        self._read.setdefault(path, None)

    def unread(self) -> list[str]:
        """Give the paths of all parts that nobody has asked for, in order."""
        return [path for path in self._package.names if path not in self._read and not path.endswith("/")]

    def _miss(self, what: str, error: SourceError) -> None:
        message = f"{what}：{error}"
        self.gaps.append(Gap(path=self._name, cause=error.cause, message=message, part=what, partial=True))
