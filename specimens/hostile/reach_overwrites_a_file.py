"""Overwrites a file that everybody may write. Must happen: it can't be opened, and stays as it
is."""

from pathlib import Path


def __getattr__(name):
    return lambda *arguments: Path("/tmp/claimgrade-canary").write_text("written by the student")
