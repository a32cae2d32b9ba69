"""Mutants: copies of a module with one small edit each, as a typing mistake would make it.

Ours, because known tools edit files in place and run a command a mutant, and their edits are those
of software (conditions, boundaries); mistakes in mathematics swap factors, drop terms, lose a
transpose.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

Node = TypeVar("Node", bound=ast.AST)

_OPERATORS: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub], ast.Sub: [ast.Add], ast.Mult: [ast.Div, ast.Add], ast.Div: [ast.Mult],
    ast.MatMult: [ast.Mult], ast.Pow: [ast.Mult], ast.FloorDiv: [ast.Mult], ast.Mod: [ast.Mult],
}  # fmt: skip
_COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt], ast.LtE: [ast.Lt, ast.GtE], ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE], ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq],
}  # fmt: skip


class Mutant(NamedTuple):
    """One edit of one function; `name` shows it: `power: n == 0 -> n == 1`."""

    name: str
    function: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of the functions of a module, in their order; no two are the same program."""
    names: Counter[str] = Counter()
    found = []
    for number, function in enumerate(ast.parse(source).body):
        if not isinstance(function, ast.FunctionDef):
            continue
        programs = {ast.unparse(function)}  # of this function: the others are as they were
        for node, changed in _edits(function):
            edited = _edited(source, node, changed)
            program = ast.unparse(ast.parse(edited).body[number])
            if program not in programs:
                programs.add(program)
                name = f"{function.name}: {ast.unparse(node)} -> {changed}"
                names[name] += 1
                place = f" ({names[name]})" if names[name] > 1 else ""
                found.append(Mutant(name + place, function.name, edited))
    return found


def users(sources: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each function of these modules the functions that may come to call it, itself among them.

    By plain names, whoever's they are, so rather too many than too few. What is named outside of
    functions, or gets another name in an import, may have a part in everything.
    """
    calls: defaultdict[str, set[str]] = defaultdict(set)
    everywhere: set[str] = set()
    for statement in (node for source in sources for node in ast.parse(source).body):
        if isinstance(statement, ast.FunctionDef):
            calls[statement.name] |= _names(statement)
        else:
            everywhere |= _names(statement)
    called = {name: _reached({name} | everywhere, calls) for name in calls}
    return {name: frozenset(user for user in calls if name in called[user]) for name in calls}


def _reached(names: set[str], calls: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = names & calls.keys()
    while left:
        found |= left
        left = set().union(*(calls[name] for name in left)) & calls.keys() - found
    return found


def _names(node: ast.AST) -> set[str]:
    """Every name that occurs in a statement; of an import, those that it changes."""
    found: set[str] = set()
    for part in ast.walk(node):
        match part:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                found.add(name)
            case ast.alias(name=name, asname=str(other)) if other != name:
                found.add(name)
    return found


def _edited(source: str, node: ast.expr | ast.stmt, changed: str) -> str:
    """The text with another one in the place of a node; positions count bytes of a line."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    assert node.end_lineno is not None and node.end_col_offset is not None
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    whole = b"".join(lines)
    return (whole[:start] + changed.encode() + whole[end:]).decode()


def _edits(function: ast.FunctionDef) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Nodes of a function's body, in their order, each with a text that may stand in its place."""
    for statement in function.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue  # the docstring
        for node in ast.walk(statement):
            if isinstance(node, ast.AugAssign):
                yield node, "pass"
            elif isinstance(node, ast.expr):
                yield from ((node, _text(changed)) for changed in _changes(node))


def _text(changed: ast.expr) -> str:
    """In parentheses, which keep it in one piece; slices can't have any."""
    if isinstance(changed, ast.Slice):
        return ast.unparse(changed)
    if isinstance(changed, ast.Tuple) and any(isinstance(e, ast.Slice) for e in changed.elts):
        return ", ".join(map(ast.unparse, changed.elts))
    return f"({ast.unparse(changed)})"


def _changes(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Constant(value=value):
            yield from map(ast.Constant, _neighbours(value))
        case ast.BinOp():
            yield from _other_operations(node)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Compare(ops=[operator]):
            yield from (
                _with(node, ops=[other()]) for other in _COMPARISONS.get(type(operator), [])
            )
        case ast.Attribute(attr="T", value=value):
            yield value
        case ast.Call(args=[_, *_]):
            yield from _other_calls(node)
        case ast.Slice():
            yield from (_with(node, **{end: None}) for end in ("lower", "upper"))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Tuple(elts=[first, second, *rest], ctx=ast.Load()):
            yield _with(node, elts=[second, first, *rest])


def _neighbours(value: object) -> list[Any]:
    """Constants that are easily written in the place of this one; a string is lost."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, value - 1]
    return [""] if isinstance(value, str) else []


def _other_operations(node: ast.BinOp) -> Iterator[ast.expr]:
    """Another operator; operands swapped, one of them lost, or, of matrices, transposed."""
    yield from (_with(node, op=other()) for other in _OPERATORS.get(type(node.op), []))
    if not isinstance(node.op, ast.Add | ast.Mult):  # which commute
        yield _with(node, left=node.right, right=node.left)
    yield from (node.left, node.right)
    if isinstance(node.op, ast.MatMult):
        yield _with(node, left=ast.Attribute(node.left, "T", ast.Load()))
        yield _with(node, right=ast.Attribute(node.right, "T", ast.Load()))


def _other_calls(node: ast.Call) -> Iterator[ast.expr]:
    """Neighbouring arguments swapped; the call lost around its first one."""
    for place in range(len(node.args) - 1):
        first, second = node.args[place : place + 2]
        yield _with(node, args=[*node.args[:place], second, first, *node.args[place + 2 :]])
    yield node.args[0]


def _with(node: Node, **fields: object) -> Node:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
