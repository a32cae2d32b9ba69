"""The score report of the whole sheet: time to render and size, as shares of their limits.

    python benchmarks/report.py [RUNS]

The worst page there is: every property falls short, each with matrices of its own. The first
rendering compiles templates and formulas; a class is graded with both compiled.
"""

import statistics
import sys
import time
from pathlib import Path

from figures import Figure, show

from claimgrade.assignment.messages import Texts
from claimgrade.assignment.root import Assignment
from claimgrade.reports import html
from claimgrade.result import grade
from claimgrade.result.grade import Failure, Outcome, Run

ROOT = Path(__file__).parents[1]
MOST_MILLISECONDS, MOST_KILOBYTES = 50, 200


def worst(spec, texts):
    """A result in which nothing holds."""
    outcomes = {
        (claim.id, name): Outcome(
            claim=claim.id, property=name, verdict="fails", failure=failure(i)
        )
        for i, (claim, name) in enumerate(spec.properties())
    }
    run = Run(
        assignment=spec.name, submission="worst", isolation="A", seed=1, examples=100, versions={}
    )
    return grade.grade(spec, texts, run, outcomes)


def failure(place):
    matrix = [[(place + 1) / (i + 2 * j + 1) for j in range(4)] for i in range(4)]
    wrong = [[-entry for entry in row] for row in matrix]
    return Failure(
        message=f"Your answer to question {place} has the opposite sign.",
        function="module.function",
        where="module.py:14",
        inputs={"W": matrix, "U": matrix, "x": matrix[0]},
        required=matrix,
        yours=wrong,
        differing=[[i, j] for i in range(4) for j in range(4)],
    )


def milliseconds(render):
    start = time.perf_counter()
    render()
    return 1000 * (time.perf_counter() - start)


def figures(runs=50):
    """Of so many renderings after the first."""
    spec = Assignment(ROOT).spec
    texts = Texts(spec, "en")
    result = worst(spec, texts)
    first, *times = (
        milliseconds(lambda: html.render(spec, result, texts)) for _ in range(runs + 1)
    )
    kilobytes = len(html.render(spec, result, texts).encode()) / 1000
    typical = statistics.median(times)
    return [
        Figure("score report, all wrong, rendered", typical, "ms", MOST_MILLISECONDS),
        Figure("the first of a process, which compiles", first, "ms", MOST_MILLISECONDS),
        Figure("its size without pictures", kilobytes, "kB", MOST_KILOBYTES),
    ]


if __name__ == "__main__":
    show("score report of the whole sheet", figures(*map(int, sys.argv[1:])))
