"""Sends one byte every tenth of a second, so that something always arrives. Must happen: the
deadline of the call passes all the same, and the property is lost."""

import contextlib
import os
import time


def __getattr__(name):
    def answer(*arguments):
        for _ in range(200):
            for descriptor in range(3, 32):
                with contextlib.suppress(OSError):
                    os.write(descriptor, b"\x00")
            time.sleep(0.1)

    return answer
