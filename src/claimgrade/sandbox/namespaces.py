"""A network, message queues and a host name of the worker's own, where the system allows it."""

from __future__ import annotations

import os
from pathlib import Path

from . import credentials, kernel

# linux/sched.h
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000


def enter() -> None:
    """Leave the namespaces shared with everybody; OSError where that isn't allowed.

    Root needs no user namespace, and must not enter one: the users that a worker may become have no
    meaning in it. Anybody else keeps their number there (user_namespaces(7)).
    """
    own = CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWNET
    if os.geteuid() == 0:
        kernel.call("unshare", own)
        return
    uid, gid = os.geteuid(), os.getegid()
    kernel.call("unshare", CLONE_NEWUSER | own)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    kernel.no_new_privileges()
    credentials.drop_capabilities()
