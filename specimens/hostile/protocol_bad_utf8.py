"""Sends messages whose texts aren't UTF-8. Must happen: they are refused, and the property is
lost."""

import contextlib
import os
import stat
import struct


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if stat.S_IFMT(os.fstat(descriptor).st_mode) in (stat.S_IFIFO, stat.S_IFSOCK):
                    for bad in (b"\xa4\xff\xfe\xc0\x80", b'"\xff\xfe\xc0\x80"'):
                        os.write(descriptor, struct.pack("<I", len(bad)) + bad)

    return answer
