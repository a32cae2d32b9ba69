"""One whole grading against an empty pytest session, both measured in this run.

    python benchmarks/sheet.py [RUNS]

The empty session imports pytest, hypothesis, numpy and scipy and runs one empty test. The two take
turns, so that a machine whose speed drifts slows both; the ratio is taken pair by pair.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
EMPTY = "import hypothesis, numpy, scipy, pytest\n\ndef test_nothing():\n    pass\n"
MOST_RATIO, MOST_MEGABYTES = 2.5, 250


def measured(command, directory):
    """Seconds and peak megabytes of one process, from start to end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=directory, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert status == 0, command
    return seconds, usage.ru_maxrss / 1024


def main(runs):
    pytest = (sys.executable, "-P", "-m", "pytest", "-q", "-c", os.devnull)
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "test_empty.py").write_text(EMPTY)
        empty = [*pytest, f"--rootdir={directory}", "test_empty.py"]
        reference = f"--student={ROOT / 'reference'}"
        grading = [*pytest, f"--rootdir={ROOT}", reference, str(ROOT / "tests")]
        pairs = [
            (measured(grading, directory), measured(empty, directory)) for _ in range(runs + 1)
        ]
    ratios, seconds, megabytes = [], [], []
    for (long, peak), (short, _) in pairs[1:]:  # the first pair fills caches
        ratios.append(long / short)
        seconds.append(long)
        megabytes.append(peak)
    print(f"whole sheet, 100 examples a property, {runs} runs against an empty session each")
    print(f"  time    {statistics.median(ratios):5.2f} times the empty session (aim: {MOST_RATIO})")
    print(f"          from {min(ratios):.2f} to {max(ratios):.2f}; {min(seconds):.2f} s at best")
    print(f"  memory  {max(megabytes):5.0f} MB at most (aim: {MOST_MEGABYTES})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
