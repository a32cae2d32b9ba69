"""Exporters: each turns results into the file that another tool reads, with the same totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..assignment.messages import Sentences
from ..assignment.spec import Reveal
from ..result import roll
from . import canvas, gradebooks, platforms, testreports
from .errors import ExportError
from .result import Options, Result, Tell, directory_of, is_in_its_directory, read

__all__ = ["FORMATS", "ExportError", "Format", "Options", "export", "found"]

LEFT_OUT = "export_left_out"
STUDENTS = ("roster", "column")  # options by which those of a class are told
HAS_POINTS = ("export_zero", "export_other")  # of what was graded where a part was not


class Format(NamedTuple):
    """The usual name of the file, how it is made, and the options that this takes by their names.

    Made of one `Result`, or, if it is one file `of_class`, of all of them, and of whom to tell of
    those that it leaves out. `needs` says what must have been done on the platform.
    """

    file: str
    make: Callable[..., str]
    of_class: bool = False
    takes: tuple[str, ...] = ()
    unread: str = "export_zero"  # the key of what is said of a submission that could not be read
    needs: Callable[[Result], str] | None = None


FORMATS = {
    "gradescope": Format("results.json", platforms.gradescope, takes=("visibility",)),
    "classroom50": Format("result.json", platforms.classroom50),
    "prairielearn": Format("results.json", platforms.prairielearn, unread="export_not_gradable"),
    "autolab": Format("autolab.json", platforms.autolab, needs=platforms.needed_of_autolab),
    "ctrf": Format("ctrf.json", testreports.ctrf, unread="export_other"),
    "junit": Format("junit.xml", testreports.junit, unread="export_other"),
    "canvas": Format("canvas.csv", canvas.canvas, of_class=True, takes=STUDENTS, unread=LEFT_OUT),
    "moodle": Format(
        "moodle.csv", gradebooks.moodle, of_class=True, takes=STUDENTS, unread=LEFT_OUT
    ),
    "nbgrader": Format("nbgrader.csv", gradebooks.nbgrader, of_class=True, unread="export_blank"),
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
    chosen = {option: getattr(options, option) for option in format_.takes}
    if format_.of_class:
        yield format_.file, format_.make(results, tell, **chosen)
        return
    seen: set[str] = set()
    for result in results:
        if format_.needs and not seen:
            tell(format_.needs(result))
        name = Path(result.grade.submission).name or "submission"
        if name in seen:
            raise ExportError(f"{result.path} is a second result of {name}: keep one")
        seen.add(name)
        yield f"{name}/{format_.file}", format_.make(result, **chosen)


def found(typed: Sequence[Path], language: str, tell: Tell) -> list[Path]:
    """The results that were typed, and those of a class, typed as its directory.

    Left out, and `tell` is told, is what the class's pages don't show: the work of somebody who has
    withdrawn, or is called otherwise by now, or on whom the grader has failed since. `ExportError`
    where nothing is left.
    """
    say, paths = Sentences(language), []
    for path in (result for each in typed for result in _results(each)):
        directory = directory_of(path)
        known = roll.of(directory.parent) if is_in_its_directory(path) else None
        listed = known.get(directory.name) if known is not None else None
        if known is None or (listed and not listed.fault):
            paths.append(path)
        else:
            why = say("export_unlisted", gradebook=path.parent.parent / roll.GRADEBOOK)
            tell(say(LEFT_OUT, name=directory.name, why=listed.fault if listed else why))
    if not paths:
        raise ExportError(f"{typed[0]}: no result is left to export")
    return paths


def _results(typed: Path) -> list[Path]:
    """A file itself; of a directory its result, or those of the class in it."""
    if not typed.is_dir():
        return [typed]
    if (typed / roll.RESULT).is_file():
        return [typed / roll.RESULT]
    results = sorted(typed.glob(f"*/{roll.RESULT}"))
    if not results:
        raise ExportError(
            f"{typed} holds no results: name a grade.json, or a directory that claimgrade grade "
            "-o has written"
        )
    return results


def _told(
    paths: Sequence[Path], format_: Format, language: str, level: Reveal | None, tell: Tell
) -> Iterator[Result]:
    """The results that a format has a place for; one that is not complete stops no class."""
    say = Sentences(language)
    for path in paths:
        try:
            result = read(path, language, level)
        except ExportError as error:
            if not format_.of_class:
                raise
            tell(say(LEFT_OUT, name=path, why=error))
            continue
        if result.ungraded:
            in_part = not result.grade.unreadable and format_.unread in HAS_POINTS
            key = "export_in_part" if in_part else format_.unread
            tell(say(key, name=result.grade.submission, why=result.ungraded))
        if not result.ungraded or format_.unread != LEFT_OUT:
            yield result
