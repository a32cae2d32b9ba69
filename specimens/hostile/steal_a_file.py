"""Reads a file of another user that everybody may read, and puts its text into a message. Must
happen: it can't be opened, and the text is in no result."""

from pathlib import Path


def __getattr__(name):
    def answer(*arguments):
        raise ValueError(Path("/tmp/claimgrade-canary").read_text())

    return answer
