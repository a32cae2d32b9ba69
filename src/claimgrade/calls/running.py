"""Runs one of a student's files in its module, one statement or cell after the other."""

from __future__ import annotations

import ast
import linecache
import re
import sys
from collections.abc import Callable
from importlib.util import decode_source
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ..submission import notebook
from . import statements
from .frames import Frames
from .placeholder import Placeholder
from .statements import Statement
from .stops import Passed, Reason, Stop

MOST_STOPS = 50  # that are told of; files that need so many tell nothing more with another


class Rest(NamedTuple):
    """What was not run of a file, and the stop that it is owed to."""

    file: Path
    text: str
    stop: Stop


class Log:
    """What is taken down while files are run: where they `stops`, and what was not run of them.

    `tell` is told each place, such as `work.py:12`, before it is run; `passed` are not run.
    """

    def __init__(
        self, frames: Frames, passed: dict[str, Passed], tell: Callable[[str], None]
    ) -> None:
        self.frames = frames
        self.passed = passed
        self.stops: list[Stop] = []
        self._tell = tell
        self._rests: list[Rest] = []

    def stop_before(self, name: str, file: Path | None) -> Stop | None:
        """What kept a name of this file from being there; None if nothing of that name was left."""
        word = re.compile(rf"\b{re.escape(name)}\b|\bimport\s*\*")
        left = (rest for rest in self._rests if rest.file == file and word.search(rest.text))
        return next((rest.stop for rest in left), None)

    def passed_at(self, place: str) -> Passed | None:
        """How it went when this place was run before, if it is not to be run again."""
        if place not in self.passed:
            self._tell(place)
        return self.passed.get(place)

    def add(self, stop: Stop, file: Path, text: str) -> None:
        """Take down a stop, and what was not run for it."""
        if len(self.stops) < MOST_STOPS:
            self.stops.append(stop)
        if text:
            self._rests.append(Rest(file, text, stop))


class Run:
    """One file, while it is run."""

    def __init__(self, log: Log, module: ModuleType, file: Path) -> None:
        self._log = log
        self._module = module
        self._file = file
        self._flags = 0  # of `from __future__ import`, which hold for the cells below as well
        self._lacking: set[str] = set()  # errors of imports that have been told of
        self._ended: Stop | None = None

    def notebook(self) -> None:
        """Run the cells, as "run all" does in Jupyter, but for its giving up at an error."""
        for number, source in enumerate(notebook.code_cells(self._file.read_bytes()), 1):
            label = f"{self._file}, cell {number}"
            text = notebook.python(source)
            linecache.cache[label] = (len(text), None, source.splitlines(keepends=True), label)
            if self._ended is not None:
                self._log.add(self._ended, self._file, text)
                continue
            name = notebook.written(source)
            if name and not self._file.with_name(f"{name}.py").exists():  # it is found here
                sys.modules.setdefault(name, self._module)
            self.part(label, text)

    def part(self, label: str, source: bytes | str) -> None:
        """Run a file or a cell, up to the first statement that raises."""
        try:
            flat = not self._module.__package__
            found = list(statements.compiled(label, source, self._flags, flat=flat))
        except Exception as error:  # MemoryError and RecursionError, too, come of what is nested
            line = getattr(error, "lineno", None) or 1
            why = self._log.frames.said(error)
            self.stop(label, int(line), "stopped", why, text_of(source))
            return
        if found:
            self._flags = found[-1].flags
        for statement in found:
            stop = self._run(label, statement)
            if stop is not None:
                rest = text_of(source).splitlines()[statement.line - 1 :]
                self.stop(label, *stop, "\n".join(rest))
                return

    def stop(self, label: str, line: int, reason: Reason, why: str, rest: str) -> None:
        """Take down that a part was not run any further."""
        stop = Stop(reason, self._log.frames.name(label), line, why)
        self._log.add(stop, self._file, rest)

    def _run(self, label: str, statement: Statement) -> tuple[int, Reason, str] | None:
        """Run one statement; where it stopped and why, unless one goes on behind it."""
        place = f"{self._log.frames.name(label)}:{statement.line}"
        passed = self._log.passed_at(place)
        if passed is not None:
            if passed.last:
                self._ended = Stop(
                    passed.reason, place.rpartition(":")[0], statement.line, passed.why
                )
            return statement.line, passed.reason, passed.why
        try:
            exec(statement.code, self._module.__dict__)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            why = self._log.frames.said(error)
            line = _line(error, label) or statement.line
            if not statements.is_for_want_of_an_import(error, statement.node):
                return line, "stopped", why
            self._pass_over(label, line, statement.node, error, why)
        return None

    def _pass_over(self, label: str, line: int, node: ast.stmt, error: Exception, why: str) -> None:
        stands_for_it = notebook.NOTHING if _is_jupyters(error) else Placeholder(error)
        for name in statements.bound(node):
            self._module.__dict__[name] = stands_for_it
        if why not in self._lacking and not _is_jupyters(error):
            self._lacking |= {why, f"ImportError: {why}"}  # as whoever uses it has it
            self.stop(label, line, "passed_over", why, "")


def _is_jupyters(error: BaseException) -> bool:
    """Whether it is only Jupyter's own package that is not here."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return isinstance(name, str) and name.partition(".")[0] == "IPython"


def _line(error: BaseException, label: str) -> int | None:
    """The line of a file, or a cell, in which an error got out of it."""
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == label:
            return frame.tb_lineno
        frame = frame.tb_next
    return None


def text_of(source: bytes | str) -> str:
    if isinstance(source, str):
        return source
    try:
        return decode_source(source)
    except (SyntaxError, UnicodeDecodeError):
        return source.decode("utf-8", "replace")
