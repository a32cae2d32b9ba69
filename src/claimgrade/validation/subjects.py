"""What the properties of an assignment are tried on: specimens, mutants of its reference, forms."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from ..assignment import specimens
from ..assignment.root import Assignment
from ..assignment.specimens import Specimen
from . import forms, mutate
from .mutate import Mutant

REFERENCE = "reference"
Kind = Literal["wheat", "chaff", "mutant", "form"]


class Subject(NamedTuple):
    """Code to be tried: `lay_out` writes it into a directory and returns the one to load.

    `defines` are the functions in which it may differ from the reference, `suspect` the one, if any
    is known, in which it does; `whole`: it has nothing of the reference's. Of a form (`forms`)
    there is nothing to be laid out.
    """

    name: str
    kind: Kind
    sentence: str
    loses: frozenset[str]
    defines: frozenset[str]
    lay_out: Callable[[Path], Path]
    suspect: str = ""
    whole: bool = False


def every(assignment: Assignment) -> list[Subject]:
    """The reference itself, the wheats and chaffs whose packages are here, mutants and forms."""
    reference = assignment.root / "reference"
    functions = frozenset(assignment.spec.functions)
    found = [
        Subject(REFERENCE, "wheat", "The reference.", frozenset(), functions, lambda _: reference)
    ]
    for form in forms.FORMS:
        found.append(
            Subject(form, "form", "", frozenset(), functions, lambda home: home, whole=True)
        )
    for kind in ("wheats", "chaffs"):
        known = specimens.find(assignment, kind)
        found += [_specimen(assignment, one) for one in known if not one.missing]
    users = mutate.users(file.read_text("utf-8") for file in reference.rglob("*.py"))
    for module in assignment.spec.modules:
        source = (reference / f"{module}.py").read_text("utf-8")
        for mutant in mutate.mutants(source):
            changed = {f for f in functions if f.partition(".")[2] in users[mutant.function]}
            found.append(_mutant(reference, module, mutant, frozenset(changed)))
    return found


def untried(assignment: Assignment) -> dict[str, list[str]]:
    """The specimens that `every` leaves out, and the packages that they would need."""
    known = [*specimens.find(assignment, "wheats"), *specimens.find(assignment, "chaffs")]
    return {one.name: one.missing for one in known if one.missing}


def _specimen(assignment: Assignment, specimen: Specimen) -> Subject:
    """One that overrides nothing spoils all of its module, say because it can't be imported."""
    every, module = assignment.spec.functions, specimen.module
    of_module = frozenset(name for name in every if module in (None, module_of(name)))
    defines = specimens.overridden(assignment, specimen) or of_module

    def lay_out(home: Path) -> Path:
        if module is None:
            return specimen.path
        for one in set(map(module_of, defines)):
            (home / f"{one}.py").write_text(specimens.text_of(specimen, one), "utf-8")
        return home

    kind: Kind = "chaff" if specimen.loses else "wheat"
    said = specimen.sentences["en"]
    whole = module is None
    return Subject(specimen.name, kind, said, specimen.loses, defines, lay_out, whole=whole)


def _mutant(reference: Path, module: str, mutant: Mutant, changed: frozenset[str]) -> Subject:
    def lay_out(home: Path) -> Path:
        work = home / "mutant"
        shutil.copytree(reference, work, ignore=shutil.ignore_patterns(f"{module}.*"))
        (work / f"{module}.py").write_text(mutant.source, "utf-8")
        return work

    name, suspect = f"{module}.{mutant.name}", f"{module}.{mutant.function}"
    return Subject(name, "mutant", "", frozenset(), changed, lay_out, suspect)


def module_of(function: str) -> str:
    """The module of `module.function`."""
    return function.partition(".")[0]
