"""A deadline for a course's own code, which runs in this process: an exception when time is up."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator

AGAIN = 1.0  # seconds after which the exception comes again, for a callback may swallow one
STARVED = 5  # times as long that whoever waits for a processor may take


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """`TimeoutError` in what takes longer; in the main thread only, and not on Windows.

    On a busy machine what has not had a processor for half of that time gets some more.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    begun, worked = time.monotonic(), time.process_time()

    def ring(*_: object) -> None:
        starved = time.process_time() - worked < seconds / 2
        if not starved or time.monotonic() - begun >= STARVED * seconds:
            raise TimeoutError("no answer in time")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
