"""Cuts a worker off from what it inherited, and ties it to its parent's life."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
from collections.abc import Collection
from pathlib import Path

from . import kernel

OPEN_DESCRIPTORS = Path("/dev/fd")  # /proc/self/fd on Linux
OOM_SCORE_ADJ = Path("/proc/self/oom_score_adj")  # proc_pid_oom_score_adj(5)
FIRST_TO_BE_KILLED = "1000"


def detach(keep: Collection[int]) -> None:
    """A session of its own, an empty environment, these descriptors; first to die of no memory."""
    if not hasattr(os, "setsid"):
        raise OSError(errno.ENOSYS, "no sessions")
    with contextlib.suppress(PermissionError):  # it leads one already
        os.setsid()
    os.environ.clear()
    close_all_but(keep)
    with contextlib.suppress(OSError):
        OOM_SCORE_ADJ.write_text(FIRST_TO_BE_KILLED)


def close_all_but(keep: Collection[int]) -> None:
    """Close every other descriptor of this process."""
    for descriptor in open_descriptors() - set(keep):
        with contextlib.suppress(OSError):
            os.close(descriptor)


def open_descriptors() -> set[int]:
    """Those open now; where the system doesn't tell, all that could be."""
    try:
        return {int(name) for name in os.listdir(OPEN_DESCRIPTORS)}
    except OSError:
        return set(range(os.sysconf("SC_OPEN_MAX")))


def die_with_parent() -> None:
    """SIGKILL when the parent ends; a change of user undoes this, so call it afterwards."""
    parent = os.getppid()
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the request
        os._exit(1)


def hide_memory() -> None:
    """No core, and no process of the same user may read or trace this one.

    Also worth calling in the grader: it keeps its memory from workers where no layer does.
    """
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
