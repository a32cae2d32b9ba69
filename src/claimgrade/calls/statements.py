"""The top-level statements of a student's file, each to be run by itself."""

from __future__ import annotations
import __future__

import ast
import sys
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple, TypeGuard


class Statement(NamedTuple):
    """A top-level statement, compiled, and the line that it begins in.

    `flags` are those of `from __future__ import`, up to here.
    """

    node: ast.stmt
    code: CodeType
    flags: int

    @property
    def line(self) -> int:
        return self.node.lineno


def compiled(label: str, source: bytes | str, flags: int, *, flat: bool) -> Iterator[Statement]:
    """The statements of a file, or of a cell, one by one; what `compile` raises passes.

    `flat`: the file is in no package.
    """
    tree = ast.parse(source, label)
    if flat:
        _InNoPackage().visit(tree)
    for node in (part for whole in tree.body for part in _single(whole)):
        flags |= _flags(node)
        module = ast.Module([node], [])
        yield Statement(node, compile(module, label, "exec", flags, dont_inherit=True), flags)


class _InNoPackage(ast.NodeTransformer):
    """Has `from .other import f` mean the file beside it: they were a package until handed in."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        """The same without the dot."""
        if node.level != 1:
            return node
        parts = (
            ast.ImportFrom(node.module, node.names, 0) if node.module else ast.Import(node.names)
        )
        return ast.copy_location(parts, node)


def _single(node: ast.stmt) -> list[ast.stmt]:
    """`import a, b` as two statements, for either may fail."""
    if isinstance(node, ast.Import):
        return [ast.copy_location(ast.Import([alias]), node) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        parts = [ast.ImportFrom(node.module, [alias], node.level) for alias in node.names]
        return [ast.copy_location(part, node) for part in parts]
    return [node]


def _flags(node: ast.stmt) -> int:
    if not isinstance(node, ast.ImportFrom) or node.module != "__future__":
        return 0
    name = node.names[0].name
    return getattr(__future__, name).compiler_flag if name in __future__.all_feature_names else 0


def is_for_want_of_an_import(error: BaseException, node: ast.stmt) -> TypeGuard[Exception]:
    """Whether a package or a file of the student's lacks what was to be imported, or is used so.

    The standard library is the same for everybody: who asks it for what it doesn't have is wrong.
    """
    if isinstance(error, ModuleNotFoundError):
        return True
    if isinstance(error, ImportError):
        return (error.name or "").partition(".")[0] not in sys.stdlib_module_names
    return isinstance(node, ast.Import | ast.ImportFrom) and isinstance(error, Exception)


def bound(node: ast.stmt) -> set[str]:
    """The names that a statement binds, as far as they can be told from it."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import():
            return {part.asname or part.name.partition(".")[0] for part in node.names}
        case ast.ImportFrom():
            return {part.asname or part.name for part in node.names} - {"*"}
    found: set[str] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.add(part.id)
        elif isinstance(part, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
            found |= bound(part)
    return found
