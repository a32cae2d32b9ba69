"""A deadline for a course's own code, which runs in this process: an exception when time is up."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator
from typing import NamedTuple

TICK = 0.25  # seconds after which it is looked at what runs, and again: a callback may swallow one
STARVED = 5  # times as long that whoever waits for a processor may take


class _Running(NamedTuple):
    """What has a deadline, when it began, and how long this process had worked by then."""

    seconds: float
    begun: float
    worked: float


_running: list[_Running] = []


@contextlib.contextmanager
def ticking(tick: float = TICK) -> Iterator[None]:
    """One timer for many deadlines, which cost next to nothing while it ticks.

    In the main thread only; not on Windows, where nothing is timed.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    handler = signal.signal(signal.SIGALRM, _look)
    timer = signal.setitimer(signal.ITIMER_REAL, tick, tick)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, handler)


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """`TimeoutError` in what takes longer, up to a tick; with a timer of its own if none ticks.

    On a busy machine what has not had a processor for half of that time gets some more.
    """
    with contextlib.nullcontext() if _is_ticking() else ticking(min(seconds, TICK)):
        _running.append(_Running(seconds, time.monotonic(), time.process_time()))
        try:
            yield
        finally:
            _running.pop()


def _is_ticking() -> bool:
    """Whether there is a timer in this process: a fork has none of what it inherits."""
    return hasattr(signal, "getitimer") and signal.getitimer(signal.ITIMER_REAL) != (0, 0)


def _look(*_: object) -> None:
    """The handler of the timer's signal."""
    for seconds, begun, worked in _running:
        taken = time.monotonic() - begun
        starved = time.process_time() - worked < seconds / 2
        if taken >= (STARVED * seconds if starved else seconds):
            raise TimeoutError("no answer in time")
