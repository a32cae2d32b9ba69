"""Calls the kernel through its 32-bit door, whose numbers a filter for 64 bits misreads, to kill a
neighbour. Must happen: it is the worker that ends, and the neighbour lives."""

import ctypes
import mmap
import platform

NEIGHBOUR = 4194305
KILL = bytes.fromhex("53 b825000000 bb") + NEIGHBOUR.to_bytes(4, "little")
CALL = bytes.fromhex("b909000000 cd80 5b c3")


def __getattr__(name):
    def answer(*arguments):
        if platform.machine() == "x86_64":
            page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
            page.write(KILL + CALL)
            ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()

    return answer
