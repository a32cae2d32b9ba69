"""Truncates, renames and removes a file, and links others in its place. Must happen: none of it is
permitted, and the file stays as it is."""

import contextlib
import os

CANARY = "/tmp/claimgrade-canary"


def __getattr__(name):
    def answer(*arguments):
        for attempt in (
            lambda: os.truncate(CANARY, 0),
            lambda: os.rename(CANARY, f"{CANARY}.moved"),
            lambda: os.unlink(CANARY),
            lambda: os.symlink("/dev/null", CANARY),
            lambda: os.mkdir(f"{CANARY}.directory"),
        ):
            with contextlib.suppress(OSError):
                attempt()

    return answer
