"""Announces a message of 2 GB, and sends 5 bytes of it. Must happen: nobody makes room or waits for
it, and the property is lost."""

import contextlib
import os
import stat
import time


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if stat.S_IFMT(os.fstat(descriptor).st_mode) in (stat.S_IFIFO, stat.S_IFSOCK):
                    os.write(descriptor, b"\x00\x00\x00\x7f" + b"\x7f\xff\xff\xff" + b"hello")
        time.sleep(20)

    return answer
