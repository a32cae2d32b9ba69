"""One grading: gathers what each property ended with, and has it graded and reported."""

from __future__ import annotations

import importlib.metadata
import io
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import settings

from ..assignment.messages import Texts
from ..assignment.root import Assignment, default_root
from ..assignment.spec import SpecError
from ..calls.backends import Access
from ..calls.failures import Shortfall, Stopped
from ..diagnosis import diagnose
from ..pictures import Picture
from ..properties import claims, drawing
from ..reports import html, terminal
from ..reports.pytest_html import PytestHtml
from ..result import grade, outcome, redact
from ..result.grade import Failure, Grade, Outcome, Run
from ..submission.submission import Submission
from . import illustrate, launch
from .recordings import Recordings

RECORD = "claimgrade"  # the key of our record in a report's user_properties
NOTES = "claimgrade-notes"  # the key of what is said of the files as a whole
OUT_OF_REACH = ("A", "B")  # the levels of isolation at which no file of the grader's is changed


class Grading:
    """The hooks of a session that grades; registered only where a student's work was named."""

    def __init__(
        self,
        config: pytest.Config,
        assignment: Assignment,
        submission: Submission,
        access: Access,
        texts: Texts,
    ) -> None:
        self.access = access
        self._config = config
        self._assignment = assignment
        self._submission = submission
        self._texts = texts
        self._outcomes: dict[tuple[str, str], Outcome] = {}
        self._pictures: dict[str, list[Picture]] = {}
        self._grader_faults: list[tuple[str, str]] = []
        self._notes: dict[str, None] = {}  # of where files stopped, each once, in their order
        self._further: dict[str, Iterator[drawing.Attempt]] = {}
        self._diagnosis = diagnose.Diagnosis(assignment, access.student.memory, texts.language)
        self._recordings: Recordings | None = None
        self._unfit = False  # the assignment's own tests can't be used: there is nothing to report
        if config.pluginmanager.hasplugin("html"):
            hooks = PytestHtml(assignment.spec, texts, self.shown, self.shown_record)
            config.pluginmanager.register(hooks, "claimgrade-pytest-html")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Properties in the order of the spec, each known by its claim."""
        if self._unfit:
            return
        spec = self._assignment.spec
        whole = [Path(path).resolve() for path in self._config.args] == [self._assignment.tests]
        try:
            claims.enroll(items, spec, whole=whole)
        except SpecError as error:
            self._unfit = True
            raise pytest.UsageError(str(error)) from None
        self.access.allow_for(settings().max_examples)  # of the profile, which is loaded by now
        self._recordings = self._open_recordings()
        order = {(claim.id, name): place for place, (claim, name) in enumerate(spec.properties())}
        items.sort(key=lambda item: order[item.stash[claims.KEY]])
        runs = defaultdict(list)
        for item in items:
            runs[item.stash[claims.KEY][0]].append(claims.function_of(item))
        seed = int(self._config.option.hypothesis_seed)
        self._further = diagnose.further(spec, runs, self.access.student, seed)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put the outcome into the report as data, so that it travels between processes."""
        report = yield
        if call.when == "call" or call.excinfo is not None:
            record = self._outcome(item, call, report)
            report.user_properties.append((RECORD, msgspec.to_builtins(record)))
            notes = [self._texts(f"note_{s.reason}", **s.details()) for s in self.access.stops()]
            report.user_properties.append((NOTES, notes))
            if record.failure is not None and record.verdict != "grader fault":
                report.longrepr = self._shown_failure(record, record.failure).message
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._unfit = True
            self._grader_faults.append((report.nodeid, report.longreprtext))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self.access.begin_property()
        if self._recordings is not None:
            self.access.student.tape.recording = self._recordings.read(_name(item))

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        recording = self.access.student.tape.recording
        self.access.student.tape.recording = None
        if self._recordings is not None and recording is not None:
            self._recordings.write(_name(item), recording)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        record = read_record(report)
        self._notes |= dict.fromkeys(_told(report, NOTES) or ())
        if record is not None:
            key = record.claim, record.property
            self._outcomes[key] = grade.worse(self._outcomes.get(key), record)
            if record.verdict == "grader fault":
                self._grader_faults.append((report.nodeid, report.longreprtext))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        is_worker = hasattr(session.config, "workerinput")  # of xdist: its controller reports
        if is_worker or self._unfit:
            return
        option = session.config.option
        if option.score_json or option.score_html or getattr(option, "htmlpath", None):
            self._illustrate()
        result = self.result()
        if option.score_json:
            grade.write(result, Path(option.score_json))
        if option.score_html:
            html.write(self._assignment.spec, self.shown(), self._texts, Path(option.score_html))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self._unfit:
            self._summarise(terminalreporter)
        for nodeid, text in self._grader_faults:
            terminalreporter.section(nodeid, sep="_", red=True)
            terminalreporter.line(text)

    def _summarise(self, reporter: pytest.TerminalReporter) -> None:
        built_in = self._assignment.root == default_root()
        summary = terminal.Summary(
            self._assignment.spec,
            self.shown(),
            self._texts,
            hints=self._config.option.hints,
            student=os.path.relpath(self._submission.path),
            assignment="" if built_in else os.path.relpath(self._assignment.root),
        )
        terminal.summarise(reporter, summary, console_encoding())

    def pytest_unconfigure(self) -> None:
        self.access.close()
        self._submission.close()

    def result(self) -> Grade:
        """The grade of what has run so far."""
        run = Run(
            assignment=self._assignment.spec.name,
            submission=self._config.option.submission_name or self._submission.name,
            isolation=self.access.level,
            seed=int(self._config.option.hypothesis_seed),
            examples=settings().max_examples,
            versions=versions(),
            profile=settings.get_current_profile_name(),
            hides_seed=self._config.option.hide_seed,
            notes=[self._texts(note.key, **note.details) for note in self._submission.notes],
        )
        result = grade.grade(self._assignment.spec, self._texts, run, self._outcomes)
        result.notes += self._notes
        for claim in result.claims:
            claim.pictures = self._pictures.get(claim.id, [])
        return result

    def shown(self) -> Grade:
        """The same as students may see it."""
        return redact.shown(self.result(), self._texts("withheld"))

    def shown_record(self, report: pytest.TestReport) -> Outcome | None:
        """Our outcome as students may see it, if this report carries one."""
        record = read_record(report)
        if record is not None and record.failure is not None:
            record.failure = self._shown_failure(record, record.failure)
        return record

    def _shown_failure(self, record: Outcome, failure: Failure) -> Failure:
        level = self._assignment.spec.claims[record.claim].reveal
        return redact.shown_failure(failure, record.verdict, level, self._texts("withheld"))

    def _open_recordings(self) -> Recordings | None:
        """None where a student's code might have a say in what is recorded."""
        if self.access.level not in OUT_OF_REACH:
            return None
        seed = int(self._config.option.hypothesis_seed)
        return Recordings(self._assignment, [seed, settings().max_examples, versions()])

    def _illustrate(self) -> None:
        self._pictures = illustrate.pictures(
            self._assignment.tests,
            self.result(),
            self.access,
            self._texts,
            lambda *fault: self._grader_faults.append(fault),
        )

    def _outcome(
        self, item: pytest.Item, call: pytest.CallInfo[Any], report: pytest.TestReport
    ) -> Outcome:
        error = call.excinfo.value if call.excinfo else None
        if error is None and (unproven := self._unproven(report)):
            error = AssertionError(unproven)
            report.outcome, report.longrepr = "failed", unproven
        verdict, failure = outcome.judge(error, self.access.student.last_call, self._texts)
        if failure is not None:
            failure.printed = self.access.printed()
            failure.looks_like = self._looks_like(error)
        claim, name = item.stash[claims.KEY]
        return Outcome(
            claim=claim,
            property=name,
            verdict=verdict,
            examples=drawing.examples(claims.function_of(item)),
            seconds=round(call.duration, 4),
            failure=failure,
        )

    def _unproven(self, report: pytest.TestReport) -> str:
        """Why a test that ends without an error says nothing of the student's work; "" if it does.

        Whatever let it pass came while it ran: what a file says of itself is refused before.
        """
        if report.outcome != "passed" or hasattr(report, "wasxfail"):
            return "it was excused, not passed: a property holds or does not, on all of its cases"
        if not self.access.student.memory.is_asked:
            return "it asked the student's code nothing"
        return ""

    def _looks_like(self, error: BaseException | None) -> str | None:
        """A known misconception; none where the student's own debugger is to see the calls."""
        if not isinstance(error, Shortfall) or self._config.option.usepdb:
            return None
        call = error.call or self.access.student.last_call
        if call is None:
            return None
        try:
            return self._diagnosis.looks_like(call, self._further[call.function])
        except (Exception, Stopped):  # no verdict hangs on a chaff; validation finds broken ones
            return None


def _name(item: pytest.Item) -> str:
    """Of a property's recording."""
    claim, name = item.stash[claims.KEY]
    return f"{claim}.{name}"


def console_encoding() -> str:
    """What the console can show; from now on it is written in it, whatever mode Python is in."""
    encoding = os.environ.get(launch.CONSOLE, sys.stdout.encoding or "utf-8")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    return encoding


def read_record(report: pytest.TestReport) -> Outcome | None:
    """Our outcome, if this report carries one."""
    record = _told(report, RECORD)
    return msgspec.convert(record, Outcome) if record else None


def _told(report: pytest.TestReport, key: str) -> Any:
    """What we have put into a report under a key, last; None if nothing."""
    records = [record for name, record in report.user_properties if name == key]
    return records[-1] if records else None


def versions() -> dict[str, str]:
    """Whatever could change what is drawn or computed."""
    packages = ("claimgrade", "pytest", "hypothesis", "numpy", "scipy")
    return {"python": platform.python_version()} | {name: _version(name) for name in packages}


_version = cache(importlib.metadata.version)  # which reads a file
