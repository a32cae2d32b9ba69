"""The proof of an assignment: its properties tried on its specimens and mutants, seed by seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import proof, properties, trials
from .assignment import Assignment
from .proof import Proof
from .trials import Suite, Trial

EXAMPLES = 100  # a property, as in a student's own run


def prove(
    assignment: Assignment,
    seeds: Sequence[int],
    jobs: int,
    progress: Callable[[int, int], object] = lambda done, of: None,
) -> Proof:
    """Try every subject with every seed; `progress` is told how many trials are done, of how many.

    `SpecError` and `SpecimenError` for what contradicts itself.
    """
    equivalents = proof.read_equivalents(assignment.root / "specimens")
    functions = properties.collect(assignment)
    subjects = trials.subjects(assignment)
    found: list[Trial] = []
    for seed in seeds:
        suite = Suite(assignment, functions, seed, EXAMPLES)
        for trial in suite.try_all(subjects, jobs):
            found.append(trial)
            progress(len(found), len(seeds) * len(subjects))
    return Proof(assignment.spec, found, equivalents, trials.untried(assignment))
