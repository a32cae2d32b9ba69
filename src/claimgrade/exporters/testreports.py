"""Reports that test viewers read: one test a claim, the points beside it."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from ..calls import wire
from .result import Result, Test, as_json, number


def ctrf(result: Result) -> str:
    """The Common Test Report Format, in whole milliseconds; points are in `extra`."""
    stop = round(result.finished * 1000)
    counts = Counter(map(_status, result.tests))
    statuses = ("passed", "failed", "pending", "skipped", "other")
    summary = {
        "tests": len(result.tests),
        **{status: counts[status] for status in statuses},
        "start": stop - _milliseconds(result.seconds),
        "stop": stop,
        "extra": {"score": result.grade.score, "max_score": result.grade.max_score},
    }
    tests = [
        {
            "name": test.name,
            "status": _status(test),
            "duration": _milliseconds(test.seconds),
            "message": test.output,
            "extra": {"points": test.points, "max_points": test.max_points},
        }
        for test in result.tests
    ]
    tool = {"name": "claimgrade", "version": result.grade.versions.get("claimgrade", "")}
    results = {"tool": tool, "summary": summary, "tests": tests}
    report = {"reportFormat": "CTRF", "specVersion": "0.1.0", "results": results}
    return as_json(report)


def junit(result: Result) -> str:
    """JUnit XML; a class name holds the claim's id, for GitLab drops a name that comes twice."""
    counts = Counter(filter(None, map(_element, result.tests)))
    suite = ElementTree.Element(
        "testsuite",
        name=wire.text(f"{result.grade.assignment}: {result.grade.submission}"),
        tests=str(len(result.tests)),
        failures=str(counts["failure"]),
        errors=str(counts["error"]),
        skipped=str(counts["skipped"]),
        time=f"{result.seconds:.3f}",
    )
    properties = ElementTree.SubElement(suite, "properties")
    for name in ("score", "max_score"):
        value = number(getattr(result.grade, name))
        ElementTree.SubElement(properties, "property", name=name, value=value)
    for test in result.tests:
        _case(suite, result.grade.assignment, test)
    suites = ElementTree.Element("testsuites")
    suites.append(suite)
    ElementTree.indent(suites)
    content: bytes = ElementTree.tostring(suites, encoding="utf-8", xml_declaration=True)
    return content.decode() + "\n"


def _case(suite: ElementTree.Element, assignment: str, test: Test) -> None:
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=f"{assignment}.{test.claim.id}",
        name=test.name,
        time=f"{test.seconds:.3f}",
    )
    if element := _element(test):
        ElementTree.SubElement(case, element, message=test.headline).text = test.details


def _status(test: Test) -> str:
    """What is missing has failed, so that it is seen; a bonus that was not begun is skipped.

    Where nothing could be graded, nothing has passed or failed.
    """
    if test.is_unread:
        return "other"
    if test.claim.declined:
        return "skipped"
    return {"holds": "passed", "grader fault": "other"}.get(test.claim.verdict, "failed")


def _element(test: Test) -> str:
    return {"failed": "failure", "other": "error", "skipped": "skipped"}.get(_status(test), "")


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
