"""Sends messages of a hundred thousand arrays within each other, as MessagePack and as JSON. Must
happen: they are refused, and the property is lost."""

import contextlib
import os
import stat
import struct


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if stat.S_IFMT(os.fstat(descriptor).st_mode) in (stat.S_IFIFO, stat.S_IFSOCK):
                    for deep in (b"\x91" * 100_000, b"[" * 100_000):
                        os.write(descriptor, struct.pack("<I", len(deep)) + deep)

    return answer
