"""Jupyter notebooks: the code cells of one, run as one module.

A line that only Jupyter understands, as `%matplotlib inline` or `!pip list`, does nothing here.
Each cell is compiled under a name of its own, so that a traceback says `work.ipynb, cell 3`, the
third of the code cells.
"""

from __future__ import annotations

import ast
import linecache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import msgspec

SUFFIX = ".ipynb"
PYTHON_CELLS = ("%%time", "%%timeit", "%%capture")  # cell magics with Python below them


class NotANotebook(Exception):
    """The content is not a notebook's; `key` is that of the sentence that says what is amiss."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class _Cell(msgspec.Struct):
    cell_type: str
    source: str | list[str]


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


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
    a text of the line before: hence a line is taken out where Python itself stumbles over it.
    """
    lines = source.splitlines(keepends=True)
    if source.startswith("%%"):
        if not source.startswith(PYTHON_CELLS):
            return ""
        lines[0] = "\n"
    for _ in range(len(lines)):
        try:
            ast.parse("".join(lines))
        except SyntaxError as error:
            place = (error.lineno or 0) - 1
            if not 0 <= place < len(lines) or not _is_jupyters(lines[place]):
                break
            indent = lines[place][: -len(lines[place].lstrip())]
            lines[place] = f"{indent}pass\n"
        except (ValueError, RecursionError, MemoryError):
            break
    return "".join(lines)


class Loader(SourceFileLoader):
    """Runs a notebook's cells one after the other, as Jupyter's "run all" does."""

    def exec_module(self, module: ModuleType) -> None:
        """Run them in the module; what a cell raises passes."""
        for number, source in enumerate(code_cells(Path(self.path).read_bytes()), 1):
            name = f"{self.path}, cell {number}"
            text = python(source)
            linecache.cache[name] = (len(text), None, source.splitlines(keepends=True), name)
            exec(compile(text, name, "exec"), module.__dict__)


def _is_jupyters(line: str) -> bool:
    return line.lstrip().startswith(("%", "!", "?")) or line.rstrip().endswith("?")
