"""Overwrites a file while it is imported, before anything is asked. Must happen: it is confined
before its first line runs; the file stays as it is."""

import contextlib
from pathlib import Path

with contextlib.suppress(OSError):
    Path("/tmp/claimgrade-canary").write_text("written by the student")


def __getattr__(name):
    return lambda *arguments: None
