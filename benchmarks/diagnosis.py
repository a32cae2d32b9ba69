"""What diagnosis adds to the grading of a submission in which many properties fail.

    python benchmarks/diagnosis.py [RUNS]

Each function of the submission is one chaff's. A grading is one session in a process of its own;
the seconds spent on diagnosis are taken within it, so the ratio is of two times of one run.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_SHARE = 0.10


def submission(directory):
    """A module for each of the sheet's, in which a chaff stands for every function that has one."""
    from claimgrade import specimens
    from claimgrade.assignment import Assignment

    sheet = Assignment(ROOT)
    chosen = {}
    for name in sheet.spec.functions:
        module, _, function = name.partition(".")
        chosen.setdefault(module, []).extend(specimens.defining(sheet, module, function)[:1])
    first = next(chaff for chaffs in chosen.values() for chaff in chaffs)
    specimens.assemble(sheet, first, directory)
    for module, chaffs in chosen.items():
        texts = [f"from correct.{module} import *", *(c.path.read_text("utf-8") for c in chaffs)]
        (directory / f"{module}.py").write_text("\n".join(texts), "utf-8")


def grading(directory):
    """Seconds of one grading, and of the diagnosis in it, as JSON on the last line."""
    start = time.perf_counter()
    import pytest

    from claimgrade.diagnose import Diagnosis

    spent, found, original = [], [], Diagnosis.looks_like

    def looks_like(*arguments):
        begin = time.perf_counter()
        try:
            found.append(original(*arguments))
            return found[-1]
        finally:
            spent.append(time.perf_counter() - begin)

    Diagnosis.looks_like = looks_like
    options = ["-q", "-c", os.devnull, f"--rootdir={ROOT}", f"--student={directory}"]
    pytest.main([*options, str(ROOT / "tests")])
    seconds = time.perf_counter() - start
    named = sum(sentence is not None for sentence in found)
    print("\n" + json.dumps([seconds - sum(spent), sum(spent), len(spent), named]))


def main(runs):
    with tempfile.TemporaryDirectory() as directory:
        submission(Path(directory))
        command = [sys.executable, __file__, "--grading", directory]
        outputs = [subprocess.check_output(command, text=True) for _ in range(runs)]
    measured = [json.loads(output.splitlines()[-1]) for output in outputs]
    _, _, failed, named = measured[-1]
    shares = [spent / rest for rest, spent, _, _ in measured]
    print(f"{failed} failing properties, {named} of them diagnosed, {runs} runs")
    print(f"  grading without diagnosis  {min(rest for rest, _, _, _ in measured):6.2f} s at best")
    print(
        f"  diagnosis                  {min(spent for _, spent, _, _ in measured):6.2f} s at best"
    )
    print(f"  diagnosis / grading        {statistics.median(shares):6.1%} (aim: {MOST_SHARE:.0%})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--grading"]:
        grading(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
