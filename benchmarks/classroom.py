"""A class of mixed submissions against a plain loop of pytest, both measured in this run.

    python benchmarks/classroom.py [SUBMISSIONS] [JOBS]

The class: wheats and chaffs in turn, and every tenth an attack. The run is killed when half of it
is done, and begun again. The plain loop is what is used today: a pytest for each, in one process
with the work, one example a function compared with the reference; as many at a time, spared the
attacks, which it would not survive. It runs on a sample.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, cycle
from pathlib import Path
from random import Random

import msgspec
from figures import Figure, show

from claimgrade.assignment import specimens
from claimgrade.assignment.root import Assignment
from claimgrade.result.grade import Grade

ROOT = Path(__file__).parents[1]
SUBMISSIONS, SAMPLE = 200, 20
MOST_TIMES, A_MINUTE = 1, 120
SHUFFLED = Random(1)
LOOK = 0.2  # seconds between looks at what is done
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
    """Write the class: what each honest one must lose, by its name."""
    kinds = (specimens.find(assignment, kind) for kind in ("wheats", "chaffs"))
    whole = ([one for one in kind if not one.missing] for kind in kinds)
    shuffled = (SHUFFLED.sample(kind, len(kind)) for kind in whole)
    honest = chain.from_iterable(zip(*map(cycle, shuffled), strict=False))
    attacks, losses = cycle(ATTACKS), {}
    for number in range(count):
        place = directory / f"student{number:04}"
        if number % 10 == 9:
            attack = f"{next(attacks)}.py"
            shutil.copy(ROOT / "specimens" / "hostile" / attack, place.with_suffix(".py"))
        else:
            specimen, parts = next(honest), directory.parent / "parts"
            shutil.copytree(specimens.assemble(assignment, specimen, parts), place)
            shutil.rmtree(parts, ignore_errors=True)
            losses[place.name] = specimen.loses
    return losses


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


def looped(assignment, works, jobs, home):
    """Seconds of the plain loop for each of these."""
    start = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(lambda work: plain(assignment, work, home), works))
    return (time.perf_counter() - start) / len(works)


def graded(directory, out, jobs, enough):
    """Seconds and peak megabytes of `claimgrade grade`, killed once so many results are there."""
    command = [sys.executable, "-m", "claimgrade", "grade", str(directory), "-o", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, f"--jobs={jobs}"], stdout=subprocess.DEVNULL)
    ended, usage = 0, None
    while not ended:
        time.sleep(LOOK)
        if len(results(out)) >= enough:
            os.kill(process.pid, signal.SIGKILL)  # `process.kill` would wait for it, too
        ended, _, usage = os.wait4(process.pid, os.WNOHANG)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def results(out):
    """When each result was written, by name."""
    return {path.parent.name: path.stat().st_mtime_ns for path in out.glob("*/grade.json")}


def wrong(out, losses):
    """How many lost other claims than they must."""
    found = {}
    for name in losses:
        result = msgspec.json.decode((out / name / "grade.json").read_bytes(), type=Grade)
        found[name] = {claim.id for claim in result.claims if claim.falls_short}
    return sum(found[name] != losses[name] for name in losses)


def figures(count=SUBMISSIONS, jobs=2):
    """Of a class of so many, graded so many at a time."""
    assignment = Assignment(ROOT)
    with tempfile.TemporaryDirectory() as home:
        directory, out = Path(home, "class"), Path(home, "out")
        directory.mkdir()
        losses = hand_in(assignment, count, directory)
        sample = [directory / name for name in losses][:SAMPLE]
        loop = looped(assignment, sample, jobs, Path(home))
        first, _ = graded(directory, out, jobs, enough=count // 2)
        half = results(out)
        rest, peak = graded(directory, out, jobs, enough=count + 1)
        kept = sum(results(out)[name] == written for name, written in half.items())
        again, _ = graded(directory, out, jobs, enough=count + 1)
        listed = len((out / "gradebook.csv").read_text("utf-8").splitlines()) - 1
        mistaken = wrong(out, losses)
    each = (first + rest) / count
    return [
        Figure("a submission, killed run and resumed one", each / loop, "plain loops", MOST_TIMES),
        Figure("submissions", 60 / each, "a minute", A_MINUTE, at_least=True),
        Figure(f"kept of the {len(half)} results before the kill", kept, "results"),
        Figure(f"in the gradebook, of {count}", listed, "rows", count, at_least=True),
        Figure("points lost or kept wrongly", mistaken, "submissions", 0),
        Figure("the same again, all kept", again / (first + rest), "of that time"),
        Figure("memory of the command", peak, "MB"),
    ]


if __name__ == "__main__":
    show("a class of mixed submissions", figures(*map(int, sys.argv[1:])))
