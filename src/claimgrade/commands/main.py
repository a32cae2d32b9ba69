"""The command line."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import defaults
from ..assignment import template
from ..assignment.messages import Sentences, default_language
from ..assignment.root import Assignment, default_root
from ..assignment.spec import LANGUAGES, SpecError
from ..assignment.specimens import SpecimenError
from ..classroom import hand_ins
from ..classroom.forkserver import Session
from ..session.console import say
from ..storage.tree import SubmissionError
from ..submission.submission import Submission
from . import grading, progress
from .annotate import annotate
from .export import export

if TYPE_CHECKING:
    from ..validation.kill_matrix import Proof

SURPRISE = 1
WAITING = 256  # submissions that a cluster has at a time, unless --jobs says otherwise


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimgrade")
def main() -> None:
    """Grade students' code against the claims of an assignment."""


@main.command()
@click.argument("submissions", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write OUT/NAME/grade.json, report.html.",
)
@click.option("--single", is_flag=True, help="This is one submission, whatever it holds.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=f"Sessions at a time: as many as processors here, {WAITING} with --scheduler.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Grade on the workers of this Dask scheduler, with -o."
)
@click.option("--assignment", type=click.Path(path_type=Path), help="Not the built-in one.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the reports.")
@click.option("--seed", type=int, help="Draw other inputs; keep it secret for a grade of record.")
@click.option("--hide-seed", is_flag=True, help="Leave the seed out of what students read.")
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
    default=defaults.DEADLINES,
    show_default=True,
    metavar="CALL,PROPERTY,ALL",
    help="Seconds for a call, and, per 100 examples, for a property, a submission.",
)
def grade(
    submissions: tuple[Path, ...],
    out: Path | None,
    single: bool,
    jobs: int | None,
    scheduler: str | None,
    assignment: Path | None,
    lang: str | None,
    seed: int | None,
    hide_seed: bool,
    profile: str,
    min_score: float | None,
    require_isolation: str | None,
    deadlines: str,
) -> None:
    """Grade SUBMISSIONS: directories, .py or .ipynb files that hold all functions, .zip files of
    either.

    With -o, one directory that holds no module itself is a class: each entry of it is a
    submission, unless --single says that it is one, as every script should that grades one.
    OUT/gradebook.csv and OUT/index.html then show the class; of a part of it the others' rows stay.
    Results of an earlier run that would be the same are kept, so a run that was ended goes on where
    it was.

    Without -o, one submission is graded: its summary is shown here, and score.html and grade.json
    are written to this directory.

    Exit code: 0 graded, 1 below --min-score, 2 wrong usage, 3 the grader's own fault, 4 a
    submission could not be read: a person has to look at it. 3 goes before 4, and 4 before 1.
    """
    if single and len(submissions) > 1:
        raise click.UsageError("--single says that this is one submission: name one path")
    if out is None and len(submissions) > 1:
        raise click.UsageError("several submissions need -o OUT, a directory for their results")
    if out is None and scheduler:
        raise click.UsageError("--scheduler needs -o OUT, a directory for the results")
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console may not have every character
        sys.stdout.reconfigure(errors="replace")
    language = lang or default_language()
    options = [f"--hypothesis-profile={profile}", f"--deadlines={deadlines}", f"--lang={language}"]
    options += [f"--require-isolation={require_isolation}"] if require_isolation else []
    options += [f"--hypothesis-seed={seed}"] if seed is not None else []
    options += ["--hide-seed"] if hide_seed else []
    try:
        checked = Assignment(assignment or default_root())
        if out is None:
            Submission(submissions[0], checked.spec.modules, checked.spec.functions).close()
        else:
            _refuse_what_is_graded(submissions, out)
            handed_in = hand_ins.named(submissions, checked.spec, out, single=single)
    except SpecError as error:
        raise click.UsageError(str(error)) from None
    except SubmissionError as error:
        raise grading.not_read(Sentences(language), error) from None
    grader = grading.Grader(checked, options, language)
    try:
        if out is None:
            entries = [grading.here(grader, submissions[0])]
        else:
            jobs = jobs or (WAITING if scheduler else os.cpu_count() or 1)
            with grading.alone(out), _sessions(checked, scheduler) as session:
                entries = grading.into(out, grader, handed_in, session, jobs)
    except OSError as error:
        raise grading.not_written(Sentences(language), error) from None
    raise SystemExit(grading.exit_code(entries, min_score))


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
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("proof.html"),
    show_default=True,
    help="The page with the kill matrix.",
)
def validate(assignment: Path | None, seeds: int, jobs: int, html: Path) -> None:
    """Prove that an assignment's tests are good: on its specimens and on mutants of its reference.

    Every wheat must keep all its points, every chaff lose exactly the claims that it names, every
    mutant lose something, or be listed in specimens/equivalent.toml.

    Exit code: 0 as expected, 1 a surprise, 2 wrong usage, or a spec or specimen that contradicts
    itself, 3 the page can't be written.
    """
    if not hasattr(os, "fork"):
        raise click.UsageError("validate forks processes, as Linux and macOS can: use WSL here")
    from ..validation import page  # with numpy and Hypothesis, which no other command needs
    from ..validation.run import prove

    numbers = range(defaults.SEED, defaults.SEED + seeds)
    told = functools.partial(progress.progress, Sentences(LANGUAGES[0]))
    try:
        root = assignment or default_root()
        proved = prove(Assignment(root), numbers, jobs, told, _tell_of_seed)
    except (SpecError, SpecimenError) as error:
        raise click.UsageError(str(error)) from None
    for line in page.lines(proved):
        say(line)
    try:
        page.write(proved, html)
    except OSError as error:
        raise grading.not_written(Sentences(LANGUAGES[0]), error) from None
    say(f"The kill matrix is in {html}.")
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
        template.make(root, lang or default_language(), directory)
    except (SpecError, template.HomeworkError, OSError) as error:
        raise click.UsageError(str(error)) from None
    say(f"{directory} is ready. Fill in its .py files, and type pytest in it, anytime.")


main.add_command(annotate)
main.add_command(export)


def _tell_of_seed(seed: int, alone: Proof) -> None:
    """What is found while a long proof runs, so that it can be mended, or the proof be ended."""
    progress.progress(Sentences(LANGUAGES[0]), 1, 1)
    for surprise in alone.surprises:
        say(f"seed {seed}: {surprise.kind}: {surprise.sentence}", err=True)


def _refuse_what_is_graded(submissions: Sequence[Path], out: Path) -> None:
    if out.resolve() in {path.resolve() for path in submissions}:
        raise click.UsageError(
            f"-o {out} is what is to be graded: the next run would take the results for "
            "submissions; name another directory"
        )


@contextlib.contextmanager
def _sessions(assignment: Assignment, scheduler: str | None) -> Iterator[Session]:
    """What runs the sessions of a class: this machine, or a cluster."""
    from ..classroom import cluster, forkserver

    try:
        sessions = (
            cluster.sessions(scheduler, assignment.root) if scheduler else forkserver.sessions()
        )
        with sessions as session:
            yield session
    except cluster.ClusterError as error:
        raise click.UsageError(str(error)) from None
