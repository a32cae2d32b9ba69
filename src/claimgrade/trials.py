"""Tries the properties of an assignment on its specimens, and on mutants of its reference.

These are the course's own code, so each runs in a plain child process, behind the same messages as
a student's. What a session draws for a seed is what is drawn here, once for all of them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from . import alarm, children, drawing, mutate, specimens, wire
from .assignment import Assignment
from .door import Student
from .drawing import Property
from .mutate import Mutant
from .specimens import Specimen
from .submission import Submission
from .worker import Call, Raised, Worker

SECONDS = 2.0  # that a call may take, as in a session
PATIENCE = 600.0  # seconds without any result, after which what runs is given up

Key = tuple[str, str]  # a claim, and one of its properties
Kills = dict[Key, int | None]  # for each property the number of the example that it failed on
Kind = Literal["wheat", "chaff", "mutant"]


class Subject(NamedTuple):
    """Code to be tried: `lay_out` writes it into a directory and returns the one to load.

    `defines` are the functions in which it may differ from the reference, `suspect` the one, if any
    is known, in which it does.
    """

    name: str
    kind: Kind
    sentence: str
    loses: frozenset[str]
    defines: frozenset[str]
    lay_out: Callable[[Path], Path]
    suspect: str = ""


class Trial(NamedTuple):
    """How a subject fared with the inputs of one seed.

    Properties that ask for nothing that it defines are left out: there it is the reference. Of a
    mutant only the first kill is looked for.
    """

    subject: Subject
    seed: int
    kills: Kills


class Suite:
    """The properties of an assignment, and the cases that one seed draws for them."""

    def __init__(
        self, assignment: Assignment, properties: Mapping[Key, Property], seed: int, count: int
    ) -> None:
        self.seed = seed
        self._assignment = assignment
        self._properties = properties
        self.cases = {key: drawing.every_case(run, count, seed) for key, run in properties.items()}
        self._asks = dict(children.results([self._what_is_asked], 1, PATIENCE))[0] or {}

    def try_all(self, subjects: Sequence[Subject], jobs: int) -> Iterator[Trial]:
        """Every subject, `jobs` at a time, in any order.

        One that ends its process, or doesn't end at all, is killed by every property's first case.
        """
        tasks = [partial(self._try, subject) for subject in subjects]
        for place, kills in children.results(tasks, jobs, PATIENCE):
            ended: Kills = dict.fromkeys(self._properties, 1)
            yield Trial(subjects[place], self.seed, ended if kills is None else kills)

    def _try(self, subject: Subject) -> Kills:
        concerned = [key for key, asks in self._asks.items() if asks & subject.defines]
        if subject.kind == "mutant":  # of which the first kill ends the trial
            concerned.sort(key=lambda key: subject.suspect not in self._asks[key])
        kills: Kills = {}
        with tempfile.TemporaryDirectory(prefix="claimgrade-") as home, _quietly():
            student, _ = self._open(subject.lay_out(Path(home)))
            for key in concerned:
                run = self._properties[key]
                kills[key] = drawing.first_failure(run, student, self.cases[key])
                if subject.kind == "mutant" and kills[key] is not None:
                    break
        return kills

    def _what_is_asked(self) -> dict[Key, set[str]]:
        """Which functions each property asks for, of the reference."""
        asks: dict[Key, set[str]] = {}
        with _quietly():
            student, asked = self._open(self._assignment.root / "reference")
            for key, run in self._properties.items():
                drawing.first_failure(run, student, self.cases[key])
                asks[key] = set(asked)
                asked.clear()
        return asks

    def _open(self, directory: Path) -> tuple[Student, list[str]]:
        """The door to a directory, and the names of the functions that are asked for."""
        spec = self._assignment.spec
        submission = Submission(directory, spec.modules)
        worker = Worker(submission.root, submission.files)
        asked: list[str] = []

        def send(_: str, message: bytes) -> bytes:
            call = wire.decode(message, Call)
            asked.append(f"{call.module}.{call.function}")
            try:
                with alarm.deadline(SECONDS):
                    return worker.answer(message)
            except TimeoutError as late:  # while its answer was being packed, say
                return wire.encode(Raised(f"TimeoutError: {late}", "", ""))

        return Student(send, spec.functions), asked


def subjects(assignment: Assignment) -> list[Subject]:
    """The reference itself, the wheats and chaffs whose packages are here, and the mutants."""
    reference = assignment.root / "reference"
    every = frozenset(assignment.spec.functions)
    found = [
        Subject("reference", "wheat", "The reference.", frozenset(), every, lambda _: reference)
    ]
    for kind in ("wheats", "chaffs"):
        known = specimens.find(assignment, kind)
        found += [_specimen(assignment, one) for one in known if not one.missing]
    for module in assignment.spec.modules:
        source = (reference / f"{module}.py").read_text("utf-8")
        found += [_mutant(assignment, module, one) for one in mutate.mutants(source)]
    return found


def untried(assignment: Assignment) -> dict[str, list[str]]:
    """The specimens that `subjects` leaves out, and the packages that they would need."""
    known = [*specimens.find(assignment, "wheats"), *specimens.find(assignment, "chaffs")]
    return {one.name: one.missing for one in known if one.missing}


def _specimen(assignment: Assignment, specimen: Specimen) -> Subject:
    return Subject(
        specimen.name,
        "chaff" if specimen.loses else "wheat",
        specimen.sentences["en"],
        specimen.loses,
        specimens.functions(assignment, specimen),
        partial(specimens.assemble, assignment, specimen),
    )


def _mutant(assignment: Assignment, module: str, mutant: Mutant) -> Subject:
    def lay_out(home: Path) -> Path:
        work = home / "mutant"
        shutil.copytree(assignment.root / "reference", work, ignore=specimens.BYTECODE)
        (work / f"{module}.py").write_text(mutant.source, "utf-8")
        return work

    every, suspect = frozenset(assignment.spec.functions), f"{module}.{mutant.function}"
    return Subject(f"{module}.{mutant.name}", "mutant", "", frozenset(), every, lay_out, suspect)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """In a child process: what specimens print and warn of is lost."""
    warnings.simplefilter("ignore")
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        yield
