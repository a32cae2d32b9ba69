"""Answers with an object that overwrites a file when it is unpickled. Must happen: nothing is ever
unpickled, and the file stays as it is."""

from pathlib import Path


class Trap:
    def __reduce__(self):
        return Path.write_text, (Path("/tmp/claimgrade-canary"), "written by pickle")


def __getattr__(name):
    return lambda *arguments: Trap()
