"""What isolation costs: the whole sheet, a call, the start of a worker, cold and warm.

python benchmarks/isolation.py [RUNS]
"""

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from figures import Figure, show

from claimgrade.assignment.root import Assignment
from claimgrade.calls.backends import InProcess, IsolatedAccess
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.failures import Stopped
from claimgrade.submission.submission import Submission

ROOT = Path(__file__).parents[1]
TOY = ROOT / "meta_tests" / "toy"
CALLS = 2000
MOST_OVERHEAD = 25  # percent
ARGUMENTS = np.ones((3, 4)), np.ones(3), np.ones(4)
ENDS = "import os\n\ndef affine(A, b, x):\n    return A @ x + b\n\ndef slope(A):\n    os._exit(0)\n"


def sheet(*options):
    """Seconds of one whole grading of the reference."""
    command = [sys.executable, "-I", "-m", "pytest", "-q", "-c", os.devnull, f"--rootdir={ROOT}"]
    command += [f"--student={ROOT / 'reference'}", *options, str(ROOT / "tests")]
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        environment = {"HYPOTHESIS_STORAGE_DIRECTORY": home}
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start


def turn():
    """Percent that an isolated grading takes more than one in process."""
    inside = sheet("--in-process")
    return 100 * (sheet() / inside - 1)


def call(access):
    """Microseconds of one call of the toy's affine map, 3 by 4."""
    access.begin_property()
    access.student.affine.affine(*ARGUMENTS)
    start = time.perf_counter()
    for _ in range(CALLS):
        access.student.affine.affine(*ARGUMENTS)
    return 1e6 * (time.perf_counter() - start) / CALLS


def warm_start(access):
    """Milliseconds from a call without a worker to its answer; `slope` has ended the one before."""
    with contextlib.suppress(Stopped):
        access.student.affine.slope(ARGUMENTS[0])
    start = time.perf_counter()
    access.student.affine.affine(*ARGUMENTS)
    return 1000 * (time.perf_counter() - start)


def figures(runs=5):
    """Of so many gradings of each kind; the first ones, which compile, are not counted."""
    overhead = statistics.median([turn() for _ in range(runs + 1)][1:])
    toy = Assignment(TOY)
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "affine.py").write_text(ENDS)
        submission = Submission(Path(directory), toy.spec.modules)
        inside = call(InProcess(toy, submission))
        start = time.perf_counter()
        isolated = IsolatedAccess(toy, submission, Deadlines())
        asked = call(isolated)
        cold = 1000 * (time.perf_counter() - start) - CALLS * asked / 1000
        warm = statistics.median(warm_start(isolated) for _ in range(20))
        isolated.close()
    return [
        Figure("isolated, over the same in process", overhead, "%", MOST_OVERHEAD),
        Figure("a call alone, isolated", asked, "µs"),
        Figure("a call, in process", inside, "µs"),
        Figure("start of a worker, cold, its level measured", cold, "ms"),
        Figure("start of a worker, warm", warm, "ms"),
    ]


if __name__ == "__main__":
    show("isolation", figures(*map(int, sys.argv[1:])))
