"""The process that reads: requests come in, answers go out, and it ends when nobody is there any more.

Run as ``python -m prepub_check.readers.apart.worker MEMORY_MB``.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys
from queue import SimpleQueue
from shutil import rmtree
from threading import Thread
from typing import IO, Final

from ...errors import SourceError
from ..reading import read_with
from .answer import Answer, Failure, Request
from .failures import failed, too_big
from .memory import limit_memory
from .watch import GRACE

# Over the time limit the parent ends this process; without a parent it ends itself, a little later.
_LATER: Final = 2 * GRACE
# Readers make much that lasts and little garbage: looking for it as often as usual costs a tenth of the time.
_SELDOM: Final = 10_000


def main() -> None:
    """Read until the requests end."""
    incoming, outgoing = _take_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_SELDOM)
    limit_memory(int(sys.argv[1]))
    requests: SimpleQueue[Request] = SimpleQueue()
    Thread(target=_listen, args=(incoming, requests), daemon=True).start()
    _send(outgoing, None)
    while True:
        request = requests.get()
        faulthandler.dump_traceback_later(request.limits.seconds + _LATER, exit=True)
        _send(outgoing, _answer(request))
        faulthandler.cancel_dump_traceback_later()


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the two pipes to ourselves: whatever a library prints or asks goes nowhere."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return incoming, outgoing


def _listen(incoming: IO[bytes], requests: SimpleQueue[Request]) -> None:
    """Take requests from the pipe even while a file is read: its end means that the parent is gone."""
    try:
        while True:
            requests.put(pickle.load(incoming))  # noqa: S301 -- from our own parent
    finally:
        rmtree(os.environ["TMPDIR"], ignore_errors=True)
        os._exit(0)


def _send(outgoing: IO[bytes], answer: Answer | None) -> None:
    """Send an answer; half an answer cannot be taken back, so that is the end of this process."""
    try:
        pickle.dump(answer, outgoing, pickle.HIGHEST_PROTOCOL)
        outgoing.flush()
    except BaseException:  # noqa: BLE001 -- whatever it was, the parent sees the pipe end
        os._exit(1)


def _answer(request: Request) -> Answer:
    title = request.reader.title
    try:
        return read_with(*request)
    except SourceError as error:
        return Failure(error.cause, str(error))
    except MemoryError:
        return too_big(title, request.limits)
    except BaseException as error:  # noqa: BLE001 -- a foreign library raises what it likes, panics included
        return failed(title, error)


if __name__ == "__main__":
    main()
