"""The system calls that a worker may make: an allow-list, with conditions on a few arguments.

Everything else fails with an errno, so that Python raises an exception with a plain message; only
a call of another architecture kills.
"""

from __future__ import annotations

import ctypes
import errno
import os

from . import kernel
from .bpf import (
    Instruction,
    Label,
    Program,
    assemble,
    give,
    if_any_bit,
    if_at_least,
    if_equal,
    if_greater,
    load,
    unless_any_bit,
    unless_equal,
)
from .syscalls import NEWEST, Architecture, architecture

# linux/seccomp.h
SET_MODE_FILTER = 1
FILTER_FLAG_TSYNC = 1 << 0
MODE_FILTER = 2
RET_KILL_PROCESS = 0x80000000
RET_ALLOW = 0x7FFF0000
RET_ERRNO = 0x00050000

# struct seccomp_data { int nr; __u32 arch; __u64 instruction_pointer; __u64 args[6]; }
NUMBER, ARCH, _ARGUMENTS = 0, 4, 16

_ALLOWED_NAMES = """
    mmap mprotect munmap mremap brk madvise membarrier
    read pread64 readv write writev close lseek fstat dup dup2 dup3 pipe pipe2
    poll ppoll select pselect6 recvfrom getsockopt getsockname getpeername
    stat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getcwd
    getdents getdents64 statfs fstatfs
    gettimeofday time clock_gettime clock_getres clock_nanosleep nanosleep times
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
    sigaltstack restart_syscall pause
    futex set_robust_list get_robust_list set_tid_address rseq gettid exit exit_group
    sched_yield sched_getaffinity sched_getparam sched_getscheduler
    sched_get_priority_max sched_get_priority_min getcpu
    getpid getppid getpgrp getpgid getsid getuid geteuid getgid getegid getresuid getresgid
    getgroups uname sysinfo getrusage getrlimit getrandom
"""
ALLOWED = tuple(_ALLOWED_NAMES.split())
CONDITIONAL = ("open", "openat", "clone", "fcntl", "ioctl", "prlimit64", "sendto", "tgkill")
ABSENT = ("clone3", "openat2")  # their flags lie behind a pointer; the C library has older ways

# asm-generic/fcntl.h, the same on both architectures: access mode, O_CREAT, O_TRUNC, O_APPEND,
# FASYNC and __O_TMPFILE
OPEN_TO_CHANGE = 0o3 | 0o100 | 0o1000 | 0o2000 | 0o20000 | 0o20000000

# linux/sched.h
CLONE_THREAD = 0x00010000
CLONE_NEW = 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000

# linux/fcntl.h, asm-generic/fcntl.h: F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC
FCNTL_COMMANDS = (0, 1, 2, 3, 1030)
F_SETFL = 4
O_ASYNC = 0o20000

IOCTL_REQUESTS = (0x5401, 0x5451, 0x541B)  # asm-generic/ioctls.h: TCGETS, FIOCLEX, FIONREAD


def argument(index: int, *, high: bool = False) -> Instruction:
    """Load one half of an argument; both architectures are little-endian."""
    return load(_ARGUMENTS + 8 * index + (4 if high else 0))


def program(machine: Architecture, pid: int) -> bytes:
    """The filter for a process, as struct sock_filter[]."""
    number = machine.numbers
    allowed = [if_equal(number[name], "allow") for name in ALLOWED if name in number]
    conditional = [if_equal(number[name], name) for name in CONDITIONAL if name in number]
    absent = [if_equal(number[name], "ENOSYS") for name in ABSENT]
    x32 = [if_at_least(machine.x32, "EPERM")] if machine.x32 else []
    return assemble(
        [
            *(load(ARCH), unless_equal(machine.audit, "kill"), load(NUMBER)),
            *(*x32, *allowed, *conditional, *absent),
            if_greater(NEWEST, "ENOSYS"),  # as an older kernel would: the C library falls back
            give(_error(errno.EPERM)),
            *_conditions(pid),
            *(Label("allow"), give(RET_ALLOW)),
            *(Label("EPERM"), give(_error(errno.EPERM))),
            *(Label("EACCES"), give(_error(errno.EACCES))),
            *(Label("ENOSYS"), give(_error(errno.ENOSYS))),
            *(Label("kill"), give(RET_KILL_PROCESS)),
        ]
    )


def apply() -> None:
    """Confine this process, all its threads, for good; OSError where that can't be."""
    machine = architecture()
    if machine is None:
        raise OSError(errno.ENOSYS, "no table of system calls for this machine")
    code = program(machine, os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))
    filter_ = _SockFprog(len(code) // 8, ctypes.addressof(buffer))
    kernel.no_new_privileges()
    number = machine.numbers["seccomp"]
    try:
        left_out = kernel.syscall(number, SET_MODE_FILTER, FILTER_FLAG_TSYNC, filter_)
    except OSError:  # before Linux 3.17 there was only prctl, for one thread
        left_out = kernel.prctl(kernel.PR_SET_SECCOMP, MODE_FILTER, ctypes.addressof(filter_))
    if left_out:
        raise OSError(errno.EBUSY, f"thread {left_out} could not be confined")


class _SockFprog(ctypes.Structure):
    """struct sock_fprog of linux/filter.h."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _error(code: int) -> int:
    return RET_ERRNO | code


def _conditions(pid: int) -> Program:
    """Reached with one call's number each; ends every branch with a jump or a verdict."""
    return [
        Label("open"),
        *(argument(1), if_any_bit(OPEN_TO_CHANGE, "EACCES"), give(RET_ALLOW)),
        Label("openat"),
        *(argument(2), if_any_bit(OPEN_TO_CHANGE, "EACCES"), give(RET_ALLOW)),
        Label("clone"),
        *(argument(0), unless_any_bit(CLONE_THREAD, "EPERM"), if_any_bit(CLONE_NEW, "EPERM")),
        give(RET_ALLOW),
        Label("fcntl"),
        *(argument(1), *(if_equal(command, "allow") for command in FCNTL_COMMANDS)),
        *(unless_equal(F_SETFL, "EPERM"), argument(2), if_any_bit(O_ASYNC, "EPERM")),
        give(RET_ALLOW),
        Label("ioctl"),
        *(argument(1), *(if_equal(request, "allow") for request in IOCTL_REQUESTS)),
        give(_error(errno.ENOTTY)),
        Label("prlimit64"),  # only asked, never set: the new limits are a null pointer
        *(argument(2), unless_equal(0, "EPERM"), argument(2, high=True)),
        *(unless_equal(0, "EPERM"), give(RET_ALLOW)),
        Label("sendto"),  # only to where the socket leads already: the address is a null pointer
        *(argument(4), unless_equal(0, "EPERM"), argument(4, high=True)),
        *(unless_equal(0, "EPERM"), give(RET_ALLOW)),
        Label("tgkill"),  # its own threads
        *(argument(0), unless_equal(pid, "EPERM"), give(RET_ALLOW)),
    ]
