"""The proof of an assignment: its properties tried on its specimens and mutants, seed by seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import defaults
from ..assignment.root import Assignment
from ..properties import claims
from . import excused, subjects
from .kill_matrix import Proof
from .trials import Suite, Trial


def prove(
    assignment: Assignment,
    seeds: Sequence[int],
    jobs: int,
    progress: Callable[[int, int], object] = lambda done, of: None,
    seed_done: Callable[[int, Proof], object] = lambda seed, proof: None,
) -> Proof:
    """Try every subject with every seed.

    `progress` is told how many trials are done, of how many; of several seeds `seed_done` is told
    what each alone proves. `SpecError` and `SpecimenError` for what contradicts itself.
    """
    known = excused.read(assignment.root / "specimens")
    functions = claims.collect(assignment)
    tried = subjects.every(assignment)
    untried = subjects.untried(assignment)
    found: list[Trial] = []
    for seed in seeds:
        suite = Suite(assignment, functions, seed, defaults.EXAMPLES)
        of_seed: list[Trial] = []
        for trial in suite.try_all(tried, jobs):
            of_seed.append(trial)
            progress(len(found) + len(of_seed), len(seeds) * len(tried))
        if len(seeds) > 1:
            seed_done(seed, Proof(assignment.spec, of_seed, known, untried))
        found += of_seed
    return Proof(assignment.spec, found, known, untried)
