"""Lists directories that are none of its business. Must happen: it can list none of them."""

import contextlib
import os


def __getattr__(name):
    def answer(*arguments):
        for directory in (
            "/home",
            "/root",
            "/tmp",
            "/tmp/claimgrade-canary.places",
            "/etc",
            "/proc",
        ):
            with contextlib.suppress(OSError):
                os.listdir(directory)
                raise ValueError(f"GOT THROUGH: {directory} was listed")

    return answer
