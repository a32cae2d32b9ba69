"""What a worker may use up: the limits of setrlimit(2)."""

from __future__ import annotations

import errno
from pathlib import Path

try:
    import resource
except ImportError:  # not a POSIX system
    resource = None  # type: ignore[assignment]

DESCRIPTORS = 64
TASKS = 1024  # processes and threads beyond those that may be somebody else's
LOADAVG = Path("/proc/loadavg")  # proc(5): the fourth field is "running/existing" tasks


def apply(memory: int, cpu_seconds: int, *, own_uid: bool) -> None:
    """Lower every limit for good; OSError, at the end, names those that could not be.

    Tasks are counted by user: `own_uid` says that nothing else runs as this one. Root isn't bound.
    """
    if resource is None:
        raise OSError(errno.ENOSYS, "no setrlimit")
    wanted = {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": DESCRIPTORS,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_NPROC": TASKS + (0 if own_uid else _existing_tasks()),
    }
    failed = [name for name, value in wanted.items() if not _lower(name, value)]
    if failed:
        raise OSError(errno.EPERM, f"not limited: {', '.join(failed)}")


def _lower(name: str, value: int) -> bool:
    number = getattr(resource, name, None)
    if number is None:
        return False
    hard = resource.getrlimit(number)[1]
    lower = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(number, (lower, lower))
    except (OSError, ValueError):
        return False
    return True


def _existing_tasks() -> int:
    """All tasks of the machine, for a container doesn't see those of its own user elsewhere."""
    try:
        return int(LOADAVG.read_text().split()[3].partition("/")[2])
    except (OSError, IndexError, ValueError):
        return TASKS
