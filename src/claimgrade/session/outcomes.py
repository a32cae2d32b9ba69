"""The outcome of each property: made in the process that runs it, told to the one that grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest

from ..assignment.messages import Texts
from ..assignment.root import Assignment
from ..calls.backends import Access
from ..calls.failures import Shortfall, Stopped
from ..diagnosis import diagnose
from ..properties import claims, drawing
from ..result import outcome
from ..result.grade import Outcome

RECORD = "claimgrade"  # the key of an outcome in a report's user_properties
NOTES = "claimgrade-notes"  # the key of what is said of the files as a whole


class Outcomes:
    """Makes an outcome of whatever a property ended with."""

    def __init__(self, assignment: Assignment, access: Access, texts: Texts) -> None:
        self._assignment = assignment
        self._access = access
        self._texts = texts
        self._diagnosis = diagnose.Diagnosis(assignment, access.channel.memory, texts.language)
        self._further: dict[str, Iterator[drawing.Attempt]] = {}

    def expect(self, items: Sequence[pytest.Item], seed: int) -> None:
        """Before the first: the properties that are run, which may be asked once more."""
        runs = defaultdict(list)
        for item in items:
            runs[item.stash[claims.KEY][0]].append(claims.function_of(item))
        self._further = diagnose.further(self._assignment.spec, runs, self._access.student, seed)

    def tell(
        self, item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport
    ) -> Outcome:
        """The outcome, put into the report as data, so that it travels between processes."""
        record = self._outcome(item, call, report)
        report.user_properties.append((RECORD, msgspec.to_builtins(record)))
        notes = [self._texts(f"note_{s.reason}", **s.details()) for s in self._access.stops()]
        report.user_properties.append((NOTES, notes))
        return record

    def _outcome(
        self, item: pytest.Item, call: pytest.CallInfo[Any], report: pytest.TestReport
    ) -> Outcome:
        error = call.excinfo.value if call.excinfo else None
        if error is None and (unproven := self._unproven(report)):
            error = AssertionError(unproven)
            report.outcome, report.longrepr = "failed", unproven
        verdict, failure = outcome.judge(error, self._access.channel.last_call, self._texts)
        if failure is not None:
            failure.printed = self._access.printed()
            if not item.config.option.usepdb:  # where the student is to see the calls alone
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
        if not self._access.channel.memory.is_asked:
            return "it asked the student's code nothing"
        return ""

    def _looks_like(self, error: BaseException | None) -> str | None:
        """A known misconception, if there is one."""
        if not isinstance(error, Shortfall):
            return None
        call = error.call or self._access.channel.last_call
        if call is None:
            return None
        try:
            return self._diagnosis.recognise(call, self._further[call.function])
        except (Exception, Stopped):  # no verdict hangs on a chaff; validation finds broken ones
            return None


def told(report: pytest.TestReport) -> Outcome | None:
    """The outcome, if this report carries one."""
    record = _last(report, RECORD)
    return msgspec.convert(record, Outcome) if record else None


def notes(report: pytest.TestReport) -> list[str]:
    """What is said of the files as a whole."""
    return _last(report, NOTES) or []


def _last(report: pytest.TestReport, key: str) -> Any:
    """What we have put into a report under a key, last; None if nothing."""
    records = [record for name, record in report.user_properties if name == key]
    return records[-1] if records else None
