"""Reads the secret from its own environment, through Python and through the C library. Must happen:
it isn't there, and the secret is in no result."""

import ctypes
import os
from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        libc = ctypes.CDLL(None)
        libc.getenv.restype = ctypes.c_char_p
        own = Path("/proc/self/environ").read_text() if os.access("/proc/self/environ", 4) else ""
        secret = (
            os.environ.get("CLAIMGRADE_CANARY_SECRET"),
            libc.getenv(b"CLAIMGRADE_CANARY_SECRET"),
        )
        raise ValueError(f"{secret} {own}")

    return answer
