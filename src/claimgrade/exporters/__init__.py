"""Exporters: each turns results into the file that another tool reads, with the same totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import files
from ..spec import Reveal
from ..text import Sentences
from . import canvas, gradebooks, platforms, testreports
from .errors import ExportError
from .result import Options, Result, read

__all__ = ["FORMATS", "ExportError", "Format", "Options", "export"]

LEFT_OUT = "export_left_out"
OF_A_CLASS = ("roster", "column")


class Format(NamedTuple):
    """The usual name of the file, how it is made, and the options it takes."""

    file: str
    one: Callable[[Result, Options], str] | None = None  # of a submission
    all: Callable[[Iterator[Result], Options], str] | None = None  # of a class
    takes: tuple[str, ...] = ()
    unread: str = "export_zero"  # the key of what is said of a submission that could not be read


FORMATS = {
    "gradescope": Format("results.json", one=platforms.gradescope, takes=("visibility",)),
    "classroom50": Format("result.json", one=platforms.classroom50),
    "prairielearn": Format(
        "results.json", one=platforms.prairielearn, unread="export_not_gradable"
    ),
    "autolab": Format("autolab.json", one=platforms.autolab),
    "ctrf": Format("ctrf.json", one=testreports.ctrf, unread="export_other"),
    "junit": Format("junit.xml", one=testreports.junit, unread="export_other"),
    "canvas": Format("canvas.csv", all=canvas.canvas, takes=OF_A_CLASS, unread=LEFT_OUT),
    "moodle": Format("moodle.csv", all=gradebooks.moodle, takes=OF_A_CLASS, unread=LEFT_OUT),
    "nbgrader": Format("nbgrader.csv", all=gradebooks.nbgrader, unread="export_blank"),
}


def export(
    name: str,
    paths: Sequence[Path],
    options: Options,
    language: str,
    level: Reveal | None,
    tell: Callable[[str], object] = lambda sentence: None,
) -> Iterator[tuple[str, str]]:
    """(file, content) for each file: of a class there is one, else one a submission, in a folder.

    `tell` is told what becomes of a submission that could not be read: no format has it as an
    ordinary 0. Raises `ExportError` for what can't be exported as it is; the sentence says what to
    do.
    """
    format_ = FORMATS[name]
    results = _told((read(path, language, level) for path in paths), format_, language, tell)
    if format_.all is not None:
        yield format_.file, format_.all(results, options)
    elif format_.one is not None:
        taken: set[str] = set()
        for result in results:
            own = Path(result.grade.submission).name or "submission"
            folder = files.free_name(own, taken)
            yield f"{folder}/{format_.file}", format_.one(result, options)


def _told(
    results: Iterator[Result], format_: Format, language: str, tell: Callable[[str], object]
) -> Iterator[Result]:
    """The results that a format has a place for."""
    say = Sentences(language)
    for result in results:
        grade = result.grade
        if grade.unreadable:
            tell(say(format_.unread, name=grade.submission, why=grade.unreadable))
        if not grade.unreadable or format_.unread != LEFT_OUT:
            yield result
