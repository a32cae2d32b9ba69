"""The command line."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import batch, gradebook, hand_ins, homework
from .assignment import Assignment, default_root
from .console import say
from .exporters.cli import export
from .finding import shown
from .gradebook import Entry
from .hand_ins import Class
from .launch import DEFAULT_SEED
from .reports.cli import annotate
from .spec import LANGUAGES, SpecError
from .specimens import SpecimenError
from .submission import Submission, SubmissionError, name_of
from .text import Sentences, Texts, default_language
from .warm import Session

if TYPE_CHECKING:
    from .proof import Proof

BELOW_MINIMUM, GRADER_FAULT, UNREADABLE = 1, 3, 4
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
    default="2,20,300",
    show_default=True,
    metavar="CALL,PROPERTY,ALL",
    help="Seconds for a call, and, per 100 examples, for a property, a submission.",
)
def grade(
    submissions: tuple[Path, ...],
    out: Path | None,
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
    submission. OUT/gradebook.csv and OUT/index.html then show the class. Results of an earlier run
    that would be the same are kept, so a run that was ended goes on where it was.

    Without -o, one submission is graded: its summary is shown here, and score.html and grade.json
    are written to this directory.

    Exit code: 0 graded, 1 below --min-score, 2 wrong usage, 3 the grader's own fault, 4 a
    submission could not be read: a person has to look at it. 3 goes before 4, and 4 before 1.
    """
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
            handed_in = hand_ins.named(submissions, checked.spec, out)
    except SpecError as error:
        raise click.UsageError(str(error)) from None
    except SubmissionError as error:
        raise _not_read(Sentences(language), error) from None
    try:
        if out is None:
            entries = [_grade_here(checked, submissions[0], options, language)]
        else:
            _check_that_results_find_a_place(out)
            jobs = jobs or (WAITING if scheduler else os.cpu_count() or 1)
            with _sessions(checked, scheduler) as session:
                entries = _grade_all(checked, handed_in, out, options, language, session, jobs)
    except OSError as error:
        raise _not_written(Sentences(language), error) from None
    raise SystemExit(_exit_code(entries, min_score))


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
    from .reports import proof  # with numpy and Hypothesis, which no other command needs
    from .validate import prove

    numbers = range(DEFAULT_SEED, DEFAULT_SEED + seeds)
    progress = functools.partial(_progress, Sentences(LANGUAGES[0]))
    try:
        root = assignment or default_root()
        proved = prove(Assignment(root), numbers, jobs, progress, _tell_of_seed)
    except (SpecError, SpecimenError) as error:
        raise click.UsageError(str(error)) from None
    for line in proof.lines(proved):
        say(line)
    try:
        proof.write(proved, html)
    except OSError as error:
        raise _not_written(Sentences(LANGUAGES[0]), error) from None
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
        homework.make(root, lang or default_language(), directory)
    except (SpecError, homework.HomeworkError, OSError) as error:
        raise click.UsageError(str(error)) from None
    say(f"{directory} is ready. Fill in its .py files, and type pytest in it, anytime.")


main.add_command(annotate)
main.add_command(export)


def _progress(texts: Sentences, done: int, of: int, left: str = "") -> None:
    """On a terminal, how far a long command has come."""
    if sys.stderr.isatty():
        line = texts("progress", done=done, of=of, left=left) if done < of else ""
        say(f"\r{line}\033[K", nl=False, err=True)


def _tell_of_seed(seed: int, alone: Proof) -> None:
    """What is found while a long proof runs, so that it can be mended, or the proof be ended."""
    _progress(Sentences(LANGUAGES[0]), 1, 1)
    for surprise in alone.surprises:
        say(f"seed {seed}: {surprise.kind}: {surprise.sentence}", err=True)


def _time_left(texts: Sentences, begun: float, done: int, left: int) -> str:
    """`, about 3 min left`, as fast as since `begun`; "" as long as nothing is done."""
    if not done:
        return ""
    seconds = (time.monotonic() - begun) / done * left
    if seconds > 90:
        return texts("minutes_left", minutes=f"{seconds / 60:.0f}")
    return texts("seconds_left", seconds=f"{seconds:.0f}")


def _refuse_what_is_graded(submissions: Sequence[Path], out: Path) -> None:
    if out.resolve() in {path.resolve() for path in submissions}:
        raise click.UsageError(
            f"-o {out} is what is to be graded: the next run would take the results for "
            "submissions; name another directory"
        )


def _check_that_results_find_a_place(out: Path) -> None:
    """`OSError` before any work, and not after."""
    out.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=out).close()


