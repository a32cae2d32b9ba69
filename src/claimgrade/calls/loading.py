"""Loads a student's files, one statement after the other: what fails costs what needs it.

A file stops at the first statement that raises, as it does in Python, and a cell of a notebook as
it does in Jupyter, where the next cell can be run all the same. What stood before stays. Only a
statement that fails for want of something to import is passed over: the names that it would have
bound stand for the error, and whoever uses one of them has it.
"""

from __future__ import annotations

import ast
import linecache
import re
import sys
from collections.abc import Callable, Collection, Mapping
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from importlib.util import decode_source, module_from_spec, spec_from_file_location
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

PACKAGE = "submission"  # what files that are a package together are called as one


class Rest(NamedTuple):
    """What was not run of a file, and the stop that it is owed to."""

    file: Path
    text: str
    stop: Stop


class Loading:
    """The files below `root`, as they are loaded; where they stop is in `stops`.

    `files` are those that are modules, whatever they are called, and they are found by these names.
    `tell` is told each place, such as `work.py:12`, before it is run; `passed` are not run.
    """

    def __init__(
        self,
        root: Path,
        files: Mapping[str, Path],
        passed: dict[str, Passed] | None = None,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.root = str(root)
        self.files = files
        self.frames = Frames(root)
        self.stops: list[Stop] = []
        self._passed = passed or {}
        self._tell = tell
        self._modules: dict[Path, ModuleType] = {}
        self._rests: list[Rest] = []
        sys.path_importer_cache[self.root] = _Finder(self.root, self, {"", PACKAGE})

    def load(self, name: str, file: Path, search: list[str] | None = None) -> ModuleType:
        """The module of a file, by this name, as a plain `import` of it would give it."""
        spec = self.spec(name, file, search)
        assert spec is not None and spec.loader is not None, file
        module = module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module

    def spec(self, name: str, file: Path, search: list[str] | None = None) -> ModuleSpec | None:
        """How a file is loaded as the module of this name."""
        loader = _Loader(name, str(file), self)
        return spec_from_file_location(name, file, loader=loader, submodule_search_locations=search)

    def known(self, file: Path) -> ModuleType | None:
        """The module of a file that has been run, or is being run: none is run twice."""
        return self._modules.get(file)

    def stop_before(self, name: str, file: Path | None) -> Stop | None:
        """What kept a name of this file from being there; None if nothing of that name was left."""
        word = re.compile(rf"\b{re.escape(name)}\b|\bimport\s*\*")
        left = (rest for rest in self._rests if rest.file == file and word.search(rest.text))
        return next((rest.stop for rest in left), None)

    def run(self, module: ModuleType, file: Path) -> None:
        """Run a file in its module; nothing that it raises passes, but Ctrl-C."""
        if file in self._modules:
            return
        self._modules[file] = module
        module.__dict__.update(notebook.GIVEN)  # a file, too, may have been exported from one
        run = _Run(self, module, file)
        if passed := self._passed.get(self.frames.name(str(file))):
            run.stop(str(file), 1, passed.reason, passed.why, _text(file.read_bytes()))
        elif file.suffix == notebook.SUFFIX:
            run.notebook()
        else:
            run.part(str(file), file.read_bytes())

    def passed_at(self, place: str) -> Passed | None:
        """How it went when this place was run before, if it is not to be run again."""
        if place not in self._passed:
            self._tell(place)
        return self._passed.get(place)

    def add(self, stop: Stop, file: Path, text: str) -> None:
        """Take down a stop, and what was not run for it."""
        if len(self.stops) < MOST_STOPS:
            self.stops.append(stop)
        if text:
            self._rests.append(Rest(file, text, stop))


class _Run:
    """One file, while it is run."""

    def __init__(self, loading: Loading, module: ModuleType, file: Path) -> None:
        self._loading = loading
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
                self._loading.add(self._ended, self._file, text)
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
            why = self._loading.frames.said(error)
            self.stop(label, int(line), "stopped", why, _text(source))
            return
        if found:
            self._flags = found[-1].flags
        for statement in found:
            stop = self._run(label, statement)
            if stop is not None:
                rest = _text(source).splitlines()[statement.line - 1 :]
                self.stop(label, *stop, "\n".join(rest))
                return

    def stop(self, label: str, line: int, reason: Reason, why: str, rest: str) -> None:
        """Take down that a part was not run any further."""
        stop = Stop(reason, self._loading.frames.name(label), line, why)
        self._loading.add(stop, self._file, rest)

    def _run(self, label: str, statement: Statement) -> tuple[int, Reason, str] | None:
        """Run one statement; where it stopped and why, unless one goes on behind it."""
        place = f"{self._loading.frames.name(label)}:{statement.line}"
        passed = self._loading.passed_at(place)
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
            why = self._loading.frames.said(error)
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


class _Loader(SourceFileLoader):
    """Loads one file of the student's: their other files may import it by name."""

    def __init__(self, name: str, path: str, loading: Loading) -> None:
        super().__init__(name, path)
        self._loading = loading

    def create_module(self, _: ModuleSpec) -> ModuleType | None:
        return self._loading.known(Path(self.path))

    def exec_module(self, module: ModuleType) -> None:
        self._loading.run(module, Path(self.path))


class _Finder(FileFinder):
    """Finds the student's files in one directory, and in the packages below it.

    `packages` are what the directory is to a student; whoever calls it otherwise, as the grader
    does its reference when that is the submission, has its files from Python itself.
    """

    def __init__(self, directory: str, loading: Loading, packages: Collection[str]) -> None:
        def loader(name: str, path: str) -> SourceFileLoader:
            ours = name.rpartition(".")[0] in packages
            return _Loader(name, path, loading) if ours else SourceFileLoader(name, path)

        super().__init__(directory, (loader, SOURCE_SUFFIXES))  # type: ignore[arg-type]
        self._loading = loading
        self._packages = packages

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        """The spec of a module in this directory, whose submodules are found in the same way."""
        spec = super().find_spec(fullname, target)
        package, _, name = fullname.rpartition(".")
        if package not in self._packages:
            return spec
        if spec is None and self.path == self._loading.root and name in self._loading.files:
            spec = self._loading.spec(fullname, self._loading.files[name])
        for directory in (spec and spec.submodule_search_locations) or ():
            sys.path_importer_cache[directory] = _Finder(directory, self._loading, {fullname})
        return spec


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


def _text(source: bytes | str) -> str:
    if isinstance(source, str):
        return source
    try:
        return decode_source(source)
    except (SyntaxError, UnicodeDecodeError):
        return source.decode("utf-8", "replace")
