"""How many examples correct work is tried on without a false alarm.

python benchmarks/soak.py [EXAMPLES [FIRST_SEED]]

Tells after each seed what was seen so far, so that it may be ended anytime.
"""

import itertools
import os
import sys
import time
from pathlib import Path

from claimgrade import properties, trials
from claimgrade.assignment import Assignment
from claimgrade.validate import EXAMPLES

ROOT = Path(__file__).parents[1]


def main(wanted=1_000_000, first_seed=1):
    assignment = Assignment(ROOT)
    functions = properties.collect(assignment)
    wheats = [one for one in trials.subjects(assignment) if one.kind == "wheat"]
    done, alarms, start = 0, 0, time.monotonic()
    for seed in itertools.count(first_seed):
        suite = trials.Suite(assignment, functions, seed, EXAMPLES)
        for trial in suite.try_all(wheats, os.cpu_count() or 1):
            for key, example in trial.kills.items():
                done += example or len(suite.cases[key])
                if example:
                    alarms += 1
                    print(f"{trial.subject.name} fails {key} at example {example} of seed {seed}")
        seen = f"{len(wheats)} wheats, {seed - first_seed + 1} seeds, {done:,} examples"
        minutes = (time.monotonic() - start) / 60
        print(f"{seen}, {minutes:.0f} min: {alarms} false alarms", flush=True)
        if done >= wanted:
            return alarms > 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
