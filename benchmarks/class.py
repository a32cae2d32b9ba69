"""A class of mixed submissions against a plain loop of pytest, both measured in this run.

    python benchmarks/class.py [SUBMISSIONS] [JOBS]

The class: wheats and chaffs in turn, and every tenth an attack. The plain loop is what is used
today: a pytest for each, in one process with the work, one example a function compared with the
reference; as many at a time, spared the attacks, which it would not survive. It runs on a sample.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, cycle
from pathlib import Path

from claimgrade import specimens
from claimgrade.assignment import Assignment

ROOT = Path(__file__).parents[1]
SUBMISSIONS, SAMPLE = 200, 20
MOST_TIMES, A_MINUTE = 1, 120
ATTACKS = ("exit_in_a_call", "hang_in_a_call", "lie_nan", "patch_builtins", "protocol_bad_utf8")
SIZES = {"n": 3, "d": 2, "T": 4, "H": 3, "D": 2}
PLAIN = """
import importlib.util
import sys

import numpy
import pytest

SIZES, WORK, REFERENCE, FUNCTIONS = {sizes!r}, {work!r}, {reference!r}, {functions!r}
sys.path.insert(0, WORK)


def module(directory, name):
    spec = importlib.util.spec_from_file_location(name, f"{{directory}}/{{name}}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def drawn(shape):
    if shape == "integer":
        return 3
    sides = [3] if shape == "..." else [eval(side, SIZES) for side in shape.split()]
    return numpy.random.default_rng(1).normal(size=sides)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_one_example(name):
    where, _, function = name.partition(".")
    arguments = [drawn(shape) for shape in FUNCTIONS[name].values()]
    mine = getattr(module(WORK, where), function)(*arguments)
    numpy.testing.assert_equal(mine, getattr(module(REFERENCE, where), function)(*arguments))
"""


def hand_in(assignment, count, directory):
    """Write the class; the honest ones among it."""
    kinds = (specimens.find(assignment, kind) for kind in ("wheats", "chaffs"))
    whole = ([one for one in kind if not one.missing] for kind in kinds)
    honest = chain.from_iterable(zip(*map(cycle, whole), strict=False))
    attacks, written = cycle(ATTACKS), []
    for number in range(count):
        place = directory / f"student{number:04}"
        if number % 10 == 9:
            attack = f"{next(attacks)}.py"
            shutil.copy(ROOT / "specimens" / "hostile" / attack, place.with_suffix(".py"))
        else:
            parts = directory.parent / "parts"
            shutil.copytree(specimens.assemble(assignment, next(honest), parts), place)
            shutil.rmtree(parts, ignore_errors=True)
            written.append(place)
    return written


def plain(assignment, work, directory):
    """One pytest of one submission, its verdict whatever it is."""
    functions = {name: each.arguments for name, each in assignment.spec.functions.items()}
    test = directory / f"test_{work.name}.py"
    reference = str(assignment.root / "reference")
    values = {"sizes": SIZES, "work": str(work), "reference": reference, "functions": functions}
    test.write_text(PLAIN.format(**values))
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull)
    options = (f"--rootdir={directory}", "--import-mode=importlib", str(test))
    subprocess.run([*command, *options], stdout=subprocess.DEVNULL, cwd=directory, check=False)


def measured(command):
    """Seconds of one command, and the most megabytes that it held itself."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main(count, jobs):
    assignment = Assignment(ROOT)
    with tempfile.TemporaryDirectory() as home:
        directory, out = Path(home, "class"), Path(home, "out")
        directory.mkdir()
        honest = hand_in(assignment, count, directory)
        command = (sys.executable, "-m", "claimgrade", "grade", str(directory), "-o", str(out))
        whole = [*command, f"--jobs={jobs}"]

        sample = honest[:SAMPLE]
        start = time.perf_counter()
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(lambda work: plain(assignment, work, Path(home)), sample))
        looped = (time.perf_counter() - start) / len(sample)
        graded, peak = measured(whole)
        again, _ = measured(whole)
    each = graded / count
    print(f"a class of {count}, {jobs} at a time, against a plain loop of pytest on {len(sample)}")
    print(f"  time    {each / looped:5.2f} times the plain loop, each (aim: {MOST_TIMES})")
    print(f"          {60 / each:5.0f} a minute (aim: {A_MINUTE})")
    print(f"  again   {again / graded:5.2f} of that, where all results are kept")
    print(f"  memory  {peak:5.0f} MB at most in the command, which starts the sessions")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*given, *(SUBMISSIONS, os.cpu_count() or 1)[len(given) :])
