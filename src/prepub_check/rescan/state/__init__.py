"""What a rescan remembers, in one SQLite file: runs, pages, what was found, and what was decided about it.

It holds masked records only: no value, no text of a page, and digests only under the project's key.
"""

from .dismissals import Dismissal, dismiss
from .keep import Fresh, keep, keep_gap, not_current, see_unchanged, validators_of
from .read import Share, results, share_of, source_gaps, weight_of
from .run import Run, begin_run, finish_run, latest_run, run_with
from .schema import commit, connect, lock, transaction

__all__ = [
    "Dismissal",
    "Fresh",
    "Run",
    "Share",
    "begin_run",
    "commit",
    "connect",
    "dismiss",
    "finish_run",
    "keep",
    "keep_gap",
    "latest_run",
    "lock",
    "not_current",
    "results",
    "run_with",
    "see_unchanged",
    "share_of",
    "source_gaps",
    "transaction",
    "validators_of",
    "weight_of",
]
