"""Kills a neighbour by a system call with the x32 bit set, which a filter may have forgotten. Must
happen: the neighbour lives."""

import ctypes
import platform
import signal

NEIGHBOUR = 4194305
X32_BIT = 0x40000000
NR_KILL = 62


def __getattr__(name):
    def answer(*arguments):
        if platform.machine() == "x86_64":
            ctypes.CDLL(None).syscall(X32_BIT | NR_KILL, NEIGHBOUR, signal.SIGKILL)

    return answer
