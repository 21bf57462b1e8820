"""The parts of an OFD package, found by the paths that its other parts write (GB/T 33190, 7.3)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from ...errors import SourceError
from ..tree import parse_xml
from ..zipped import Package


class Part(NamedTuple):
    """An XML part and the folder it stands in."""

    root: Element
    folder: str

    def path(self, location: str) -> str:
        """Give the path in the package of a location that this part writes."""
        location = location.strip().replace("\\", "/")
        return posixpath.normpath(posixpath.join("/", self.folder, location)).lstrip("/")


class Folder:
    """Reads parts, each once; the gaps of the package name those that could not be read."""

    __slots__ = ("_package", "_read")

    def __init__(self, package: Package) -> None:
        self._package = package
        self._read: dict[str, Part | None] = {}

    def root(self, path: str) -> Part:
        """Give the part that all others hang on; raises SourceError where it cannot be read."""
        self._read[path] = None
        return Part(parse_xml(self._sound(path), path), posixpath.dirname(path))

    def part(self, path: str, what: str) -> Part | None:
        """Give an XML part, or None where it cannot be read; ``what`` is what people call it."""
        if path not in self._read:
            try:
                self._read[path] = self.root(path)
            except SourceError as error:
                self._miss(what, error)
        return self._read[path]

    def data(self, path: str, what: str) -> bytes | None:
        """Give a part that is no XML, or None where it cannot be read."""
        self._read[path] = None
        try:
            return self._sound(path)
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
        return [path for path in self._package.names if path not in self._read]

    def _sound(self, path: str) -> bytes:
        data, whole = self._package.unpacked(path)
        if not whole:
            raise SourceError("damaged", f"{path} 已损坏，没有检查；请用原来的软件打开另存后再检查")
        return data

    def _miss(self, what: str, error: SourceError) -> None:
        self._package.gap(error.cause, f"{what}：{error}", what)
