"""Grade the submissions of a class, each in a session of its own, a few at a time.

What is done stays done: a result that is complete and was made from the same submission by the same
grader is kept, so a run that was ended at any moment goes on where it was.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from ..assignment.messages import Texts
from ..assignment.refusal import Refusal
from ..assignment.root import Assignment
from ..result import grade, grade_file
from ..result.grade import Failure, Grade, Outcome, Run
from ..result.roll import MADE_FROM, REPORT, RESULT, Listed
from ..session import launch
from ..session.launch import Job
from ..storage import files, fingerprint
from ..storage.tree import SubmissionError
from ..submission.submission import Submission
from . import collecting
from .forkserver import Session
from .gradebook import Entry
from .hand_ins import HandIn

LAST_WORDS = 3  # lines of a session that left no result


class GraderFault(Refusal):
    """A session ended without a result: the grader's doing, never a student's zero."""


class AssignmentFault(Exception):
    """The assignment itself is at fault, whoever is graded; the sentence says why."""


class Batch:
    """Grades into `out`; `session` runs one submission's."""

    def __init__(
        self,
        assignment: Assignment,
        out: Path,
        options: Sequence[str],
        language: str,
        session: Session,
    ) -> None:
        self._assignment = assignment
        self._out = out
        self._options = options
        self._texts = Texts(assignment.spec, language)
        self._session = session
        self._versions = fingerprint.versions()
        settings = [str(assignment.root), list(options), self._versions]
        self._grader = fingerprint.of_grader(assignment.root, settings)
        self._asking = threading.Lock()
        self._problem: str | None = None  # of the assignment; None as long as nobody has asked

    def grade(self, hand_ins: Iterable[HandIn], jobs: int) -> Iterator[Entry]:
        """An entry for each submission, as they come; none of them can stop the others.

        Raises `AssignmentFault` as soon as one ends without a result for which none is to blame.
        """
        with ThreadPoolExecutor(jobs) as pool:
            pending = [pool.submit(self._entry, each) for each in hand_ins]
            try:
                yield from (done.result() for done in as_completed(pending))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def as_before(self, name: str, listed: Listed) -> Entry:
        """The row of somebody who is not graded now, from the result that is there."""
        if listed.fault:
            return Entry.without_grade(name, listed.fault)
        try:
            before = grade_file.read(self._out / name / RESULT)
        except grade_file.NotAGrade:
            return Entry.outdated(name, self._texts("class_no_result"))
        if before.unreadable:
            return Entry.unread(name, before.unreadable)
        worth = [(claim.id, claim.points) for claim in self._assignment.spec.claims.values()]
        if [(claim.id, claim.max_points) for claim in before.claims] != worth:
            return Entry.outdated(name, self._texts("class_other_sheet"))
        return Entry.of(name, before, self._texts, kept=True)

    def made_otherwise(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those with another seed, profile, option, version or state of the assignment than now."""
        graded = [entry for entry in entries if entry.graded]
        return [e for e in graded if _made_from(self._out / e.name).split()[:1] != [self._grader]]

    def _refuse_faulty_assignment(self) -> None:
        with self._asking:
            if self._problem is None:
                self._problem = collecting.problem(self._assignment.root, self._texts)
        if self._problem:
            raise AssignmentFault(self._problem)

    def _entry(self, hand_in: HandIn) -> Entry:
        name = hand_in.name
        try:
            with hand_in.opened() as path:
                return self._graded(name, path)
        except SubmissionError as error:
            own = error.details.get("path", "")
            why = self._texts(error.key, **error.details | {"path": Path(own).name})
            return self._unreadable(name, why)
        except GraderFault as fault:
            self._refuse_faulty_assignment()
            return Entry.without_grade(name, self._texts(fault.key, **fault.details))
        except Exception as error:  # a full disk, say: this one's result, not everyone's
            where = hand_in.paths[0]
            return Entry.without_grade(name, f"{where}: {type(error).__name__}: {error}")

    def _graded(self, name: str, path: Path) -> Entry:
        """Grade it, unless that was done; `SubmissionError` where it can't be read."""
        directory, spec = self._out / name, self._assignment.spec
        made_from = f"{self._grader} {fingerprint.of_submission(path)}"
        kept = _kept(directory, made_from)
        if kept is not None:
            return Entry.of(name, kept, self._texts, kept=True)
        Submission(path, spec.modules, spec.functions).close()
        result, report = directory / RESULT, directory / REPORT
        job = Job(self._assignment.root, path, self._options, name)
        graded = grade_one(job, result, report, self._session)
        if graded.complete and not graded.is_faulty:
            files.write(directory / MADE_FROM, made_from.encode())
        return Entry.of(name, graded, self._texts)

    def _unreadable(self, name: str, why: str) -> Entry:
        """A whole result for a person to look at: nothing of the submission was run."""
        from ..reports import html

        spec = self._assignment.spec
        failure = Failure(message=self._texts("unreadable", why=why))
        outcomes = {
            (claim.id, part): Outcome(
                claim=claim.id, property=part, verdict="crashed", failure=failure
            )
            for claim, part in spec.properties()
        }
        run = Run(
            assignment=spec.name,
            submission=name,
            isolation="unneeded",
            seed=0,
            examples=0,
            versions=self._versions,
            unreadable=failure.message,
        )
        result = grade.grade(spec, self._texts, run, outcomes)
        directory = self._out / name
        (directory / MADE_FROM).unlink(missing_ok=True)
        html.write(spec, result, self._texts, directory / REPORT)
        grade_file.write(result, directory / RESULT)
        return Entry.unread(name, failure.message)


def grade_one(job: Job, result: Path, report: Path, session: Session | None = None) -> Grade:
    """Grade one submission; both files are written only once there is a whole result.

    Without `session` its output is ours. A result that is not complete, as after Ctrl-C, never
    replaces an earlier one. Raises `GraderFault`, and leaves what was there, where the session
    ended without any, or where a property of the grader's own failed and one was there.
    """
    with tempfile.TemporaryDirectory(prefix="claimgrade-") as scratch:
        new_result, new_report = Path(scratch, RESULT), Path(scratch, REPORT)
        output = Path(scratch, "output.txt")
        job = job._replace(result=new_result, report=new_report)
        if session is None:
            launch.run(job)
        else:
            session(job, output)
        if not new_report.is_file():
            raise GraderFault("no_result", submission=job.submission, said=_last_words(output))
        graded = grade_file.read(new_result)
        if graded.is_faulty and _is_sound(result, graded.submission):
            raise GraderFault("faulty_result", submission=job.submission, claims=_failed_in(graded))
        if graded.complete or not result.exists():
            (result.parent / MADE_FROM).unlink(missing_ok=True)  # which is of the one before
            files.write(report, new_report.read_bytes())
            files.write(result, new_result.read_bytes())
    return graded


def _is_sound(result: Path, submission: str) -> bool:
    """Whether there is a whole result of this submission's, without a fault of the grader's."""
    try:
        before = grade_file.read(result)
    except grade_file.NotAGrade:
        return False
    return before.submission == submission and before.complete and not before.is_faulty


def _failed_in(graded: Grade) -> str:
    return ", ".join(claim.id for claim in graded.claims if claim.verdict == "grader fault")


def _last_words(output: Path) -> str:
    """What a session printed at the end, in one line: ` (this; that)`."""
    said = output.read_text("utf-8", "replace").split("\n") if output.is_file() else []
    lines = [line.strip(" =!_") for line in said]
    last = [line for line in lines if line][-LAST_WORDS:]
    return f" ({'; '.join(last)})" if last else ""


def _kept(directory: Path, made_from: str) -> Grade | None:
    """The result that is there, if it was made from the same, and can still be read."""
    if _made_from(directory) != made_from or not (directory / REPORT).exists():
        return None
    try:
        return grade_file.read(directory / RESULT)
    except grade_file.NotAGrade:
        return None


def _made_from(directory: Path) -> str:
    """What its result was made from; "" where that is not known."""
    try:
        return (directory / MADE_FROM).read_text()
    except OSError:
        return ""
