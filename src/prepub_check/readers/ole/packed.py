"""The compressed RTF of Outlook's mails (MS-OXRTFCP)."""

from __future__ import annotations

from typing import Final

_COMPRESSED: Final = b"LZFu"
_HEAD: Final = 16
_WINDOW: Final = 4096
_USUAL: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def unpack_rtf(data: bytes) -> bytes:
    """Give the RTF; what was not compressed as it stands."""
    if data[8:12] != _COMPRESSED:
        return data[_HEAD:]
    window = bytearray(_USUAL.ljust(_WINDOW, b"\0"))
    place, at, text = len(_USUAL), _HEAD, bytearray()
    while at < len(data):
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if not flags >> bit & 1:
                window[place], place, at = data[at], (place + 1) % _WINDOW, at + 1
                text.append(window[place - 1])
                continue
            token, at = int.from_bytes(data[at : at + 2], "big"), at + 2
            start = token >> 4
            if start == place:
                return bytes(text)
            for step in range((token & 0xF) + 2):
                window[place] = window[(start + step) % _WINDOW]
                text.append(window[place])
                place = (place + 1) % _WINDOW
    return bytes(text)
