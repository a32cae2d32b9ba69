"""Known submissions: wheats, which are correct, and chaffs, each with one misconception.

A specimen file overrides functions of one module, the module its directory is named after;
everything else is the reference, importable as `correct` wherever a specimen is graded. A specimen
directory is a whole submission, described by its `specimen.py`.
"""

from __future__ import annotations

import ast
import shutil
import symtable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from .assignment import Assignment
from .spec import LANGUAGES

DESCRIPTION = "specimen.py"
BYTECODE = shutil.ignore_patterns("__pycache__")


class SpecimenError(Exception):
    """A specimen that doesn't say what it is; the sentence names the file."""


class Specimen(NamedTuple):
    """`sentences` says what it is, by language; `loses`, which claims it must lose (a wheat: none).

    The sentences are the paragraphs of its docstring, in the order of `LANGUAGES`; `needs` are the
    packages that it imports and a student's code need not have.
    """

    name: str
    path: Path
    module: str | None
    sentences: dict[str, str]
    loses: frozenset[str]
    needs: tuple[str, ...]

    @property
    def missing(self) -> list[str]:
        """Those of its packages that are not installed, without which it can't be graded."""
        return [package for package in self.needs if find_spec(package) is None]


def find(assignment: Assignment, kind: str) -> list[Specimen]:
    """All of one kind, `"wheats"` or `"chaffs"`, in the order of their names."""
    directory = assignment.root / "specimens" / kind
    found = [
        _read(file, assignment, module, f"{module}/{file.stem}")
        for module in assignment.spec.modules
        for file in (directory / module).glob("*.py")
    ]
    wholes = directory.glob(f"*/{DESCRIPTION}")
    found += [_read(file, assignment, None, file.parent.name) for file in wholes]
    return sorted(found, key=lambda specimen: specimen.name)


def assemble(assignment: Assignment, specimen: Specimen, target: Path) -> Path:
    """Lay a specimen out in `target` as a submission; returns the directory to grade."""
    if specimen.module is None:
        return specimen.path
    shutil.copytree(
        assignment.root / "reference",
        target / "correct",
        ignore=BYTECODE,
    )
    for module in assignment.spec.modules:
        own = specimen.path.read_text("utf-8") if module == specimen.module else ""
        text = f"from correct.{module} import *  # noqa: F403\n\n{own}"
        (target / f"{module}.py").write_text(text, "utf-8")
    return target


def defined(specimen: Specimen) -> set[str]:
    """`module.name` for whatever a specimen file defines or imports."""
    text = specimen.path.read_text("utf-8")
    symbols = symtable.symtable(text, str(specimen.path), "exec").get_symbols()
    bound = (one for one in symbols if one.is_assigned() or one.is_imported() or one.is_namespace())
    return {f"{specimen.module}.{one.get_name()}" for one in bound}


def _read(file: Path, assignment: Assignment, module: str | None, name: str) -> Specimen:
    tree = ast.parse(file.read_text("utf-8"))
    sentences = _sentences(file, tree)
    loses = frozenset(_listed(tree, "LOSES"))
    unknown = sorted(loses - set(assignment.spec.claims))
    if unknown:
        raise SpecimenError(f"{file}: LOSES names {unknown[0]!r}, which is no claim of the spec")
    is_chaff = "chaffs" in file.parts[-4:]
    if is_chaff != bool(loses):
        expected = "names the claims that it must lose" if is_chaff else "loses nothing"
        raise SpecimenError(f"{file}: LOSES = {sorted(loses)}, but it {expected}")
    path = file if module else file.parent
    return Specimen(name, path, module, sentences, loses, tuple(_listed(tree, "NEEDS")))


def _sentences(file: Path, tree: ast.Module) -> dict[str, str]:
    docstring = ast.get_docstring(tree) or ""
    said = [" ".join(paragraph.split()) for paragraph in docstring.split("\n\n")]
    if len(said) != len(LANGUAGES) or not all(said):
        raise SpecimenError(
            f"{file}: a specimen begins with a docstring that says what it is, one paragraph a "
            f"language: {', '.join(LANGUAGES)}; here are {len(list(filter(None, said)))}"
        )
    return dict(zip(LANGUAGES, said, strict=True))


def _listed(tree: ast.Module, name: str) -> list[str]:
    """The list of strings that a specimen assigns to this name; none if it doesn't."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return list(ast.literal_eval(node.value))
    return []
