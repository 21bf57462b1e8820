"""Resources of an OFD document: composite objects, and the files of its images (GB/T 33190, 7.9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .folder import Folder, Part


class Resources(NamedTuple):
    """Composite objects and media files, by their numbers."""

    composites: dict[str, Element]
    media: dict[str, str]


def resources_of(holders: Iterable[Part], folder: Folder) -> Resources:
    """Give what the resource parts named in ``holders`` define."""
    found = Resources({}, {})
    for holder in holders:
        for reference in (
            *holder.root.iter("PublicRes"),
            *holder.root.iter("DocumentRes"),
            *holder.root.iter("PageRes"),
        ):
            part = folder.part(holder.path(reference.text or ""), "资源")
            if part is not None:
                _add(part, found, folder)
    return found


def _add(part: Part, found: Resources, folder: Folder) -> None:
    base = part.root.get("BaseLoc", "")
    for unit in part.root.iter("CompositeGraphicUnit"):
        content = unit.find("Content")
        if content is not None:
            found.composites[unit.get("ID", "")] = content
    for media in part.root.iter("MultiMedia"):
        location = (media.findtext("MediaFile") or "").strip()
        if location:
            found.media[media.get("ID", "")] = part.path(f"{base}/{location}" if base else location)
    for font in part.root.iter("FontFile"):
        folder.claim(part.path(f"{base}/{(font.text or '').strip()}"))
