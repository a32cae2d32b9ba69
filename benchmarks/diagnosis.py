"""What diagnosis adds to a grading: of a real hand-in, and where everything is wrong.

    python benchmarks/diagnosis.py [RUNS]

In the second each function of the submission is one chaff's. A grading is one session in a process
of its own; the seconds spent on diagnosis are taken within it, so the ratio is of two times of one
run.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import Figure, show

ROOT = Path(__file__).parents[1]
MOST_PERCENT = 10


def submission(directory):
    """A module for each of the sheet's, in which a chaff stands for every function that has one."""
    from claimgrade.assignment import specimens
    from claimgrade.assignment.root import Assignment

    sheet = Assignment(ROOT)
    chosen = {}
    for name in sheet.spec.functions:
        module, _, function = name.partition(".")
        chosen.setdefault(module, []).extend(specimens.overriding(sheet, module, function)[:1])
    first = next(chaff for chaffs in chosen.values() for chaff in chaffs)
    specimens.assemble(sheet, first, directory)
    for module, chaffs in chosen.items():
        texts = [f"from correct.{module} import *", *(c.path.read_text("utf-8") for c in chaffs)]
        (directory / f"{module}.py").write_text("\n".join(texts), "utf-8")


def grading(directory):
    """Seconds of one grading, and of the diagnosis in it, as JSON on the last line."""
    start = time.perf_counter()
    import pytest

    from claimgrade.diagnosis.diagnose import Diagnosis

    spent, found, original = [], [], Diagnosis.recognise

    def recognise(*arguments):
        begin = time.perf_counter()
        try:
            found.append(original(*arguments))
            return found[-1]
        finally:
            spent.append(time.perf_counter() - begin)

    Diagnosis.recognise = recognise
    options = ["-q", "-c", os.devnull, f"--rootdir={ROOT}", f"--student={directory}"]
    pytest.main([*options, str(ROOT / "tests")])
    seconds = time.perf_counter() - start
    named = sum(sentence is not None for sentence in found)
    print("\n" + json.dumps([seconds - sum(spent), sum(spent), len(spent), named]))


def measured(directory, runs):
    """Percent, in the median, and how many properties failed and were diagnosed."""
    command = [sys.executable, __file__, "--grading", str(directory)]
    outputs = [subprocess.check_output(command, text=True) for _ in range(runs)]
    found = [json.loads(output.splitlines()[-1]) for output in outputs]
    _, _, failed, named = found[-1]
    return statistics.median(100 * spent / rest for rest, spent, _, _ in found), failed, named


def figures(runs=5):
    """Of so many gradings each."""
    typical, _, _ = measured(ROOT / "specimens" / "chaffs" / "worked_answers", runs)
    with tempfile.TemporaryDirectory() as directory:
        submission(Path(directory))
        worst, failed, named = measured(directory, runs)
    return [
        Figure("diagnosis of the worked answers, over the rest", typical, "%", MOST_PERCENT),
        Figure("diagnosis where every function is wrong", worst, "%", MOST_PERCENT),
        Figure(f"of {failed} failing properties there, named", named, "properties"),
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--grading"]:
        grading(sys.argv[2])
    else:
        show("diagnosis", figures(*map(int, sys.argv[1:])))
