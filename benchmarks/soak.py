"""Random search, a seed a round: is correct work accused, does a test of the tests fail?

python benchmarks/soak.py [MINUTES [SEED]]

A round tries every wheat on what the seed draws, and then the tests that draw, on 10 times as many
examples as `tox run` has them try. No round begins after MINUTES (30). The first seed is random,
unless named; each is told with the command that does the same again, and what fails at once, so
that this may be ended anytime.
"""

import itertools
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from claimgrade import defaults
from claimgrade.assignment.root import Assignment
from claimgrade.properties import claims
from claimgrade.validation import subjects, trials

ROOT = Path(__file__).parents[1]


class Wheats:
    """The wheats of the assignment, and on how many examples they were tried."""

    def __init__(self):
        self.examples = 0
        self._assignment = Assignment(ROOT)
        self._functions = claims.collect(self._assignment)
        every = subjects.every(self._assignment)
        self._subjects = [one for one in every if one.kind == "wheat"]

    def hold(self, seed):
        """Whether none of them loses anything on what this seed draws."""
        suite = trials.Suite(self._assignment, self._functions, seed, defaults.EXAMPLES)
        alarms = 0
        for trial in suite.try_all(self._subjects, os.cpu_count() or 1):
            for key, example in trial.kills.items():
                self.examples += example or len(suite.cases[key])
                if example:
                    alarms += 1
                    print(f"{trial.subject.name} fails {'/'.join(key)} at example {example}")
        return not alarms


def drawn_tests_hold(seed):
    """Whether the tests that draw pass with this seed."""
    options = ["-m", "hypothesis", "--hypothesis-profile=soak", f"--hypothesis-seed={seed}"]
    command = [sys.executable, "-m", "pytest", "meta_tests", "-q", "-n", "auto", *options]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main(minutes=30, first_seed=None):
    first_seed = random.randrange(10**9) if first_seed is None else first_seed
    wheats, failed, start = Wheats(), [], time.monotonic()
    for seed in itertools.count(first_seed):
        print(f"seed {seed}; again: python benchmarks/soak.py 0 {seed}", flush=True)
        if not all([wheats.hold(seed), drawn_tests_hold(seed)]):
            failed.append(seed)
        passed = (time.monotonic() - start) / 60
        rounds = f"{seed - first_seed + 1} seeds, {wheats.examples:,} examples on wheats"
        print(f"{rounds}, {passed:.0f} min; failed: {failed or 'none'}", flush=True)
        if passed >= minutes:
            return len(failed) > 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
