"""Climbs out of its own directory by `..`, by its inherited descriptors, and by /proc/self. Must
happen: no way leads to the file."""

import contextlib
import os
from pathlib import Path

WAYS = ["../" * 20, "/proc/self/root/", "/proc/self/cwd/" + "../" * 20]


def __getattr__(name):
    def answer(*arguments):
        ways = [Path(way + "tmp/claimgrade-canary") for way in WAYS]
        ways += [Path(__file__).parent / way for way in ways]
        ways += [Path(f"/proc/self/fd/{n}/{'../' * 20}/tmp/claimgrade-canary") for n in range(32)]
        for way in ways:
            with contextlib.suppress(OSError):
                os.close(os.open(way, os.O_RDONLY))
                raise ValueError(f"GOT THROUGH: {way}")

    return answer
