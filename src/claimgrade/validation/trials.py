"""Tries the properties of an assignment on its specimens, and on mutants of its reference.

These are the course's own code, so each runs in a plain child process, behind the same messages as
a student's. What a session draws for a seed is what is drawn here, once for all of them.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

from .. import defaults
from ..assignment.root import Assignment
from ..calls import alarm, wire
from ..calls.student import Send, Student
from ..calls.worker import Raised, Worker
from ..diagnosis import loaded
from ..diagnosis.catalogue import Catalogue
from ..properties import drawing
from ..properties.drawing import Property
from ..submission.submission import Submission
from . import forms, processes
from .faults import Bench, Fault
from .subjects import REFERENCE, Subject, module_of
from .transcript import Reader, Recorder, Script

TOGETHER = 8  # mutants in one process, which costs as much as some trials do
SMALL_OF_REFERENCE, SMALL = 20, 1  # cases as shrinking may leave them, tried of each property
PATIENCE = 600.0  # seconds without any result, after which what runs is given up

Key = tuple[str, str]  # a claim, and one of its properties
Kills = dict[Key, int | None]  # for each property the number of the example that it failed on
Faults = tuple[tuple[Key, Fault], ...]


Batch = Sequence[Subject]


class Trial(NamedTuple):
    """How a subject fared with the inputs of one seed.

    Properties that ask for nothing that it defines are left out: there it is the reference. Of a
    mutant only the first kill is looked for. `faults` are what a property raised that is no
    verdict: it doesn't kill by that.
    """

    subject: Subject
    seed: int
    kills: Kills
    faults: Faults = ()


class Suite:
    """The properties of an assignment, and the cases that one seed draws for them.

    The reference is tried first, in this process: so every child knows what it answers, and what
    the oracles and bounds of an assignment are (`remember`).
    """

    def __init__(
        self, assignment: Assignment, properties: Mapping[Key, Property], seed: int, count: int
    ) -> None:
        self.seed = seed
        self._assignment = assignment
        self._properties = properties
        self.cases = {key: drawing.every_case(run, count, seed) for key, run in properties.items()}
        self._catalogue = Catalogue(assignment)
        self._bench = Bench(assignment)
        self._asks: dict[Key, set[str]] = {}
        self._scripts: dict[Key, list[Script]] = {}
        self._reference = self._rehearsed()

    def try_all(self, subjects: Sequence[Subject], jobs: int) -> Iterator[Trial]:
        """Every subject, `jobs` at a time, in any order.

        One that ends its process, or doesn't end at all, is killed by every property's first case.
        """
        yield from self._tried(_batches(subjects), jobs)

    def _tried(self, batches: Sequence[Batch], jobs: int) -> Iterator[Trial]:
        """Each batch in a process; one that is ended has its subjects tried again, each alone."""
        alone: list[Batch] = []
        ended: tuple[Kills, Faults] = dict.fromkeys(self._properties, 1), ()
        tasks = [partial(self._try_each, batch) for batch in batches]
        for place, found in processes.results(tasks, jobs, PATIENCE):
            batch = batches[place]
            if found is None and len(batch) > 1:
                alone += [[subject] for subject in batch]
            else:
                for subject, (kills, faults) in zip(batch, found or [ended], strict=True):
                    yield Trial(subject, self.seed, kills, faults)
        if alone:
            yield from self._tried(alone, jobs)

    def _try_each(self, batch: Batch) -> list[tuple[Kills, Faults]]:
        return [self._try(subject) for subject in batch]

    def _try(self, subject: Subject) -> tuple[Kills, Faults]:
        concerned = [key for key, asks in self._asks.items() if asks & subject.defines]
        if subject.kind == "mutant":  # of which the first kill ends the trial
            concerned.sort(key=lambda key: _far(subject.suspect, self._asks[key]))
        kills: Kills = {}
        faults: list[tuple[Key, Fault]] = []
        with tempfile.TemporaryDirectory(prefix="claimgrade-") as home, self._stage():
            functions = self._assignment.spec.functions
            own = functions.keys() if subject.whole else subject.defines
            if subject.kind == "form":
                send = forms.sender(subject.name, functions)
            else:
                send = self._open(subject.lay_out(Path(home)), own)
            reader = Reader(send, own, self._reference.answer)
            student = Student(reader.ask, functions)
            for key in concerned:
                found = self._first_failure(key, reader, student)
                kills[key] = found if isinstance(found, int) else None
                if subject.kind != "mutant" and (found is not None or subject.name == REFERENCE):
                    found = self._on_small_cases(key, subject, student) or found
                if isinstance(found, Fault):
                    faults.append((key, found))
                if subject.kind == "mutant" and kills[key] is not None:
                    break
        return kills, tuple(faults)

    def _first_failure(self, key: Key, reader: Reader, student: Student) -> int | Fault | None:
        """The number of the first case that a property fails on, or how it can't be judged."""
        attempt = drawing.trying(self._properties[key], student)
        cases = zip_longest(self.cases[key], self._scripts[key])
        for number, (case, script) in enumerate(cases, start=1):
            if script is not None and reader.says(script):
                continue
            held = self._bench.holds(attempt, case, student)
            if held is not True:
                return held or number
        return None

    def _on_small_cases(self, key: Key, subject: Subject, student: Student) -> Fault | None:
        """How a property can't be judged on a few cases as shrinking may leave them."""
        count = SMALL_OF_REFERENCE if subject.name == REFERENCE else SMALL
        attempt = drawing.trying(self._properties[key], student)
        random = Random(f"{self.seed} {subject.name} {key}")
        handle = drawing.handle_of(self._properties[key])
        cases = handle.source.small(random, count) if handle else iter(())
        tried = (self._bench.holds(attempt, case, student) for case in cases)
        return next((held for held in tried if isinstance(held, Fault)), None)

    def _rehearsed(self) -> Recorder:
        """The reference, once it was asked all there is to be asked, up to what it fails on.

        What each property asks in which case is kept.
        """
        functions = self._assignment.spec.functions
        with self._stage():
            for function in functions:
                self._catalogue.reference(function)  # loaded, for specimens to import
            recorder = Recorder(self._open(self._assignment.root / "reference", functions))
            student = Student(recorder.ask, functions)
            for key, run in self._properties.items():
                attempt = drawing.trying(run, student)
                self._scripts[key] = []
                for case in self.cases[key]:
                    if self._bench.holds(attempt, case, student) is not True:
                        break
                    self._scripts[key].append(recorder.cut())
                lines = chain(recorder.cut(), *self._scripts[key])
                self._asks[key] = {line.function for line in lines}
        return recorder

    @contextlib.contextmanager
    def _stage(self) -> Iterator[None]:
        """Where a submission is loaded: as nothing else is called, `correct` at hand, quietly.

        What it is asked there has a deadline.
        """
        names = {"submission", *self._assignment.spec.modules}
        with loaded.apart(names), self._catalogue.open(), _quietly(), alarm.ticking():
            yield

    def _open(self, directory: Path, functions: Iterable[str]) -> Send:
        """The code in a directory, of it the modules of these functions, loaded to be asked."""
        submission = Submission(directory, self._assignment.spec.modules)
        wanted = set(map(module_of, functions))
        files = {name: file for name, file in submission.files.items() if name in wanted}
        worker = Worker(submission.root, files)

        def send(_: str, message: bytes) -> bytes:
            try:
                with alarm.deadline(defaults.CALL):
                    return worker.answer(message)
            except TimeoutError as late:  # while its answer was being packed, say
                return wire.encode(Raised(f"TimeoutError: {late}", "", ""))

        return send


def _batches(subjects: Sequence[Subject]) -> list[Batch]:
    """Subjects as they share a process: mutants several, whoever else has one of their own.

    A mutant leaves nothing behind that the reference wouldn't; a specimen may.
    """
    mutants = [subject for subject in subjects if subject.kind == "mutant"]
    others: list[Batch] = [[subject] for subject in subjects if subject.kind != "mutant"]
    return [*others, *(mutants[i : i + TOGETHER] for i in range(0, len(mutants), TOGETHER))]


def _far(suspect: str, asked: set[str]) -> tuple[bool, bool]:
    """Whether a property asks for nothing of what is suspected: the function, or its module."""
    return suspect not in asked, module_of(suspect) not in map(module_of, asked)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """What specimens print and warn of is lost."""
    with (
        open(os.devnull, "w") as nothing,
        contextlib.redirect_stdout(nothing),
        warnings.catch_warnings(action="ignore"),
    ):
        yield
