"""What `claimgrade grade` does and says: one submission here, or a class into a directory."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from ..assignment.messages import Sentences, Texts
from ..assignment.root import Assignment
from ..classroom import batch, gradebook
from ..classroom.forkserver import Session
from ..classroom.gradebook import Entry
from ..classroom.hand_ins import Class
from ..result import roll
from ..result.roll import Listed, Roll
from ..session.console import say
from ..session.launch import Job
from ..storage.tree import SubmissionError
from ..submission.shown import shown
from ..submission.submission import name_of
from .progress import progress, time_left

if sys.platform != "win32":
    import fcntl

BELOW_MINIMUM, GRADER_FAULT, UNREADABLE = 1, 3, 4
MOST_NAMED = 10  # submissions in a sentence


class Grader(NamedTuple):
    """Against what is graded, with which options for pytest, and in which language it is told."""

    assignment: Assignment
    options: list[str]
    language: str

    @property
    def texts(self) -> Texts:
        """The sentences of the assignment and of the engine."""
        return Texts(self.assignment.spec, self.language)


def here(grader: Grader, submission: Path) -> Entry:
    """One submission, its summary on the terminal, its files in this directory."""
    name, result, report = name_of(submission), Path(roll.RESULT), Path("score.html")
    work, texts = submission.absolute(), grader.texts
    try:
        graded = batch.grade_one(Job(grader.assignment.root, work, grader.options), result, report)
    except batch.GraderFault as fault:
        entry = Entry.without_grade(name, texts(fault.key, **fault.details))
    else:
        entry = Entry.of(name, graded, texts)
    tell(texts, entry, report)
    if not entry.complete:
        raise click.Abort
    return entry


def into(out: Path, grader: Grader, handed_in: Class, session: Session, jobs: int) -> list[Entry]:
    """Every submission, and the pages of the class; what was graded now is returned.

    Of a part of a class the others' rows stay. Where the assignment is at fault nothing is written,
    and the pages are as they were where the grader fails on the whole class.
    """
    before = roll.read(out)
    grading = batch.Batch(grader.assignment, out, grader.options, grader.language, session)
    try:
        graded = _graded(out, grader.texts, grading, handed_in, jobs)
    except batch.AssignmentFault as fault:
        why = grader.texts("assignment_fault", why=fault)
        say(grader.texts("line_fault", remark=why), err=True)
        raise SystemExit(GRADER_FAULT) from None
    pages = {"overview": out / roll.OVERVIEW, "gradebook": out / roll.GRADEBOOK}
    nobody = not any(entry.graded or entry.unreadable for entry in graded)
    if nobody and handed_in.whole and pages["gradebook"].exists():
        say(grader.texts("class_as_it_was", **pages), err=True)
        return graded
    others = {} if handed_in.whole else _others(before, handed_in)
    kept = [grading.as_before(name, listed) for name, listed in others.items()]
    entries = sorted([*graded, *kept], key=lambda entry: entry.name)
    _write_pages(out, grader, entries)
    listed = {entry.name: _listed(entry, handed_in) for entry in graded}
    roll.write(others | listed, out)
    _tell_of_others(grader.texts, graded, before, grading.made_otherwise(kept))
    say(grader.texts("class_written", **pages))
    return graded


@contextlib.contextmanager
def alone(out: Path) -> Iterator[None]:
    """While nobody else writes into a directory of results; `OSError` before any work, not after.

    `click.UsageError` where somebody does. The lock ends with this process, however it ends.
    """
    out.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=out).close()
    if sys.platform == "win32":
        yield
        return
    directory = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(directory)
        raise click.UsageError(
            f"another run is writing its results into {out}: "
            "wait until it has ended, or name another directory"
        ) from None
    except OSError:  # a file system without locks
        pass
    try:
        yield
    finally:
        os.close(directory)


def exit_code(entries: Sequence[Entry], min_score: float | None) -> int:
    """Whose fault it is that a score is missing, or too low; 0 where none is."""
    if any(entry.faulty for entry in entries):
        return GRADER_FAULT
    if any(entry.unreadable for entry in entries):
        return UNREADABLE
    below = min_score is not None and any(entry.score < min_score for entry in entries)
    return BELOW_MINIMUM if below else 0


def not_read(texts: Sentences, error: SubmissionError) -> click.UsageError | SystemExit:
    """The end of a command that finds no work: there is no such path, or it can't be read."""
    sentence = texts(error.key, **error.details)
    if error.key in ("no_submission", "no_submissions"):
        return click.UsageError(sentence)
    say(texts("unreadable", why=sentence), err=True)
    return SystemExit(UNREADABLE)


