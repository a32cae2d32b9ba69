"""The command line; the only module that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from . import batch, homework
from .assignment import Assignment, default_root
from .exporters.cli import export
from .grade import Grade
from .launch import DEFAULT_SEED
from .reports.cli import annotate
from .spec import LANGUAGES, SpecError
from .specimens import SpecimenError
from .submission import Submission, SubmissionError
from .text import default_language

BELOW_MINIMUM, USAGE, GRADER_FAULT = 1, 2, 3
SURPRISE = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimgrade")
def main() -> None:
    """Grade students' code against the claims of an assignment."""


@main.command()
@click.argument("submissions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write OUT/NAME/grade.json, report.html."
)
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the reports.")
@click.option("--seed", type=int, help="Draw other inputs; keep it secret for a grade of record.")
@click.option(
    "--profile",
    type=click.Choice(["student", "grade", "instructor"]),
    default="student",
    show_default=True,
    help="100, 300 or 5000 examples a property.",
)
@click.option("--min-score", type=float, help="Exit with 1 if a score is below it.")
@click.option(
    "--require-isolation", type=click.Choice(["A", "B", "C"]), help="Refuse to grade below it."
)
@click.option(
    "--deadlines",
    default="2,20,300",
    show_default=True,
    metavar="CALL,PROPERTY,ALL",
    help="Seconds for a call, a property, a submission.",
)
def grade(
    submissions: tuple[Path, ...],
    out: Path | None,
    assignment: Path | None,
    lang: str | None,
    seed: int | None,
    profile: str,
    min_score: float | None,
    require_isolation: str | None,
    deadlines: str,
) -> None:
    """Grade SUBMISSIONS: directories, .py or .ipynb files that hold all functions, .zip files of
    either.

    Without -o, one submission is graded: its summary is shown here, and score.html and grade.json
    are written to this directory.

    Exit code: 0 graded, 1 below --min-score, 2 wrong usage, 3 the grader's own fault.
    """
    if out is None and len(submissions) > 1:
        raise click.UsageError("several submissions need -o OUT, a directory for their results")
    root = (assignment or default_root()).resolve()
    _check(root, submissions)
    options = [f"--hypothesis-profile={profile}", f"--deadlines={deadlines}"]
    options += [f"--require-isolation={require_isolation}"] if require_isolation else []
    options += [f"--lang={lang}"] if lang else []
    options += [f"--hypothesis-seed={seed}"] if seed is not None else []
    grades = [
        _grade_into(root, submission, out, name, options)
        for submission, name in zip(submissions, batch.unique_names(submissions), strict=True)
    ]
    raise SystemExit(_exit_code(grades, min_score))


@main.command()
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option(
    "--seeds", type=click.IntRange(min=1), default=1, show_default=True, help="Sets of inputs."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes at a time."
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    default=Path("proof.html"),
    show_default=True,
    help="The page with the kill matrix.",
)
def validate(assignment: Path | None, seeds: int, jobs: int, html: Path) -> None:
    """Prove that an assignment's tests are good: on its specimens and on mutants of its reference.

    Every wheat must keep all its points, every chaff lose exactly the claims that it names, every
    mutant lose something, or be listed in specimens/equivalent.toml.

    Exit code: 0 as expected, 1 a surprise, 2 wrong usage, or a spec or specimen that contradicts
    itself.
    """
    from .reports import proof  # with numpy and Hypothesis, which no other command needs
    from .validate import prove

    numbers = range(DEFAULT_SEED, DEFAULT_SEED + seeds)
    try:
        proved = prove(Assignment(assignment or default_root()), numbers, jobs, _progress)
    except (SpecError, SpecimenError) as error:
        raise click.UsageError(str(error)) from None
    proof.write(proved, html)
    for line in proof.lines(proved):
        click.echo(line)
    click.echo(f"The kill matrix is in {html}.")
    raise SystemExit(SURPRISE if proved.surprises else 0)


@main.command()
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the template.")
def new(directory: Path, assignment: Path | None, lang: str | None) -> None:
    """Begin a homework: make DIRECTORY from the assignment's template for students.

    Exit code: 0 made, 2 wrong usage, or a file of the template exists there already.
    """
    try:
        root = Assignment(assignment or default_root()).root
        homework.make(root, lang or default_language(), directory)
    except (SpecError, homework.HomeworkError, OSError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{directory} is ready. Fill in its .py files, and type pytest in it, anytime.")


main.add_command(annotate)
main.add_command(export)


def _progress(done: int, of: int) -> None:
    """On a terminal, how far a long command has come."""
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {of}" if done < of else "\r\033[K", nl=False, err=True)


def _check(root: Path, submissions: Sequence[Path]) -> None:
    """Refuse what can't be graded before anything is."""
    try:
        modules = Assignment(root).spec.modules
        for submission in submissions:
            Submission(submission, modules).close()
    except (SpecError, SubmissionError) as error:
        raise click.UsageError(str(error)) from None


def _grade_into(
    root: Path, submission: Path, out: Path | None, name: str, options: list[str]
) -> Grade | None:
    directory = Path() if out is None else out / name
    report = directory / ("score.html" if out is None else batch.REPORT)
    result = directory / batch.RESULT
    try:
        graded = batch.grade_one(
            root, submission.absolute(), result, report, options, quiet=out is not None
        )
    except batch.GraderFault as fault:
        click.echo(f"grader fault: {fault}", err=True)
        return None
    if not graded.complete:
        click.echo(f"{name}: interrupted, {graded.score:.4g} points so far", err=True)
        raise click.Abort
    click.echo(f"{name}: {graded.score:.4g} of {graded.max_score:.4g} points, see {report}")
    return graded


def _exit_code(grades: Sequence[Grade | None], min_score: float | None) -> int:
    if any(grade is None or "grader fault" in grade.verdicts for grade in grades):
        return GRADER_FAULT
    below = min_score is not None and any(grade.score < min_score for grade in grades if grade)
    return BELOW_MINIMUM if below else 0
