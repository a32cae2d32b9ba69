"""Platforms that run a grader once a submission and read the one file that it leaves."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from .errors import ExportError
from .result import Result, Test, as_json, number


def gradescope(result: Result, visibility: str | None = None) -> str:
    """Gradescope's `results/results.json`: it adds up the tests, there is no total of ours.

    A bonus that was not begun has no status: to Gradescope, 0 of 0 has not failed then.
    """
    visibility = visibility or "visible"
    tests = [
        {
            "name": test.name,
            "number": test.claim.exercise,
            "score": test.points,
            "max_score": test.max_points,
            **_status(test),
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


def classroom50(result: Result) -> str:
    """Classroom 50's `result.json`: whole points; the exact ones stand beside them.

    A bonus that was not begun is no test, for there a test has passed or failed.
    """
    listed = [test for test in result.tests if not test.claim.declined]
    tests = [
        {
            "test-name": test.name,
            "passed": test.claim.verdict == "holds",
            "score": score,
            "max-score": maximum,
            "points": test.points,
            "output": test.output,
        }
        for test, (score, maximum) in zip(listed, whole_points(listed), strict=True)
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
            "score": _rounded(result.grade.score),
            "max-score": _rounded(result.grade.max_score),
            "tests": tests,
        }
    )


def prairielearn(result: Result) -> str:
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
            "gradable": not result.ungraded,
            "score": result.grade.score / result.grade.max_score,
            "message": result.headline,
            "tests": tests,
        }
    )


def autolab(result: Result) -> str:
    """Autolab's last line of standard output: a problem a claim, for it adds them up."""
    scores = {test.claim.id: test.points for test in _problems(result)}
    return msgspec.json.encode({"scores": scores, "scoreboard": [result.grade.score]}).decode()


def needed_of_autolab(result: Result) -> str:
    """What the instructor must have defined: Autolab raises an error for any other problem."""
    names = ", ".join(f"{test.claim.id} ({number(test.max_points)})" for test in _problems(result))
    return f"Autolab needs a problem of each of these names, worth so many points: {names}"


def _problems(result: Result) -> list[Test]:
    """Without a bonus, which counts in no total."""
    return [test for test in result.tests if not test.claim.bonus]


def _status(test: Test) -> dict[str, str]:
    if test.claim.declined:
        return {}
    return {"status": "passed" if test.claim.verdict == "holds" else "failed"}


def whole_points(tests: Sequence[Test]) -> list[tuple[int, int]]:
    """(score, maximum) of each in whole numbers: no score is above its maximum, and no mistake
    rounded away."""
    maxima = _whole_maxima(tests)
    return [*zip(_whole_scores(tests, maxima), maxima, strict=True)]


def _whole_maxima(tests: Sequence[Test]) -> list[int]:
    """At least 1 of what is worth anything, so that it can be missed."""
    exact = [test.max_points for test in tests]
    return _whole(exact, [(max(math.floor(most), most > 0), math.ceil(most)) for most in exact])


def _whole_scores(tests: Sequence[Test], maxima: Sequence[int]) -> list[int]:
    """The maximum of what is held in full, and less of anything else."""
    bounds = [
        (most, most)
        if test.points >= test.max_points
        else (min(math.floor(test.points), most - 1), min(math.ceil(test.points), most - 1))
        for test, most in zip(tests, maxima, strict=True)
    ]
    return _whole([test.points for test in tests], bounds)


def _whole(exact: Sequence[float], bounds: Sequence[tuple[int, int]]) -> list[int]:
    """Whole numbers within bounds, whose running sums follow those of the exact ones."""
    behind, whole = 0.0, []
    for points, (least, most) in zip(exact, bounds, strict=True):
        behind = round(behind + points, 6)
        whole.append(min(max(_rounded(behind), least), most))
        behind -= whole[-1]
    return whole


def _rounded(points: float) -> int:
    return math.floor(points + 0.5)


def _told(variable: str) -> str:
    """What Classroom 50 tells the grader in the environment."""
    value = os.environ.get(variable, "")
    if not value:
        raise ExportError(
            f"classroom50 needs {variable} in the environment, where Classroom 50 puts it: "
            "export inside its autograder, or set it"
        )
    return value
