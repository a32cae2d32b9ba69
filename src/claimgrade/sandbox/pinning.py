"""Pin grader and worker to one processor: they take turns, and one is faster than two.

A processor that has nothing to do goes to sleep; to wake it for each question and each answer takes
longer than most questions. On one processor the kernel just switches from one process to the other.
"""

from __future__ import annotations

import contextlib
import os
import time

from . import kernel

WINK = 1e-5  # seconds; whoever wakes up is given a processor that is idle, if there is one


def share(worker: int) -> None:
    """Bind this thread and a worker to one processor; leave both free where that can't be."""
    if not hasattr(os, "sched_setaffinity"):
        return
    release()
    time.sleep(WINK)
    with contextlib.suppress(OSError):  # as where the worker is another user, and we aren't root
        here = {kernel.call("sched_getcpu")}
        os.sched_setaffinity(worker, here)
        os.sched_setaffinity(0, here)


def release() -> None:
    """Let this thread run on every processor that it could use at first."""
    if _ALL is not None:
        os.sched_setaffinity(0, _ALL)


_ALL = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
