"""The same cards inside pytest-html: the claims above its table, a row a property in it.

Its rows live in a script's data, so with scripts off there are none: the summary says it all.
Result cells stay as they are made, for the table is built from them.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pytest

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..result.grade import Grade, Outcome
from . import html


class PytestHtml:
    """Hooks of pytest-html; `record` reads our outcome off a test report that has one."""

    def __init__(
        self,
        spec: Spec,
        texts: Texts,
        result: Callable[[], Grade],
        record: Callable[[pytest.TestReport], Outcome | None],
    ) -> None:
        self._spec = spec
        self._texts = texts
        self._result = result
        self._record = record

    def pytest_html_report_title(self, report: Any) -> None:
        report.title = self._texts.assignment.title

    def pytest_html_results_summary(self, prefix: list[str]) -> None:
        prefix.append(html.render_cards(self._spec, self._result(), self._texts))

    def pytest_html_results_table_header(self, cells: list[str]) -> None:
        cells[1:] = [
            _header("points", self._texts("label_points")),
            _header("claim", self._texts("label_claim")),
            _header("property", self._texts("label_property")),
            cells[2],
        ]

    def pytest_html_results_table_row(self, report: pytest.TestReport, cells: list[str]) -> None:
        outcome = self._record(report)
        claim, points, said = self._described(outcome) if outcome else ("", "", report.nodeid)
        cells[1:] = [
            _cell("points", points),
            _cell("claim", claim),
            _cell("property", said),
            cells[2],
        ]

    def _described(self, outcome: Outcome) -> tuple[str, str, str]:
        """Claim, points and sentence of a property; zeros in front, for text is what is sorted."""
        claim = self._spec.claims[outcome.claim]
        worth = claim.worth(outcome.property)
        earned = worth if outcome.verdict == "holds" else 0.0
        points = self._texts("points", points=f"{earned:05.2f}", max_points=f"{worth:05.2f}")
        return claim.id, points, self._texts.claim(claim.id).properties[outcome.property]

    def pytest_html_results_table_html(self, report: pytest.TestReport, data: list[str]) -> None:
        outcome = self._record(report)
        if outcome and outcome.failure and outcome.verdict != "grader fault":
            data[:] = [html.render_failure(outcome.failure, self._texts)]


def _header(name: str, title: str) -> str:
    return f'<th class="sortable" data-column-type="{name}">{escape(title)}</th>'


def _cell(name: str, content: str) -> str:
    return f'<td class="col-{name}">{escape(content)}</td>'