def _grade_here(
    assignment: Assignment, submission: Path, options: list[str], language: str
) -> Entry:
    """One submission, its summary on the terminal, its files in this directory."""
    name, result, report = name_of(submission), Path(gradebook.RESULT), Path("score.html")
    work, texts = submission.absolute(), Texts(assignment.spec, language)
    try:
        graded = batch.grade_one(assignment.root, work, result, report, options)
    except batch.GraderFault as fault:
        entry = Entry.without_grade(name, texts(fault.key, **fault.details))
    else:
        entry = Entry.of(name, graded, texts)
    _tell(texts, entry, report)
    if not entry.complete:
        raise click.Abort
    return entry


def _grade_all(
    assignment: Assignment,
    handed_in: Class,
    out: Path,
    options: list[str],
    language: str,
    session: Session,
    jobs: int,
) -> list[Entry]:
    """Every submission, and the pages of the class."""
    from .reports import overview  # with what only a class needs

    texts, begun = Texts(assignment.spec, language), time.monotonic()
    entries, fresh, of = [], 0, len(handed_in.hand_ins)
    _tell_of_leftovers(texts, handed_in)
    grading = batch.Batch(assignment, out, options, language, session)
    _progress(texts, 0, of)
    try:
        for entry in grading.grade(handed_in.hand_ins.values(), jobs):
            _progress(texts, of, of)
            _tell(texts, entry, out / entry.name / gradebook.REPORT)
            entries.append(entry)
            fresh, left = fresh + (not entry.kept), of - len(entries)
            _progress(texts, len(entries), of, _time_left(texts, begun, fresh, left))
    except KeyboardInterrupt:
        say(texts("class_interrupted", done=len(entries), of=of), err=True)
        raise click.Abort from None
    entries.sort(key=lambda entry: entry.name)
    gradebook.write(assignment.spec, entries, out / gradebook.GRADEBOOK)
    overview.write(assignment.spec, entries, texts, out / gradebook.OVERVIEW)
    pages = {"overview": out / gradebook.OVERVIEW, "gradebook": out / gradebook.GRADEBOOK}
    say(texts("class_written", **pages))
    return entries


@contextlib.contextmanager
def _sessions(assignment: Assignment, scheduler: str | None) -> Iterator[Session]:
    """What runs the sessions of a class: this machine, or a cluster."""
    from . import cluster, warm

    try:
        sessions = cluster.sessions(scheduler, assignment.root) if scheduler else warm.sessions()
        with sessions as session:
            yield session
    except cluster.ClusterError as error:
        raise click.UsageError(str(error)) from None


def _tell(texts: Texts, entry: Entry, report: Path) -> None:
    """A line for one submission."""
    if entry.unreadable:
        say(texts("line_unreadable", name=entry.name, remark=entry.remark), err=True)
    elif not entry.graded:
        say(texts("line_fault", remark=entry.remark), err=True)
    elif not entry.complete:
        say(texts("line_interrupted", name=entry.name, score=entry.earned), err=True)
    else:
        key = "line_kept" if entry.kept else "line_graded"
        say(texts(key, name=entry.name, score=entry.earned, report=report))


def _tell_of_leftovers(texts: Texts, handed_in: Class) -> None:
    """What lies in the class and is nobody's hand-in, and what a later attempt replaces."""
    for key, names in (("passed_by", handed_in.passed_over), ("earlier", handed_in.earlier)):
        if names:
            say(texts(key, names=", ".join(map(shown, names))), err=True)


def _not_read(texts: Sentences, error: SubmissionError) -> click.UsageError | SystemExit:
    """The end of a command that finds no work: there is no such path, or it can't be read."""
    sentence = texts(error.key, **error.details)
    if error.key in ("no_submission", "no_submissions"):
        return click.UsageError(sentence)
    say(texts("unreadable", why=sentence), err=True)
    return SystemExit(UNREADABLE)


def _not_written(texts: Sentences, error: OSError) -> SystemExit:
    """The end of a command whose results find no place, a full disk say."""
    say(texts("line_fault", remark=texts("not_written", why=error)), err=True)
    return SystemExit(GRADER_FAULT)


def _exit_code(entries: Sequence[Entry], min_score: float | None) -> int:
    if any(entry.faulty for entry in entries):
        return GRADER_FAULT
    if any(entry.unreadable for entry in entries):
        return UNREADABLE
    below = min_score is not None and any(entry.score < min_score for entry in entries)
    return BELOW_MINIMUM if below else 0
