"""A grading in small: the toy's properties on a few cases each, through isolation, without pytest.

What judges and what is shown are the real ones: access, proxy, properties, verdicts, points, page
and summary. What a session adds to them is seen in whole ones.
"""

import contextlib
import importlib.util
import os
import signal
import tempfile
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from support.toy import TOY

from claimgrade.assignment.messages import Texts
from claimgrade.assignment.root import Assignment
from claimgrade.assignment.spec import Spec
from claimgrade.calls import backends, isolated
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.failures import Missing, Shortfall, Stopped
from claimgrade.calls.levels import measure
from claimgrade.calls.processes import Zygote
from claimgrade.properties import drawing
from claimgrade.reports import html, terminal
from claimgrade.result import grade, outcome
from claimgrade.result.grade import Grade, Outcome, Run
from claimgrade.sandbox.readable import readable_paths
from claimgrade.session import illustrate
from claimgrade.storage import fingerprint
from claimgrade.submission.submission import Submission

MEMORY = 1 << 30  # a quarter of what a student gets, for an attack uses up all of it
PATIENT = Deadlines(10.0, 20.0, 60.0)  # no honest work is late, however busy the machine
STUCK = 120  # seconds after which a grading counts as hung
WITHOUT = "CLAIMGRADE_WITHOUT"


class Graded(NamedTuple):
    """The result, the mistakes of the grader's own, and what a session would show."""

    grade: Grade
    faults: list
    spec: Spec
    texts: Texts

    def output(self):
        """The summary in a terminal."""
        summary = terminal.Summary(self.spec, self.grade, self.texts, hints=1, student="hostile")
        return "\n".join(line.text for line in summary.lines())

    def page(self):
        """The score report."""
        return html.render(self.spec, self.grade, self.texts)


class Small:
    """Gradings of the toy, one after the other, whose workers come from one zygote."""

    def __init__(self):
        self.assignment = Assignment(TOY)
        self._spec = self.assignment.spec
        self._texts = Texts(self._spec, "en")
        self._properties = _properties(self.assignment)
        self._zygote = Zygote()
        self._readable = readable_paths(None, TOY)
        self._measured = {}

    def close(self):
        self._zygote.close()

    def grade(self, path, deadlines=PATIENT, without=(), loading=isolated.LOADING):
        """What a hand-in gets, with these layers of isolation switched off."""
        with (
            _no_longer_than(STUCK),
            mock.patch.dict(os.environ, {WITHOUT: ",".join(sorted(without))}),
            mock.patch.multiple(isolated, MEMORY=MEMORY, LOADING=loading),
            mock.patch.object(isolated, "readable_paths", lambda *_: self._readable),
            mock.patch.object(backends, "measure", self._measure),
            contextlib.closing(
                Submission(path, self._spec.modules, self._spec.functions)
            ) as submission,
            contextlib.closing(
                backends.IsolatedAccess(self.assignment, submission, deadlines, self._zygote)
            ) as opened,
        ):
            outcomes = [self._outcome(opened, *property_) for property_ in self._properties]
            return self._graded(opened, outcomes)

    def level(self):
        """The level that this machine gives, with every layer that it has."""
        with tempfile.TemporaryDirectory() as directory:
            Path(directory, f"{self._spec.modules[0]}.py").touch()
            return self.grade(Path(directory)).grade.isolation

    def _measure(self, *arguments):
        """The level of isolation, found out once for the layers that are switched off."""
        key = os.environ[WITHOUT]
        if key not in self._measured:
            self._measured[key] = measure(*arguments)
        return self._measured[key]

    def _outcome(self, opened, claim, name, run, cases):
        opened.begin_property()
        error = _tried(drawing.trying(run, opened.student), cases)
        verdict, failure = outcome.judge(error, opened.channel.last_call, self._texts)
        if failure is not None:
            failure.printed = opened.printed()
        return Outcome(claim=claim, property=name, verdict=verdict, failure=failure)

    def _graded(self, opened, outcomes):
        run = Run(
            assignment=self._spec.name,
            submission="hostile",
            isolation=opened.level,
            seed=1,
            examples=1,
            versions=fingerprint.versions(),
        )
        by_name = {(made.claim, made.property): made for made in outcomes}
        result, faults = grade.grade(self._spec, self._texts, run, by_name), []
        pictures = illustrate.pictures(
            self.assignment.tests, result, opened, self._texts, lambda *told: faults.append(told)
        )
        for claim in result.claims:
            claim.pictures = pictures.get(claim.id, [])
        return Graded(result, faults, self._spec, self._texts)


def _tried(attempt, cases):
    """What ends a property as soon as it doesn't hold; None if it does in every case."""
    try:
        for case in cases:
            attempt(case)
    except (Shortfall, Missing, Stopped) as error:
        return error
    return None


def _properties(assignment):
    """Claim, name, function and cases of each property: the toy's own example, and two drawn."""
    spec = importlib.util.spec_from_file_location(
        "toy_properties", assignment.tests / "test_affine.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    size = module.maps.size
    cases = [*module.maps.explicit, *map(module.maps.decode, (bytes(size), bytes(range(size))))]
    return [
        (claim.id, name, getattr(module, f"test_{name}"), cases)
        for claim, name in assignment.spec.properties()
    ]


@contextlib.contextmanager
def _no_longer_than(seconds):
    def stuck(*_):
        raise TimeoutError(f"the grading took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stuck)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
