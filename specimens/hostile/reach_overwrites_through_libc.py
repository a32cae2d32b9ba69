"""Opens and overwrites a file through the C library, past every hook of Python. Must happen: it
can't be opened, and stays as it is."""

import ctypes
import os


def __getattr__(name):
    def answer(*arguments):
        libc = ctypes.CDLL(None)
        file = libc.open(b"/tmp/claimgrade-canary", os.O_RDWR)
        libc.pwrite(file, b"written by the student", 22, ctypes.c_long(0))

    return answer
