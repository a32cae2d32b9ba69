"""Verdict for verdict, a specimen is judged by a replay as it is live.

Here without sessions and isolation: those of the toy and a few of the sheet, or with
`-m matrix` all of them. Some hand-ins go through whole sessions in `test_replay`.
"""

import contextlib
import copy
import os
import tempfile
import warnings
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.calls import alarm
from claimgrade.calls.failures import Crashed, Fails, Missing, Shortfall
from claimgrade.calls.student import Student, channel_of
from claimgrade.calls.tape import Recording
from claimgrade.calls.worker import Worker
from claimgrade.properties import claims, drawing
from claimgrade.submission.submission import Submission
from claimgrade.validation import processes
from conftest import RIGHT, ROOT, TOY

SECONDS, PATIENCE = 60.0, 300.0  # of a call; until a specimen that doesn't end is given up
EXAMPLES, SEED = 25, 1
FEW = 40  # one in so many specimens of the sheet
HAND_INS = {
    "raises": RIGHT.replace("A.copy()", "A[3]"),
    "prints": RIGHT.replace("A.copy()", "print('here') or A + 1"),
    "has not begun": "",
}


class Ended(NamedTuple):
    """How a property ended, at which case, and with which failure."""

    verdict: str
    examples: int
    failure: str = ""


def judged(run, student, recording):
    channel_of(student).begin_property()
    channel_of(student).tape.recording = recording
    try:
        run(student)
        verdict, failure = "holds", ""
    except (Shortfall, Missing) as error:
        verdict, failure = type(error).__name__, _told(error)
    finally:
        channel_of(student).tape.recording = None
    return Ended(verdict, drawing.examples(run), failure)


def _told(error):
    match error:
        case Crashed():
            return error.error
        case Fails():
            return repr((error.key, error.details, error.required, error.yours))
    return error.key


def opened(assignment, directory):
    """A proxy of a submission in this process."""
    submission = Submission(directory, assignment.spec.modules)
    worker = Worker(submission.root, submission.files)

    def send(_, message):
        with alarm.deadline(SECONDS):
            return worker.answer(message)

    return Student(send, assignment.spec.functions)


def recorded(assignment, runs):
    """What each property asks of the reference."""
    found = {key: Recording() for key in runs}
    student = opened(assignment, assignment.root / "reference")
    for key, run in runs.items():
        assert judged(run, student, found[key]).verdict == "holds"
    return found


def differences(assignment, work, runs, known):
    """The properties that end otherwise with the reference's answers known, or with their own."""
    tapes = {key: copy.deepcopy(known[key]) for key in runs}
    with _quietly():
        live, replayed, again = (
            {key: judged(run, student, recordings.get(key)) for key, run in runs.items()}
            for recordings in ({}, tapes, tapes)
            for student in [opened(assignment, work)]
        )
    return [
        (key, live[key], replayed[key], again[key])
        for key in runs
        if not live[key] == replayed[key] == again[key]
    ]


def differences_of_specimen(assignment, specimen, runs, known):
    """Of the properties that ask what the specimen defines."""
    defined = specimens.overridden(assignment, specimen) or set(assignment.spec.functions)
    concerned = {
        key: run
        for key, run in runs.items()
        if defined & {name for name, _ in known[key].steps.values()}
    }
    with tempfile.TemporaryDirectory() as home:
        work = specimens.assemble(assignment, specimen, Path(home))
        return differences(assignment, work, concerned, known)


@contextlib.contextmanager
def _quietly():
    warnings.simplefilter("ignore")
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        yield


@pytest.fixture
def few_examples(monkeypatch):
    """So many cases a property, and of one that fails the verdict, not how small the case is."""

    def first(cases, trial, raw, _):
        trial(cases.decode(raw))

    def few(cases):
        return drawing.drawn(cases.size, EXAMPLES, SEED)

    monkeypatch.setattr(drawing, "_fail_small", first)
    monkeypatch.setattr(drawing, "_drawn", few)


@pytest.mark.parametrize(
    ("root", "every"),
    [(TOY, 1), (ROOT, FEW), pytest.param(ROOT, 1, marks=pytest.mark.matrix)],
    ids=["toy", "sheet", "whole sheet"],
)
def test_a_specimen_is_judged_as_it_was(few_examples, root, every):
    assignment = Assignment(root)
    runs = claims.collect(assignment)
    known = dict(processes.results([partial(recorded, assignment, runs)], 1, PATIENCE))[0]
    tried = [
        one
        for kind in ("wheats", "chaffs")
        for one in specimens.find(assignment, kind)[::every]
        if not one.missing
    ]
    tasks = [partial(differences_of_specimen, assignment, one, runs, known) for one in tried]
    found = {tried[place].name: one for place, one in processes.results(tasks, 2, PATIENCE)}
    assert {name: differing for name, differing in found.items() if differing != []} == {}
    assert len(found) == len(tried)


@pytest.mark.parametrize("name", HAND_INS)
def test_whatever_else_is_handed_in_is_judged_as_it_was(few_examples, toy, hand_in, name):
    runs, work = claims.collect(toy), hand_in(HAND_INS[name])

    def found():
        return differences(toy, work, runs, recorded(toy, runs))

    assert list(processes.results([found], 1, PATIENCE)) == [(0, [])]
