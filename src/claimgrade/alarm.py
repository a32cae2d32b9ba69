"""A deadline for a course's own code, which runs in this process: an exception when time is up."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from typing import NoReturn

AGAIN = 1.0  # seconds after which the exception comes again, for a callback may swallow one


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """`TimeoutError` in what takes longer; in the main thread only, and not on Windows."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_late)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_late(*_: object) -> NoReturn:
    raise TimeoutError("no answer in time")
