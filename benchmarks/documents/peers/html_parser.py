"""html.parser of the standard library: the text between tags, without places, lines or rows."""

from __future__ import annotations

from html.parser import HTMLParser


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.texts.append(data)


def read(data: bytes) -> str:
    """Give the text of a page."""
    parser = _Text()
    parser.feed(data.decode())
    parser.close()
    return "".join(parser.texts)
