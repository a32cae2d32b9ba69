"""A file's name as a sentence may hold it."""

from __future__ import annotations

from pathlib import PurePosixPath

MOST_SHOWN = 60  # characters of a file's name in a sentence


def shown(place: PurePosixPath | str) -> str:
    """A file's name as a sentence may hold it: nothing that steers a terminal, nothing endless."""
    text = printable(str(place))
    return text if len(text) <= MOST_SHOWN else f"…{text[1 - MOST_SHOWN :]}"


def printable(name: str) -> str:
    """The name without what steers a terminal."""
    return "".join(letter if letter.isprintable() else "_" for letter in name)
