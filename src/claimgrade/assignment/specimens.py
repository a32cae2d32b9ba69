"""Known submissions: wheats, which are correct, and chaffs, each with one misconception.

A specimen file overrides functions of one module, the module its directory is named after;
everything else is the reference, importable as `correct` wherever a specimen is graded. A specimen
directory is a whole submission, described by its `specimen.py`.
"""

from __future__ import annotations

import ast
import shutil
import symtable
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypeGuard

from .root import Assignment
from .spec import LANGUAGES

DESCRIPTION = "specimen.py"
REFERENCE = "correct"  # what the reference is called where a specimen is graded
ANYTHING = "*"
AS_GIVEN = "AS_GIVEN"  # what a specimen sets whose mistake is in the form of its arguments
# A specimen is about formulas, and short. So it need not begin with np.asarray: it is given arrays.
_GIVEN_ARRAYS = """

def _given_arrays(function):
    import functools

    import numpy

    def as_array(argument):
        is_whole = isinstance(argument, numpy.ndarray) and argument.dtype.kind == "i"
        return numpy.array(argument, float) if isinstance(argument, list) or is_whole else argument

    @functools.wraps(function)
    def given(*arguments):
        return function(*map(as_array, arguments))

    return given


for _name in {names}:
    globals()[_name] = _given_arrays(globals()[_name])
"""
BYTECODE = shutil.ignore_patterns("__pycache__")


class SpecimenError(Exception):
    """A specimen that doesn't say what it is; the sentence names the file."""


class Specimen(NamedTuple):
    """`sentences` says what it is, by language; `loses`, which claims it must lose (a wheat: none).

    The sentences are the paragraphs of its docstring, in the order of `LANGUAGES`; `needs` are the
    packages that it imports and a student's code need not have. `footer` are the lines that come
    after a file's own.
    """

    name: str
    path: Path
    module: str | None
    sentences: dict[str, str]
    loses: frozenset[str]
    needs: tuple[str, ...]
    footer: str = ""

    @property
    def missing(self) -> list[str]:
        """Those of its packages that are not installed, without which it can't be graded."""
        return [package for package in self.needs if find_spec(package) is None]


def find(assignment: Assignment, kind: str) -> list[Specimen]:
    """All of one kind, `"wheats"` or `"chaffs"`, in the order of their names."""
    directory = assignment.root / "specimens" / kind
    found = [
        specimen
        for module in assignment.spec.modules
        for file in (directory / module).glob("*.py")
        for specimen in _read(file, assignment, module, f"{module}/{file.stem}")
    ]
    for file in directory.glob(f"*/{DESCRIPTION}"):
        found += _read(file, assignment, None, file.parent.name)
    return sorted(found, key=lambda specimen: specimen.name)


def overriding(assignment: Assignment, module: str, function: str) -> list[Specimen]:
    """The chaffs of a module that override one of its functions, in the order of their names."""
    directory = assignment.root / "specimens" / "chaffs" / module
    found = [
        specimen
        for file, text in _texts(directory)
        if function in text and _bound(text, module) & {function, ANYTHING}
        for specimen in _read(file, assignment, module, f"{module}/{file.stem}")
    ]
    return sorted(found, key=lambda specimen: specimen.name)


def text_of(specimen: Specimen, module: str) -> str:
    """The module as a specimen file has it: the reference's, with what the file overrides."""
    first = f"from {REFERENCE}.{module} import *  # noqa: F403\n\n"
    if module != specimen.module:
        return first
    return first + specimen.path.read_text("utf-8") + specimen.footer


def assemble(assignment: Assignment, specimen: Specimen, target: Path) -> Path:
    """Lay a specimen out in `target` as a submission; returns the directory to grade."""
    if specimen.module is None:
        return specimen.path
    shutil.copytree(assignment.root / "reference", target / REFERENCE, ignore=BYTECODE)
    for module in assignment.spec.modules:
        (target / f"{module}.py").write_text(text_of(specimen, module), "utf-8")
    return target


