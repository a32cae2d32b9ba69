"""Platforms that run a grader once a submission and read the one file that it leaves."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec

from .errors import ExportError
from .result import Options, Result, as_json


def gradescope(result: Result, options: Options) -> str:
    """Gradescope's `results/results.json`: it adds up the tests, there is no total of ours."""
    visibility = options.visibility or "visible"
    tests = [
        {
            "name": test.name,
            "number": test.claim.exercise,
            "score": test.points,
            "max_score": test.max_points,
            "status": "passed" if test.claim.verdict == "holds" else "failed",
            "output": test.output,
            "output_format": "text",  # a student's own words are in it
            "visibility": visibility,
        }
        for test in result.tests
    ]
    return as_json(
        {
            "execution_time": result.seconds,
            "output": result.headline,
            "output_format": "text",
            "visibility": visibility,
            "stdout_visibility": "hidden",
            "tests": tests,
        }
    )


def classroom50(result: Result, options: Options) -> str:
    """Classroom 50's `result.json`: whole points; the exact ones stand beside them."""
    scores = _whole(test.points for test in result.tests)
    maxima = _whole(test.max_points for test in result.tests)
    tests = [
        {
            "test-name": test.name,
            "passed": test.claim.verdict == "holds",
            "score": score,
            "max-score": maximum,
            "points": test.points,
            "output": test.output,
        }
        for test, score, maximum in zip(result.tests, scores, maxima, strict=True)
    ]
    return as_json(
        {
            "schema": "classroom50/result/v1",
            "classroom": _told("CLASSROOM"),
            "assignment": _told("ASSIGNMENT"),
            "submission": _told("SUBMISSION_TAG"),
            "commit": _told("COMMIT_URL"),
            "release": _told("RELEASE_URL"),
            "review": os.environ.get("REVIEW_URL") or _told("COMMIT_URL"),
            "datetime": datetime.fromtimestamp(result.finished, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "score": sum(scores),
            "max-score": sum(maxima),
            "tests": tests,
        }
    )


def prairielearn(result: Result, options: Options) -> str:
    """PrairieLearn's results: a share of the points, and points on every test.

    What the grader itself failed on is no attempt of the student's: it is not gradable. Nor is what
    could not be read, and the message says why.
    """
    tests = [
        {
            "name": test.name,
            "points": test.points,
            "max_points": test.max_points,
            "message": test.headline,
            "output": test.details,
        }
        for test in result.tests
    ]
    return as_json(
        {
            "gradable": not (result.is_faulty or result.grade.unreadable),
            "score": result.grade.score / result.grade.max_score,
            "message": result.headline,
            "tests": tests,
        }
    )


def autolab(result: Result, options: Options) -> str:
    """Autolab's last line of standard output: a problem a claim, for it adds them up."""
    problems = [test for test in result.tests if not test.claim.bonus]
    scores = {test.claim.id: test.points for test in problems}
    return msgspec.json.encode({"scores": scores, "scoreboard": [result.grade.score]}).decode()


def _whole(points: Iterator[float]) -> list[int]:
    """Whole numbers that add up to the rounded sum: differences of the rounded running sums."""
    total, before, whole = 0.0, 0, []
    for one in points:
        total = round(total + one, 6)
        after = math.floor(total + 0.5)
        whole.append(after - before)
        before = after
    return whole


def _told(variable: str) -> str:
    """What Classroom 50 tells the grader in the environment."""
    value = os.environ.get(variable, "")
    if not value:
        raise ExportError(
            f"classroom50 needs {variable} in the environment, where Classroom 50 puts it: "
            "export inside its autograder, or set it"
        )
    return value
