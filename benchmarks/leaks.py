"""Many gradings in a row in one process: what is left behind, and how memory grows.

python benchmarks/leaks.py [GRADINGS]
"""

import gc
import os
import resource
import sys
import tempfile
from pathlib import Path

import numpy as np

from claimgrade.assignment.root import Assignment
from claimgrade.calls.backends import IsolatedAccess
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.failures import Stopped
from claimgrade.submission.submission import Submission

TOY = Path(__file__).parents[1] / "meta_tests" / "toy"
ENDS = "import os\n\ndef affine(A, b, x):\n    return A @ x + b\n\ndef slope(A):\n    os._exit(0)\n"


def grade(toy, submission):
    """One grading in which a worker answers, ends itself, and is replaced."""
    access = IsolatedAccess(toy, submission, Deadlines())
    A, b, x = np.ones((3, 4)), np.ones(3), np.ones(4)
    try:
        access.begin_property()
        access.student.affine.affine(A, b, x)
        try:
            access.student.affine.slope(A)
        except Stopped:
            access.student.affine.affine(A, b, x)
    finally:
        access.close()


def left_behind():
    """Children, descriptors and temporary files of ours, and kilobytes of memory at the peak."""
    own = Path("/proc/self/task") / str(os.getpid()) / "children"
    temporary = Path(tempfile.gettempdir()).glob("claimgrade-*")
    gc.collect()
    return {
        "processes": len(own.read_text().split()),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "temporary directories": len(list(temporary)),
        "peak memory (kB)": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }


def main(gradings):
    toy = Assignment(TOY)
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "affine.py").write_text(ENDS)
        submission = Submission(Path(directory), toy.spec.modules)
        for _ in range(5):  # whatever is loaded once is loaded
            grade(toy, submission)
        before = left_behind()
        for _ in range(gradings):
            grade(toy, submission)
        after = left_behind()
    grown = {name: after[name] - before[name] for name in before}
    print(f"after {gradings} gradings, more than after 5:")
    for name, count in grown.items():
        print(f"  {count:6} {name}")
    return grown


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
