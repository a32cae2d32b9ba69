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
from .result import Options, Result, Tell, read

__all__ = ["FORMATS", "ExportError", "Format", "Options", "export"]

LEFT_OUT = "export_left_out"
HAS_POINTS = ("export_zero", "export_other")  # of what was graded where a part was not
OF_A_CLASS = ("roster", "column")


class Format(NamedTuple):
    """The usual name of the file, how it is made, and the options it takes.

    `needs` says what must have been done on the platform.
    """

    file: str
    one: Callable[[Result, Options], str] | None = None  # of a submission
    all: Callable[[Iterator[Result], Options, Tell], str] | None = None  # of a class
    takes: tuple[str, ...] = ()
    unread: str = "export_zero"  # the key of what is said of a submission that could not be read
    needs: Callable[[Result], str] | None = None


FORMATS = {
    "gradescope": Format("results.json", one=platforms.gradescope, takes=("visibility",)),
    "classroom50": Format("result.json", one=platforms.classroom50),
    "prairielearn": Format(
        "results.json", one=platforms.prairielearn, unread="export_not_gradable"
    ),
    "autolab": Format("autolab.json", one=platforms.autolab, needs=platforms.needed_of_autolab),
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
    tell: Tell = lambda sentence: None,
) -> Iterator[tuple[str, str]]:
    """(file, content) for each file: of a class there is one, else one a submission, in a folder.

    `tell` is told what becomes of a submission that was not graded, for no format has it as an
    ordinary 0, and who is left out of the one file of a class. Raises `ExportError` for what can't
    be exported as it is; the sentence says what to do.
    """
    format_ = FORMATS[name]
    results = _told(paths, format_, language, level, tell)
    if format_.all is not None:
        yield format_.file, format_.all(results, options, tell)
    elif format_.one is not None:
        taken: set[str] = set()
        for result in results:
            if format_.needs and not taken:
                tell(format_.needs(result))
            own = Path(result.grade.submission).name or "submission"
            folder = files.free_name(own, taken)
            yield f"{folder}/{format_.file}", format_.one(result, options)


def _told(
    paths: Sequence[Path], format_: Format, language: str, level: Reveal | None, tell: Tell
) -> Iterator[Result]:
    """The results that a format has a place for; one that is not complete stops no class."""
    say = Sentences(language)
    for path in paths:
        try:
            result = read(path, language, level)
        except ExportError as error:
            if format_.all is None:
                raise
            tell(say(LEFT_OUT, name=path, why=error))
            continue
        if result.ungraded:
            in_part = not result.grade.unreadable and format_.unread in HAS_POINTS
            key = "export_in_part" if in_part else format_.unread
            tell(say(key, name=result.grade.submission, why=result.ungraded))
        if not result.ungraded or format_.unread != LEFT_OUT:
            yield result