def overridden(assignment: Assignment, specimen: Specimen) -> frozenset[str]:
    """The functions of the spec in which a specimen may differ from the reference.

    As `module.function`: those whose names it binds, in whatever way, to anything but that function
    of `correct`; none where it doesn't come to bind one. All there are where it takes hold of a
    module of `correct`, in which it may change what it likes.
    """
    every, path = frozenset(assignment.spec.functions), specimen.path
    modules = [specimen.module] if specimen.module else assignment.spec.modules
    files = {module: path if specimen.module else path / f"{module}.py" for module in modules}
    found: set[str] = set()
    for module, file in files.items():
        bound = _bound(file.read_text("utf-8"), module) if file.is_file() else frozenset()
        found |= every if ANYTHING in bound else {f"{module}.{name}" for name in bound}
    return every & found


@cache
def _bound(text: str, module: str) -> frozenset[str]:
    """The names that a specimen binds, but for those of `correct` that it imports as they are.

    Among them ANYTHING, where it imports a module of `correct`, or all that some other module has.
    """
    symbols = symtable.symtable(text, module, "exec").get_symbols()
    imports = filter(_is_import, ast.walk(ast.parse(text)))
    imported = {name for node in imports for name in _imported(node, module)}
    own = {one.get_name() for one in symbols if one.is_assigned() or one.is_declared_global()}
    return frozenset(own | imported)


def _is_import(node: ast.AST) -> TypeGuard[ast.Import | ast.ImportFrom]:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _imported(node: ast.Import | ast.ImportFrom, module: str) -> Iterator[str]:
    source = node.module if isinstance(node, ast.ImportFrom) else None
    for alias in node.names:
        if source == f"{REFERENCE}.{module}" and alias.asname in (None, alias.name):
            continue
        is_module = REFERENCE in (source, alias.name.partition(".")[0])
        yield ANYTHING if is_module or alias.name == "*" else alias.asname or alias.name


@cache
def _texts(directory: Path) -> list[tuple[Path, str]]:
    """Its Python files with what is in them: read once, for all the functions of a module."""
    return [(file, file.read_text("utf-8")) for file in sorted(directory.glob("*.py"))]


def _read(file: Path, assignment: Assignment, module: str | None, name: str) -> list[Specimen]:
    """The specimen in a file, or all of its family."""
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
    footer = _footer(tree, assignment, module) if module else ""
    one = Specimen(name, path, module, sentences, loses, tuple(_listed(tree, "NEEDS")), footer)
    return [
        one._replace(
            name=f"{name}_{value}",
            sentences={
                key: said.replace(f"{{{of}}}", str(value)) for key, said in sentences.items()
            },
            footer=f"\n\n{of} = {value!r}\n{footer}",
        )
        for of, values in _family(tree)
        for value in values
    ] or [one]


def _footer(tree: ast.Module, assignment: Assignment, module: str) -> str:
    """What gives the functions of a specimen arrays of decimal numbers, whatever is asked."""
    own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    asked = {function.partition(".")[2] for function in assignment.spec.functions}
    names = sorted(own & asked)
    return "" if _assigned(tree, AS_GIVEN) or not names else _GIVEN_ARRAYS.format(names=names)


def _family(tree: ast.Module) -> list[tuple[str, list[float]]]:
    """The name that a family differs in, and its values: `FAMILY = {"LAG": [1, 2, 3]}`.

    There is one specimen for each.
    """
    return [item for node in _assigned(tree, "FAMILY") for item in ast.literal_eval(node).items()]


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
    return [text for node in _assigned(tree, name) for text in ast.literal_eval(node)]


def _assigned(tree: ast.Module, name: str) -> list[ast.expr]:
    """What a specimen assigns to this name at first, if it does."""
    assignments = (node for node in tree.body if isinstance(node, ast.Assign))
    return [node.value for node in assignments if ast.unparse(node.targets[0]) == name][:1]
