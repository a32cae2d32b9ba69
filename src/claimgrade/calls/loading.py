"""Loads a student's files, one statement after the other: what fails costs what needs it.

A file stops at the first statement that raises, as it does in Python, and a cell of a notebook as
it does in Jupyter, where the next cell can be run all the same. What stood before stays. Only a
statement that fails for want of something to import is passed over: the names that it would have
bound stand for the error, and whoever uses one of them has it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from ..submission import notebook
from .frames import Frames
from .running import Log, Run, text_of
from .stops import Passed

PACKAGE = "submission"  # what files that are a package together are called as one


class Loading:
    """The files below `root`, as they are loaded; where they stop is in `log`.

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
        self.log = Log(Frames(root), passed or {}, tell)
        self._modules: dict[Path, ModuleType] = {}
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

    def run(self, module: ModuleType, file: Path) -> None:
        """Run a file in its module; nothing that it raises passes, but Ctrl-C."""
        if file in self._modules:
            return
        self._modules[file] = module
        module.__dict__.update(notebook.GIVEN)  # a file, too, may have been exported from one
        run = Run(self.log, module, file)
        if passed := self.log.passed.get(self.log.frames.name(str(file))):
            run.stop(str(file), 1, passed.reason, passed.why, text_of(file.read_bytes()))
        elif file.suffix == notebook.SUFFIX:
            run.notebook()
        else:
            run.part(str(file), file.read_bytes())


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
