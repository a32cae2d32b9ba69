"""Who a worker is: a user who owns nothing, and no privilege that root had."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from . import kernel

# linux/capability.h
CAPABILITY_VERSION_3 = 0x20080522
CAP_DAC_READ_SEARCH = 2


def take(uid: int | None, readable: Iterable[str]) -> None:
    """Become this user and group, without any capability, for good.

    OSError if there is no user to take, we aren't root, or that user could not get at what must be
    readable (an interpreter below a home directory, say). The capabilities are gone all the same,
    but for reading whatever Landlock lets through if nothing less would do.
    """
    kernel.no_new_privileges()
    if os.geteuid() != 0:
        drop_capabilities()
        raise OSError(errno.EPERM, "only root can become another user")
    reach_needed = not can_be_entered_by_all(readable)
    try:
        if uid is None or reach_needed:
            raise OSError(errno.EPERM, "no user that could do the work")
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError:
        drop_capabilities(keep=1 << CAP_DAC_READ_SEARCH if reach_needed else 0)
        raise


def can_be_entered_by_all(paths: Iterable[str]) -> bool:
    """Whether any user may search all directories that these paths lie in."""
    targets = {os.path.realpath(path) if os.path.islink(path) else path for path in paths}
    homes = {Path(os.path.realpath(home)) for home in set(map(os.path.dirname, targets))}
    searched = {directory for home in homes for directory in (home, *home.parents)}
    return all(place.stat().st_mode & stat.S_IXOTH for place in searched if place.exists())


def drop_capabilities(keep: int = 0) -> None:
    """Give up all capabilities but these of the first 32, in this thread."""
    kernel.call("capset", _Header(CAPABILITY_VERSION_3, 0), _Data(keep, keep))


class _Header(ctypes.Structure):
    """struct __user_cap_header_struct."""

    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    """struct __user_cap_data_struct[2]: capabilities 0 to 31, then 32 to 63."""

    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
        ("effective_high", ctypes.c_uint32),
        ("permitted_high", ctypes.c_uint32),
        ("inheritable_high", ctypes.c_uint32),
    )
