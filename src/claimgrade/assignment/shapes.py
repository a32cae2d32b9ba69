"""A small language for shapes: `"n d"`, `"T+1 n"`, `"T*(T+1)/2 3"`.

`"..."` is any shape, `""` that of a single number. The arguments of a call bind the names, `"n"` or
`"n+1"` that of n, in any order; the shape that its answer must have follows from them.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cache
from types import CodeType
from typing import Any

ANY = "..."
_NOT_A_SIZE = (
    "is not a size: write names, whole numbers and + - * /, and a blank between sizes, "
    'as in "T+1 n"'
)
Sizes = dict[str, Any]

_ARITHMETIC = (
    ast.Expression, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.FloorDiv,
    ast.Name, ast.Load, ast.Constant,
)  # fmt: skip


def names(shape: str) -> set[str]:
    """The names that a shape mentions; `ValueError` where it isn't a shape."""
    nodes = (node for entry in _entries(shape) for node in ast.walk(entry))
    return {node.id for node in nodes if isinstance(node, ast.Name)}


def names_bound(shape: str) -> set[str]:
    """The names that an argument of this shape gives: n in `"n"` and `"n+1"`, not in `"2*n"`."""
    return {name for given in _gives(shape) for name, _ in given}


def bind(shape: str, actual: Sequence[int], sizes: Sizes) -> None:
    """Read sizes off an argument of this shape: n from `"n"`, T from `"T+1"`."""
    if shape == ANY:
        sizes[ANY] = tuple(actual)
        return
    for given, size in zip(_gives(shape), actual, strict=True):
        for name, more in given:
            sizes[name] = size - more


def size_of(shape: str, sizes: Sizes) -> tuple[int, ...]:
    """The shape in numbers, once the arguments have bound its names."""
    if shape == ANY:
        return tuple(sizes[ANY])
    return tuple(eval(code, {"__builtins__": {}}, sizes) for code in _compiled(shape))


def as_tuple(shape: str) -> str:
    """`"n d"` as a student reads it: `(n, d)`."""
    entries = shape.split()
    return f"({', '.join(entries)}{',' if len(entries) == 1 else ''})"


def _given(entry: ast.Expression) -> list[tuple[str, int]]:
    """The name that an entry gives a size to, and how much larger the entry is; none, or one."""
    match entry.body:
        case ast.Name(id=name):
            return [(name, 0)]
        case ast.BinOp(left=ast.Name(id=name), op=ast.Add(), right=ast.Constant(value=int(more))):
            return [(name, more)]
        case _:
            return []


@cache
def _gives(shape: str) -> list[list[tuple[str, int]]]:
    return [_given(entry) for entry in _entries(shape)]


@cache
def _entries(shape: str) -> list[ast.Expression]:
    return [] if shape == ANY else [_parsed(entry) for entry in shape.split()]


@cache
def _compiled(shape: str) -> list[CodeType]:
    return [compile(entry, "<shape>", "eval") for entry in _entries(shape)]


def _parsed(entry: str) -> ast.Expression:
    """The only way into `eval`: names, whole numbers and their arithmetic."""
    try:
        expression = ast.parse(entry.replace("/", "//"), mode="eval")
    except SyntaxError:
        raise ValueError(f"{entry!r} {_NOT_A_SIZE}") from None
    if not all(isinstance(node, _ARITHMETIC) for node in ast.walk(expression)):
        raise ValueError(f"{entry!r} {_NOT_A_SIZE}")
    return expression
