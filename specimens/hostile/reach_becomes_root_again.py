"""Takes back every user id it may have had, then overwrites a file. Must happen: no id comes back,
and the file stays as it is."""

import contextlib
import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        for become in (
            lambda: os.setresuid(0, 0, 0),
            lambda: os.setuid(0),
            lambda: os.setgroups([0]),
            lambda: os.setresgid(0, 0, 0),
        ):
            with contextlib.suppress(OSError):
                become()
        Path("/tmp/claimgrade-canary").write_text("written by root")

    return answer
