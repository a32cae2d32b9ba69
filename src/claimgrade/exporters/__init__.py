"""Exporters: each turns results into the file that another tool reads, with the same totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import files
from ..spec import Reveal
from . import canvas, gradebooks, platforms, testreports
from .errors import ExportError
from .result import Options, Result, read

__all__ = ["FORMATS", "ExportError", "Format", "Options", "export"]


class Format(NamedTuple):
    """The usual name of the file, how it is made, and the options it takes."""

    file: str
    one: Callable[[Result, Options], str] | None = None  # of a submission
    all: Callable[[Iterator[Result], Options], str] | None = None  # of a class
    takes: tuple[str, ...] = ()


FORMATS = {
    "gradescope": Format("results.json", one=platforms.gradescope, takes=("visibility",)),
    "classroom50": Format("result.json", one=platforms.classroom50),
    "prairielearn": Format("results.json", one=platforms.prairielearn),
    "autolab": Format("autolab.json", one=platforms.autolab),
    "ctrf": Format("ctrf.json", one=testreports.ctrf),
    "junit": Format("junit.xml", one=testreports.junit),
    "canvas": Format("canvas.csv", all=canvas.canvas, takes=("roster", "column")),
    "moodle": Format("moodle.csv", all=gradebooks.moodle, takes=("roster", "column")),
    "nbgrader": Format("nbgrader.csv", all=gradebooks.nbgrader),
}


def export(
    name: str, paths: Sequence[Path], options: Options, language: str, level: Reveal | None
) -> Iterator[tuple[str, str]]:
    """(file, content) for each file: of a class there is one, else one a submission, in a folder.

    Raises `ExportError` for what can't be exported as it is; the sentence says what to do.
    """
    format_ = FORMATS[name]
    results = (read(path, language, level) for path in paths)
    if format_.all is not None:
        yield format_.file, format_.all(results, options)
    elif format_.one is not None:
        taken: set[str] = set()
        for result in results:
            own = Path(result.grade.submission).name or "submission"
            folder = files.free_name(own, taken)
            yield f"{folder}/{format_.file}", format_.one(result, options)
