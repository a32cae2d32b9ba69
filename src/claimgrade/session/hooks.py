"""The hooks of a session that grades: run the properties, gather what they end with, report it."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from ..assignment.messages import Texts
from ..assignment.root import Assignment, default_root
from ..assignment.spec import SpecError
from ..calls.backends import Access
from ..properties import claims
from ..reports import html, terminal
from ..reports.pytest_html import PytestHtml
from ..result import grade, grade_file, redact
from ..result.grade import Failure, Grade, Outcome, Run
from ..storage.fingerprint import versions
from ..submission.submission import Submission
from . import illustrate, outcomes
from .console import console_encoding


class Grading:
    """Registered only where a student's work was named.

    No properties: pytest reads every attribute of a plugin, to find fixtures.
    """

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
        self._seed = int(config.option.hypothesis_seed)
        self._made = outcomes.Outcomes(assignment, access, texts)
        self._outcomes: dict[tuple[str, str], Outcome] = {}
        self._notes: dict[str, None] = {}  # of where files stopped, each once, in their order
        self._grade: Grade | None = None  # once all has run
        self._grader_faults: list[tuple[str, str]] = []
        self._unfit = False  # the assignment's own tests can't be used: there is nothing to report
        if config.pluginmanager.hasplugin("html"):
            hooks = PytestHtml(assignment.spec, texts, self._shown, self._shown_record)
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
        order = {(claim.id, name): place for place, (claim, name) in enumerate(spec.properties())}
        items.sort(key=lambda item: order[item.stash[claims.KEY]])
        self._made.expect(items, self._seed)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.when == "call" or call.excinfo is not None:
            record = self._made.tell(item, call, report)
            if record.failure is not None and record.verdict != "grader fault":
                report.longrepr = self._shown_failure(record, record.failure).message
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._unfit = True
            self._grader_faults.append((report.nodeid, report.longreprtext))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self.access.begin_property()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._notes |= dict.fromkeys(outcomes.notes(report))
        record = outcomes.told(report)
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
        if option.score_json:
            grade_file.write(self._result(), Path(option.score_json))
        if option.score_html:
            html.write(self._assignment.spec, self._shown(), self._texts, Path(option.score_html))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self._unfit:
            self._summarise(terminalreporter)
        for nodeid, text in self._grader_faults:
            terminalreporter.section(nodeid, sep="_", red=True)
            terminalreporter.line(text)

    def pytest_unconfigure(self) -> None:
        self.access.close()
        self._submission.close()

    def _summarise(self, reporter: pytest.TerminalReporter) -> None:
        built_in = self._assignment.root == default_root()
        summary = terminal.Summary(
            self._assignment.spec,
            self._shown(),
            self._texts,
            hints=self._config.option.hints,
            student=os.path.relpath(self._submission.path),
            assignment="" if built_in else os.path.relpath(self._assignment.root),
            encoding=console_encoding(),
        )
        terminal.summarise(reporter, summary)

    def _result(self) -> Grade:
        """The grade, made when it is first asked for."""
        if self._grade is None:
            self._grade = self._graded()
        return self._grade

    def _graded(self) -> Grade:
        """With pictures, where a page or a file shows any."""
        run = Run(
            assignment=self._assignment.spec.name,
            submission=self._config.option.submission_name or self._submission.name,
            isolation=self.access.level,
            seed=self._seed,
            examples=settings().max_examples,
            versions=versions(),
            profile=settings.get_current_profile_name(),
            hides_seed=self._config.option.hide_seed,
            notes=[self._texts(note.key, **note.details) for note in self._submission.notes],
        )
        result = grade.grade(self._assignment.spec, self._texts, run, self._outcomes)
        result.notes += self._notes
        option = self._config.option
        if option.score_json or option.score_html or getattr(option, "htmlpath", None):
            self._illustrate(result)
        return result

    def _illustrate(self, result: Grade) -> None:
        pictures = illustrate.pictures(
            self._assignment.tests,
            result,
            self.access,
            self._texts,
            lambda *fault: self._grader_faults.append(fault),
        )
        for claim in result.claims:
            claim.pictures = pictures.get(claim.id, [])

    def _shown(self) -> Grade:
        """The result as students may see it."""
        return redact.shown(self._result(), self._texts("withheld"))

    def _shown_record(self, report: pytest.TestReport) -> Outcome | None:
        """Our outcome as students may see it, if this report carries one."""
        record = outcomes.told(report)
        if record is not None and record.failure is not None:
            record.failure = self._shown_failure(record, record.failure)
        return record

    def _shown_failure(self, record: Outcome, failure: Failure) -> Failure:
        level = self._assignment.spec.claims[record.claim].reveal
        return redact.shown_failure(failure, record.verdict, level, self._texts("withheld"))
