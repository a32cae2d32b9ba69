"""One whole grading against an empty pytest session, both measured in this run.

    python benchmarks/sheet.py [RUNS]

The empty session imports pytest, hypothesis, numpy and scipy and runs one empty test. They take
turns, so that a machine whose speed drifts slows all; the ratios are taken turn by turn.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import Figure, show

ROOT = Path(__file__).parents[1]
EMPTY = "import hypothesis, numpy, scipy, pytest\n\ndef test_nothing():\n    pass\n"
AIMS = {"isolated": 3, "in process": 2.2, "untouched": 1.5}
MOST_MEGABYTES = 250


def measured(command, directory):
    """Seconds and peak megabytes of one process, from start to end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=directory, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert os.waitstatus_to_exitcode(status) in (0, 1), command  # 1: points are missing
    return seconds, usage.ru_maxrss / 1024


def turn():
    """One session of each kind."""
    pytest = (sys.executable, "-P", "-m", "pytest", "-q", "-c", os.devnull)
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "test_empty.py").write_text(EMPTY)
        empty = [*pytest, f"--rootdir={directory}", "test_empty.py"]
        grading = [*pytest, f"--rootdir={ROOT}", str(ROOT / "tests")]
        reference = [*grading, f"--student={ROOT / 'reference'}"]
        untouched = [*grading, f"--student={ROOT / 'student_template'}"]
        commands = {"empty": empty, "isolated": reference}
        commands |= {"in process": [*reference, "--in-process"], "untouched": untouched}
        return {name: measured(command, directory) for name, command in commands.items()}


def figures(runs=5):
    """Of so many turns; the first is not counted, for it compiles what is imported."""
    turns = [turn() for _ in range(runs + 1)][1:]
    ratios = {name: [each[name][0] / each["empty"][0] for each in turns] for name in AIMS}
    peak = max(megabytes for each in turns for _, megabytes in each.values())
    return [
        *(
            Figure(f"whole sheet, {name}", statistics.median(ratios[name]), "empty sessions", aim)
            for name, aim in AIMS.items()
        ),
        Figure("memory of a session, at its peak", peak, "MB", MOST_MEGABYTES),
    ]


if __name__ == "__main__":
    show("whole sheet, 100 examples a property", figures(*map(int, sys.argv[1:])))
