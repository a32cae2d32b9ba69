"""What a student reads of an error: their own frames, and files by the names they gave them."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import NamedTuple

_ENGINE = Path(__file__).resolve().parents[1]


class Told(NamedTuple):
    """An error in one line, its traceback, and the place where it was raised."""

    error: str
    traceback: str
    where: str


class Frames:
    """The files below one directory, `root`, of a student's."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def told(self, error: BaseException, where: str) -> Told:
        """An error; `where` is the place if none of the student's own frames is in it."""
        summary = traceback.TracebackException.from_exception(error, compact=True)
        own = [frame for frame in summary.stack if self._is_own(Path(frame.filename))]
        where = f"{self.name(own[-1].filename)}:{own[-1].lineno}" if own else where
        for frame in own:
            frame.filename = self.name(frame.filename)
        lines = traceback.StackSummary.from_list(own).format() + list(
            summary.format_exception_only()
        )
        return Told(self.said(error), self._without_root("".join(lines)), where)

    def said(self, error: BaseException) -> str:
        """An error in one line, as Python says it."""
        return self._without_root(f"{type(error).__name__}: {_text(error)}".rstrip(": "))

    def name(self, filename: str) -> str:
        """A file as the student calls it."""
        file = Path(filename)
        return str(file.relative_to(self._root)) if file.is_relative_to(self._root) else file.name

    def _is_own(self, file: Path) -> bool:
        """Of the student's files: not ours, nor a package of an environment kept beside them."""
        theirs = file.is_relative_to(self._root) and "site-packages" not in file.parts
        return theirs and not file.is_relative_to(_ENGINE)

    def _without_root(self, text: str) -> str:
        return text.replace(f"{self._root}{os.sep}", "")


def _text(error: BaseException) -> str:
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error)
    except Exception:
        return ""
