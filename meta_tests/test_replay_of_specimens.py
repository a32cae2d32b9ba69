"""Verdict for verdict, every specimen is judged by a replay as it is live.

Here without sessions and isolation, so that all of them can be tried; some go through whole
sessions in `test_replay`.
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
from hypothesis import core

from claimgrade import alarm, children, drawing, properties, specimens
from claimgrade.assignment import Assignment
from claimgrade.door import Student
from claimgrade.failures import Crashed, Fails, Missing, Shortfall
from claimgrade.submission import Submission
from claimgrade.tape import Recording
from claimgrade.worker import Worker
from conftest import ROOT, TOY

SECONDS, PATIENCE = 2.0, 300.0  # of a call; until a specimen that doesn't end is given up


class Ended(NamedTuple):
    """How a property ended, at which case, and with which failure."""

    verdict: str
    examples: int
    failure: str = ""


def judged(run, student, recording):
    student.begin_property()
    student.tape.recording = recording
    try:
        run(student)
        verdict, failure = "holds", ""
    except (Shortfall, Missing) as error:
        verdict, failure = type(error).__name__, _told(error)
    finally:
        student.tape.recording = None
    return Ended(verdict, drawing.examples(run), failure)


def _told(error):
    match error:
        case Crashed():
            return error.error
        case Fails():
            return repr((error.key, error.details, error.required, error.yours))
    return error.key


def opened(assignment, directory):
    """The door to a submission in this process."""
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


def differences(assignment, specimen, runs, known):
    """The properties that end otherwise with the reference's answers known, or with their own."""
    defined = specimens.functions(assignment, specimen)
    asked = {key: {name for name, _ in known[key].steps.values()} for key in runs}
    concerned = [key for key in runs if asked[key] & defined]
    tapes = {key: copy.deepcopy(known[key]) for key in concerned}
    with tempfile.TemporaryDirectory() as home, _quietly():
        work = specimens.assemble(assignment, specimen, Path(home))
        live, replayed, again = (
            {key: judged(runs[key], student, recordings.get(key)) for key in concerned}
            for recordings in ({}, tapes, tapes)
            for student in [opened(assignment, work)]
        )
    return [
        (key, live[key], replayed[key], again[key])
        for key in concerned
        if not live[key] == replayed[key] == again[key]
    ]


@contextlib.contextmanager
def _quietly():
    warnings.simplefilter("ignore")
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        yield


@pytest.mark.parametrize("root", [TOY, ROOT], ids=["toy", "sheet"])
def test_every_specimen_is_judged_as_it_was(monkeypatch, root):
    def first(cases, trial, raw):
        trial(cases.decode(raw))

    monkeypatch.setattr(drawing, "_fail_small", first)  # which verdict, not how small the case
    monkeypatch.setattr(core, "global_force_seed", 1)
    assignment = Assignment(root)
    runs = properties.collect(assignment)
    known = dict(children.results([partial(recorded, assignment, runs)], 1, PATIENCE))[0]
    every = [
        one
        for kind in ("wheats", "chaffs")
        for one in specimens.find(assignment, kind)
        if not one.missing
    ]
    tasks = [partial(differences, assignment, one, runs, known) for one in every]
    found = {every[place].name: one for place, one in children.results(tasks, 2, PATIENCE)}
    assert {name: differing for name, differing in found.items() if differing != []} == {}
    assert len(found) == len(every)
