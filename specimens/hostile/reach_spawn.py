"""Has a program overwrite a file, started by posix_spawn and by system. Must happen: no program is
started, and the file stays as it is."""

import contextlib
import os

COMMAND = "echo written by a shell > /tmp/claimgrade-canary"


def __getattr__(name):
    def answer(*arguments):
        with contextlib.suppress(OSError):
            os.posix_spawn("/bin/sh", ["sh", "-c", COMMAND], {})
        os.system(COMMAND)

    return answer
