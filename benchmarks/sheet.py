"""One whole grading, live and replayed, against an empty pytest session, all measured in this run.

    python benchmarks/sheet.py [RUNS]

The empty session imports pytest, hypothesis, numpy and scipy and runs one empty test. They take
turns, so that a machine whose speed drifts slows all; the ratios are taken turn by turn. Live means
with an empty cache, replayed with what the live run has recorded.
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
AIMS = {"live": 2.5, "replayed": 1.5}
MOST_MEGABYTES = 250


def measured(command, directory):
    """Seconds, seconds of computing, and peak megabytes of one process, from start to end."""
    environment = os.environ | {"XDG_CACHE_HOME": directory}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=directory, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert status == 0, command
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def turn():
    """One session of each kind; a new directory has an empty cache."""
    pytest = (sys.executable, "-P", "-m", "pytest", "-q", "-c", os.devnull)
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "test_empty.py").write_text(EMPTY)
        empty = [*pytest, f"--rootdir={directory}", "test_empty.py"]
        reference = f"--student={ROOT / 'reference'}"
        grading = [*pytest, f"--rootdir={ROOT}", reference, str(ROOT / "tests")]
        commands = {"empty": empty, "live": grading, "replayed": grading}
        return {name: measured(command, directory) for name, command in commands.items()}


def main(runs):
    turns = [turn() for _ in range(runs + 1)][1:]  # the first turn compiles what is imported
    print(f"whole sheet, 100 examples a property, {runs} runs against an empty session each")
    for name, aim in AIMS.items():
        took, computed = (
            sorted(each[name][place] / each["empty"][place] for each in turns) for place in (0, 1)
        )
        print(f"  {name:8}  {statistics.median(took):5.2f} times the empty session (aim: {aim})")
        print(f"            from {took[0]:.2f} to {took[-1]:.2f}; ", end="")
        print(f"{statistics.median(computed):.2f} times the processor's time; ", end="")
        print(f"{min(each[name][0] for each in turns):.2f} s at best")
    most = max(peak for each in turns for _, _, peak in each.values())
    print(f"  memory    {most:5.0f} MB at most (aim: {MOST_MEGABYTES})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
