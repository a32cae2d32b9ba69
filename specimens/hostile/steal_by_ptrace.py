"""Attaches a debugger to a neighbour process. Must happen: that isn't permitted, and the neighbour
goes on."""

import ctypes

NEIGHBOUR = 4194305
PTRACE_ATTACH = 16


def __getattr__(name):
    def answer(*arguments):
        if ctypes.CDLL(None).ptrace(PTRACE_ATTACH, NEIGHBOUR, 0, 0) == 0:
            raise ValueError("GOT THROUGH: attached")

    return answer
