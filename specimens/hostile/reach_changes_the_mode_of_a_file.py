"""Changes a file's mode, times, owner and attributes, which needs no file to be opened. Must
happen: none of it is permitted, and the file stays as it is."""

import contextlib
import os

CANARY = "/tmp/claimgrade-canary"


def __getattr__(name):
    def answer(*arguments):
        for attempt in (
            lambda: os.utime(CANARY, (0, 0)),
            lambda: os.chmod(CANARY, 0o700),
            lambda: os.chown(CANARY, 65534, 65534),
            lambda: os.setxattr(CANARY, "user.claimgrade", b"changed"),
            lambda: os.link(CANARY, f"{CANARY}.link"),
        ):
            with contextlib.suppress(OSError):
                attempt()

    return answer