def not_written(texts: Sentences, error: OSError) -> SystemExit:
    """The end of a command whose results find no place, a full disk say."""
    say(texts("line_fault", remark=texts("not_written", why=error)), err=True)
    return SystemExit(GRADER_FAULT)


def tell(texts: Texts, entry: Entry, report: Path) -> None:
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


def _graded(
    out: Path, texts: Texts, grading: batch.Batch, handed_in: Class, jobs: int
) -> list[Entry]:
    entries: list[Entry] = []
    fresh, of, begun = 0, len(handed_in.hand_ins), time.monotonic()
    _tell_of_leftovers(texts, handed_in)
    progress(texts, 0, of)
    try:
        for entry in grading.grade(handed_in.hand_ins.values(), jobs):
            progress(texts, of, of)
            tell(texts, entry, out / entry.name / roll.REPORT)
            entries.append(entry)
            fresh, left = fresh + (not entry.kept), of - len(entries)
            progress(texts, len(entries), of, time_left(texts, begun, fresh, left))
    except KeyboardInterrupt:
        say(texts("class_interrupted", done=len(entries), of=of), err=True)
        raise click.Abort from None
    return entries


def _write_pages(out: Path, grader: Grader, entries: Sequence[Entry]) -> None:
    from ..classroom import overview  # with what only a class needs

    spec = grader.assignment.spec
    gradebook.write(spec, entries, out / roll.GRADEBOOK)
    overview.write(spec, entries, grader.texts, out / roll.OVERVIEW)


def _others(before: Roll, handed_in: Class) -> Roll:
    """Who is in the pages, is not graded now, and has not withdrawn."""
    return {
        name: listed
        for name, listed in before.items()
        if name not in handed_in.hand_ins and not listed.is_gone
    }


def _listed(entry: Entry, handed_in: Class) -> Listed:
    hand_in = handed_in.hand_ins[entry.name]
    return Listed(
        called=hand_in.called,
        places=hand_in.places,
        seed=entry.seed,
        profile=entry.profile,
        fault="" if entry.graded or entry.unreadable else entry.remark,
    )


def _tell_of_leftovers(texts: Texts, handed_in: Class) -> None:
    """What lies in the class and is nobody's hand-in, and what a later attempt replaces."""
    for key, names in (("passed_by", handed_in.passed_over), ("earlier", handed_in.earlier)):
        if names:
            say(texts(key, names=", ".join(map(shown, names))), err=True)


def _tell_of_others(
    texts: Texts, graded: Sequence[Entry], before: Roll, otherwise: Sequence[Entry]
) -> None:
    """Which results of other inputs were replaced, and which rows can't be compared with these."""
    replaced = [
        texts("class_with", name=entry.name, seed=old.seed, profile=old.profile)
        for entry in graded
        if (old := before.get(entry.name)) and entry.seed and old.seed
        if (old.seed, old.profile) != (entry.seed, entry.profile)
    ]
    mixed = [
        texts("class_with", name=entry.name, seed=entry.seed, profile=entry.profile)
        for entry in otherwise
    ]
    for key, names in (("class_replaced", replaced), ("class_mixed", mixed)):
        if names:
            more = [f"+ {len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
            say(texts(key, names=", ".join([*names[:MOST_NAMED], *more])), err=True)
