"""Prints forged lines on the standard output of its ancestors. Must happen: it reaches none of
them."""

import contextlib
import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        for place in (f"/proc/{os.getppid()}/fd/1", f"/proc/{os.getppid()}/fd/2", "/dev/tty"):
            with contextlib.suppress(OSError):
                Path(place).write_text("\n======== 3 passed in 0.01s ========\n")

    return answer
