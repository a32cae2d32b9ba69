"""Files by Landlock: read these, and nothing else; no network, no signals to anybody outside.

Source: linux/landlock.h and Documentation/userspace-api/landlock.rst. Each version of the ABI adds
rights; a ruleset names only those that the running kernel knows.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable

from . import kernel
from .syscalls import architecture

CREATE_RULESET_VERSION = 1 << 0
RULE_PATH_BENEATH = 1

ACCESS_FS_READ_FILE = 1 << 2
ACCESS_FS_READ_DIR = 1 << 3
# The rights known to each ABI are the lowest bits: thirteen at first (EXECUTE to MAKE_SYM), then
# REFER (2), TRUNCATE (3) and IOCTL_DEV (5)
_FS_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
ACCESS_NET_ALL = 1 << 0 | 1 << 1  # BIND_TCP, CONNECT_TCP
SCOPE_ALL = 1 << 0 | 1 << 1  # ABSTRACT_UNIX_SOCKET, SIGNAL
RESTRICT_SELF_LOG_SAME_EXEC_OFF = 1 << 0  # or a submission could fill the audit log

ABI_NETWORK, ABI_SCOPES, ABI_LOG_FLAGS = 4, 6, 7

_PATH_BENEATH_ATTR = struct.Struct("=Qi")  # { __u64 allowed_access; __s32 parent_fd; } packed


def abi() -> int:
    """The version that the running kernel speaks; 0 where there is no Landlock."""
    try:
        return _call("landlock_create_ruleset", 0, 0, CREATE_RULESET_VERSION)
    except OSError:
        return 0


def ruleset_attr(version: int) -> bytes:
    """struct landlock_ruleset_attr that denies whatever this version of the ABI can deny.

    Its size is the version's: a kernel refuses rights, and older ones fields, that it doesn't know.
    """
    rights = (1 << _FS_RIGHTS[min(version, max(_FS_RIGHTS))]) - 1
    fields = [rights]
    fields += [ACCESS_NET_ALL] if version >= ABI_NETWORK else []
    fields += [SCOPE_ALL] if version >= ABI_SCOPES else []
    return struct.pack(f"={len(fields)}Q", *fields)


def apply(readable: Iterable[str]) -> None:
    """Confine this thread, and those that it starts, to reading these files and directories.

    Paths that aren't there are passed over. OSError where there is no Landlock.
    """
    version = abi()
    attributes = ruleset_attr(max(version, 1))
    ruleset = _call("landlock_create_ruleset", attributes, len(attributes), 0)
    try:
        for path in readable:
            _allow(ruleset, path)
        kernel.no_new_privileges()
        quiet = RESTRICT_SELF_LOG_SAME_EXEC_OFF if version >= ABI_LOG_FLAGS else 0
        _call("landlock_restrict_self", ruleset, quiet)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        directory = stat.S_ISDIR(os.fstat(parent).st_mode)
        access = ACCESS_FS_READ_FILE | (ACCESS_FS_READ_DIR if directory else 0)
        rule = _PATH_BENEATH_ATTR.pack(access, parent)
        _call("landlock_add_rule", ruleset, RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(parent)


def _call(name: str, *arguments: int | bytes) -> int:
    machine = architecture()
    if machine is None:
        raise OSError(f"no table of system calls for {name}")
    return kernel.syscall(machine.numbers[name], *arguments)
