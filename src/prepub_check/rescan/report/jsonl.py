"""The follow-up as JSON lines: every finding, open or not, and every gap on its own, the summary last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import IO

from ..follow import STATUS_TITLE, Followed
from .followup import Followup


def write(followup: Followup, file: IO[bytes]) -> None:
    """Write one object a line; its first key, ``type``, says what it is."""
    for line in _lines(followup):
        file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _lines(followup: Followup) -> Iterator[Mapping[str, object]]:
    for followed in followup.findings():
        yield {"type": "finding", **_finding(followed)}
    for blank in followup.blanks():
        yield {"type": "gap", **blank._asdict()}
    run, baseline, tally = followup.run, followup.baseline, followup.tally()
    yield {
        "type": "summary",
        **{name: getattr(run, name) for name in ("source", "started", "finished", "ruleset")},
        "baseline": baseline.started if baseline else None,
        "pages": asdict(followup.share),
        "statuses": {status: tally.statuses[status] for status in STATUS_TITLE},
        "doubtful": tally.doubtful,
        "dismissed": tally.dismissed,
    }


def _finding(followed: Followed) -> Mapping[str, object]:
    page = followed.page
    return {
        "status": followed.status,
        "open": followed.open,
        "page": {name: getattr(page, name) for name in ("id", "url", "title", "published", "unit")},
        "dismissed": asdict(followed.dismissal) if followed.dismissal else None,
        "finding": json.loads(followed.row.record),
    }
