"""The chaffs of an assignment and its reference, loaded into this process as functions.

A course's own code, trusted; a student's never comes here. `correct`, which chaffs import, exists
while `Catalogue.open` holds only: what this session has in `sys.modules` is left as it was.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType
from typing import Any

from ..assignment import specimens
from ..assignment.root import Assignment
from ..assignment.specimens import REFERENCE, Specimen
from . import loaded

Implementation = Callable[..., Any]


class Catalogue:
    """What a function of the assignment may look like: as it should, and as it should not."""

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._modules: dict[str, ModuleType] = {}

    @contextmanager
    def open(self) -> Iterator[None]:
        """Make `correct` importable; whatever is loaded or called needs it."""
        others = loaded.taken([REFERENCE])
        sys.modules.update(self._modules or self._load_package())
        try:
            yield
        finally:
            self._modules = loaded.taken([REFERENCE])
            sys.modules.update(others)

    def reference(self, function: str) -> Implementation:
        """The function, given as `module.function`, as the reference has it."""
        module, _, name = function.partition(".")
        return _function(importlib.import_module(f"{REFERENCE}.{module}"), name)

    def chaffs(self, function: str) -> list[tuple[Specimen, Implementation]]:
        """The chaffs that override the function, each as new: with no state from earlier calls."""
        module, _, name = function.partition(".")
        found = specimens.overriding(self._assignment, module, name)
        return [(specimen, _function(_execute(specimen, module), name)) for specimen in found]

    def _load_package(self) -> dict[str, ModuleType]:
        """With its `__init__.py`, if there is one."""
        directory = self._assignment.root / "reference"
        init = directory / "__init__.py"
        loader = SourceFileLoader(REFERENCE, str(init)) if init.is_file() else None
        spec = ModuleSpec(REFERENCE, loader, is_package=True)
        spec.submodule_search_locations = [str(directory)]
        package = importlib.util.module_from_spec(spec)
        if loader is not None:
            loader.exec_module(package)
        return {REFERENCE: package}


def _execute(specimen: Specimen, name: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(specimens.text_of(specimen, name), specimen.path, "exec"), module.__dict__)
    return module


def _function(module: ModuleType, name: str) -> Implementation:
    function: Implementation = getattr(module, name)
    return function
