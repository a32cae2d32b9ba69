"""Jupyter notebooks: their code cells, as Python.

A line that only Jupyter understands, as `%matplotlib inline` or `!pip list`, does nothing here,
and `%time r = f()` is `r = f()`. What Jupyter hands to every notebook, `display` and `get_ipython`,
is there and does nothing. All this is our own, so that a grade doesn't hang on which IPython is
installed.
"""

from __future__ import annotations

import ast
import re
from typing import Any

import msgspec

from ..assignment.refusal import Refusal

SUFFIX = ".ipynb"

# Cell magics with Python below them, which runs in the notebook
PYTHON_CELLS = ("time", "timeit", "capture", "prun", "memit", "writefile", "file")
CELL_MAGIC = re.compile(r"%%(\w+)[ \t]*(.*)")
WRITTEN = re.compile(r"(?:\S*/)?(\w+)\.py")  # by %%writefile, the last word of its line
TIMED = re.compile(r"%time\s+(?=\S)")
RUN = re.compile(r"%run\s+(?:.*\s)?(?:\./)?(\w+)\.py\s*$")
ASSIGNED = re.compile(r"([\w\s.,*\[\]()'\"]+=\s*)(!|%)(.*)", re.DOTALL)
TYPED_WITHOUT_PERCENT = re.compile(r"(pip|conda|mamba|cd|ls|mkdir|cat|cp|mv|rm)\s")  # automagic


class NotANotebook(Refusal):
    """The content is not a notebook's."""


class _Cell(msgspec.Struct):
    cell_type: str
    source: str | list[str]


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


class Nothing:
    """What takes any call, attribute or item and does nothing: Jupyter's own, where it isn't."""

    def __call__(self, *_: Any, **__: Any) -> Nothing:
        return self

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):  # nor is it anything in particular, such as an array
            raise AttributeError(name)
        return self

    def __getitem__(self, _: Any) -> Nothing:
        return self

    def __iter__(self) -> Any:
        return iter(())

    def __enter__(self) -> Nothing:
        return self

    def __exit__(self, *_: Any) -> None:
        return None


NOTHING = Nothing()
GIVEN = {"display": NOTHING, "get_ipython": NOTHING}  # names that Jupyter gives to a notebook


def code_cells(content: bytes) -> list[str]:
    """The sources of the code cells, in their order; `NotANotebook` for anything else."""
    try:
        notebook = msgspec.json.decode(content, type=_Notebook)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotANotebook("not_a_notebook") from None
    code = ["".join(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    if not code:
        raise NotANotebook("no_code_cells")
    return code


def python(source: str) -> str:
    """A cell without what only Jupyter understands; every other line keeps its number.

    Such a line is no Python, whatever stands around it, but a `%` may also go on with a formula or
    a text of the line before: hence a line is replaced where Python itself stumbles over it.
    """
    lines = _dedented(source.splitlines(keepends=True))
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines and (magic := CELL_MAGIC.match(lines[first])):
        below = _below(magic[1], magic[2])
        if below is None:
            return ""
        lines[first] = f"{below}\n"
    for _ in range(len(lines)):
        try:
            ast.parse("".join(lines))
        except SyntaxError as error:
            place = (error.lineno or 0) - 1
            if not 0 <= place < len(lines) or not _replace(lines, place):
                break
        except (ValueError, RecursionError, MemoryError):
            break
    return "".join(lines)


def written(source: str) -> str:
    """The name of the module that a cell writes with `%%writefile`; "" where it writes none."""
    magic = CELL_MAGIC.match(source.lstrip())
    if magic is None or magic[1] not in ("writefile", "file"):
        return ""
    name = WRITTEN.fullmatch(_last_word(magic[2]))
    return name[1] if name else ""


def _below(magic: str, rest: str) -> str | None:
    """What stands for a cell magic above Python; None where other things are below it."""
    if magic not in PYTHON_CELLS:
        return None
    if magic in ("writefile", "file"):
        return "" if WRITTEN.fullmatch(_last_word(rest)) else None
    kept = _last_word(rest)
    if magic == "capture" and kept.isidentifier():  # the name of what would be captured
        return f"{kept} = get_ipython()"
    return ""


def _last_word(text: str) -> str:
    return (text.split() or [""])[-1].strip("'\"")


def _dedented(lines: list[str]) -> list[str]:
    """The lines without the indentation of the first, which Jupyter overlooks."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: -len(first.lstrip())] if first else ""
    return [line.removeprefix(indent) for line in lines] if indent else lines


def _replace(lines: list[str], place: int) -> bool:
    """Put Python in the place of a line of Jupyter's, and of those that it goes on in."""
    line = lines[place]
    indent = line[: -len(line.lstrip())]
    meant = _meant(line.strip(), nested=bool(indent))
    if meant is None:
        return False
    lines[place] = f"{indent}{meant}\n"
    while not meant.endswith("\\") and line.rstrip().endswith("\\") and place + 1 < len(lines):
        place += 1
        line, lines[place] = lines[place], "\n"
    return True


def _meant(line: str, *, nested: bool) -> str | None:
    """A line of Jupyter's in Python; None where it isn't one."""
    if timed := TIMED.match(line):
        return line[timed.end() :]
    if (run := RUN.match(line)) and not nested:
        return f"from {run[1]} import *"
    if line.startswith(("%", "!", "?")) or line.endswith("?") or TYPED_WITHOUT_PERCENT.match(line):
        return "pass"
    if assigned := ASSIGNED.match(line):
        target, sign, rest = assigned.groups()
        if timed := TIMED.match(sign + rest):
            return target + (sign + rest)[timed.end() :]
        return f"{target}[]" if sign == "!" else f"{target}None"
    return None
