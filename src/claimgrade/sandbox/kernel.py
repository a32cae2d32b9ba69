"""The way to the kernel: calls of the C library that raise OSError."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import Any

# linux/prctl.h
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

_LIBC: Any = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
if _LIBC is not None:
    _LIBC.syscall.restype = ctypes.c_long


def syscall(number: int, *arguments: int | bytes | ctypes.Structure) -> int:
    """`syscall(2)`, for calls that the C library has no function for."""
    return call("syscall", number, *arguments)


def prctl(option: int, *arguments: int) -> int:
    """`prctl(2)`; arguments that are left out are 0, as the kernel demands."""
    return call("prctl", option, *(*arguments, 0, 0, 0, 0)[:4])


def call(function: str, *arguments: int | bytes | ctypes.Structure) -> int:
    """A C function that returns -1 on error; whole numbers as they are, the rest as pointers."""
    if _LIBC is None:
        raise OSError(errno.ENOSYS, f"{function} is Linux's")
    result: int = getattr(_LIBC, function)(*map(_register, arguments))
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def no_new_privileges() -> None:
    """Neither set-user-ID programs nor file capabilities give anything back after this."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def _register(argument: int | bytes | ctypes.Structure) -> Any:
    if isinstance(argument, int):
        return ctypes.c_long(argument)
    return ctypes.c_char_p(argument) if isinstance(argument, bytes) else ctypes.byref(argument)
