"""Sends three bytes of a message and ends. Must happen: nobody waits for the rest, and the property
is lost."""

import contextlib
import os


def __getattr__(name):
    def answer(*arguments):
        for descriptor in range(3, 64):
            with contextlib.suppress(OSError):
                os.write(descriptor, b"\x20\x00\x00")
        os._exit(0)

    return answer
