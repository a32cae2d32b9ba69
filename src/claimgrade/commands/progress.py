"""How far a long command has come, on a terminal."""

from __future__ import annotations

import sys
import time

from ..assignment.messages import Sentences
from ..session.console import say


def progress(texts: Sentences, done: int, of: int, left: str = "") -> None:
    """On a terminal, how far a long command has come."""
    if sys.stderr.isatty():
        line = texts("progress", done=done, of=of, left=left) if done < of else ""
        say(f"\r{line}\033[K", nl=False, err=True)


def time_left(texts: Sentences, begun: float, done: int, left: int) -> str:
    """`, about 3 min left`, as fast as since `begun`; "" as long as nothing is done."""
    if not done:
        return ""
    seconds = (time.monotonic() - begun) / done * left
    if seconds > 90:
        return texts("minutes_left", minutes=f"{seconds / 60:.0f}")
    return texts("seconds_left", seconds=f"{seconds:.0f}")
