"""The command `claimgrade export`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from ..assignment.messages import default_language
from ..assignment.spec import LANGUAGES, Reveal
from ..exporters import FORMATS, ExportError, Options, found
from ..exporters import export as export_as
from ..result.grade_file import NotAGrade
from ..storage import files


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("results", metavar="RESULT...", nargs=-1, required=True, type=Path)
@click.option("-o", "--out", type=Path, help="Where to write; without it, the screen.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of what students read.")
@click.option(
    "--reveal",
    type=click.Choice(get_args(Reveal)),
    help="What students see of a failure, if not what the assignment says.",
)
@click.option(
    "--visibility",
    type=click.Choice(["hidden", "after_due_date", "after_published", "visible"]),
    help="When students see the results (gradescope).",
)
@click.option("--roster", type=Path, help="The class as the platform exported it (canvas, moodle).")
@click.option("--column", help="What the platform calls the assignment (canvas, moodle).")
def export(
    format_: str,
    results: tuple[Path, ...],
    out: Path | None,
    lang: str | None,
    reveal: Reveal | None,
    visibility: str | None,
    roster: Path | None,
    column: str | None,
) -> None:
    """Turn results into the file that another tool reads.

    \b
    FORMAT is one of
      gradescope, classroom50, prairielearn, autolab, ctrf, junit: a file a submission;
      canvas, moodle, nbgrader: one file for a class (nbgrader: a table; it imports none).

    RESULT is a grade.json, or the directory that `claimgrade grade` has written: then all that its
    gradebook shows.

    Several submissions in a format that takes one a file need -o OUT: OUT/NAME/FILE is written.
    Who wasn't graded, or isn't in the roster, is left out of a class and named on standard error.
    Autolab needs a problem for each claim but a bonus, called by its id: it is named there.

    Exit code: 0 exported, 2 wrong usage, or results that can't be exported as they are.
    """
    options, language = Options(visibility, roster, column), lang or default_language()
    _refuse_options(format_, options)
    try:
        paths = found(results, language, _tell)
        whole = FORMATS[format_].of_class or len(paths) == 1
        if out is None and not whole:
            raise ExportError(f"several submissions as {format_} need -o OUT, a directory")
        exported = export_as(format_, paths, options, language, reveal, _tell)
        for name, content in exported:
            _put(content, out if whole or out is None else out / name)
    except (NotAGrade, ExportError) as error:
        raise click.UsageError(str(error)) from None


def _refuse_options(format_: str, options: Options) -> None:
    takes = FORMATS[format_].takes
    for name, value in options._asdict().items():
        if value is not None and name not in takes:
            raise click.UsageError(f"--{name} means nothing to {format_}: leave it out")


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _put(content: str, path: Path | None) -> None:
    """Write a file, whole or not at all; without a path, show it."""
    if path is None:
        click.echo(content.removesuffix("\n"))
        return
    try:
        files.write(path, content.encode())
    except OSError as error:
        raise click.UsageError(f"{path} can't be written: {error.strerror}") from None
