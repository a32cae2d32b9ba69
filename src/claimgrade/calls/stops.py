"""Where a student's files were not run further, and why."""

from __future__ import annotations

from typing import Literal

import msgspec

from . import wire

MAX_TEXT = 500  # characters of a stop's error that are kept

Reason = Literal["stopped", "late", "ended", "passed_over"]


class Stop(msgspec.Struct):
    """Where a file, or a cell of a notebook, was not run further, and why.

    `why` is the error; how many seconds it took, where it was `late`; how the process ended.
    """

    reason: Reason
    file: str
    line: int
    why: str

    def __post_init__(self) -> None:
        self.file = wire.text(self.file[:MAX_TEXT])
        self.why = wire.text(self.why[:MAX_TEXT])

    def details(self) -> dict[str, str]:
        """What fills in a sentence about it."""
        return {"file": self.file, "line": str(self.line), "why": self.why}


class Passed(msgspec.Struct):
    """A place that took too long, or ended the process, when it was run before: it is not again.

    `last` says that of a notebook nothing behind it is run either.
    """

    reason: Literal["late", "ended"]
    why: str
    last: bool = False
