"""``python -m prepub_check`` is the command ``prepub-check``."""

from __future__ import annotations

from .cli import main

main()
