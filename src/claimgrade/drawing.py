"""Try a property on explicit cases, then on drawn ones, and make a failing one small.

A case is decoded from a fixed number of bytes, so drawing a case is drawing those bytes. Hypothesis
costs several times as much a test case as a property does a case; so it draws handfuls of cases,
and only a property that fails is run once more, case by case, for Hypothesis to shrink.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from .door import Student
from .failures import Shortfall

HANDFUL = 25
PERSISTENCE = 10  # times as many cases may be drawn to fail once more, case by case

Property = Callable[..., None]


class Cases(NamedTuple):
    """What a property is tried on.

    `decode` makes a case, a named tuple, from `size` bytes, whatever they are; from zeros it makes
    the simplest. The `explicit` cases are tried first, in their order.
    """

    size: int
    decode: Callable[[bytes], Any]
    explicit: Sequence[Any] = ()


def for_all(cases: Cases) -> Callable[[Property], Property]:
    """Try a property on all cases; its arguments are `student` and fields of a case, by name."""

    def decorate(test: Property) -> Property:
        fields = [name for name in inspect.signature(test).parameters if name != "student"]

        def run(student: Student) -> None:
            trial = Trial(test, fields, student)
            run.__dict__["trial"] = trial
            for case in cases.explicit:
                trial(case)
            try:
                _draw_handfuls(cases, trial)
            except Shortfall:
                _draw_one_by_one(cases, trial)
                raise

        for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(run, attribute, getattr(test, attribute))
        return run

    return decorate


def examples(test: Property) -> int:
    """How many cases the last run of a property tried; one that draws nothing tries one."""
    trial = test.__dict__.get("trial")
    return trial.examples if trial else 1


class Trial:
    """One property on one student's work, called with case after case."""

    def __init__(self, test: Property, fields: list[str], student: Student) -> None:
        self.examples = 0
        self._test = test
        self._fields = fields
        self._student = student

    def __call__(self, case: Any) -> None:
        self.examples += 1
        try:
            self._test(self._student, **{name: getattr(case, name) for name in self._fields})
        except Shortfall as failure:
            failure.call = self._student.last_call
            raise


def _draw_handfuls(cases: Cases, trial: Trial) -> None:
    """As many cases as the profile asks for; of equal ones in a handful only the first is tried."""
    length = HANDFUL * cases.size
    handfuls = -(-settings().max_examples // HANDFUL)

    @settings(max_examples=handfuls + 1, phases=[Phase.generate])  # the first one is all zeros
    @given(raw=st.binary(min_size=length, max_size=length))
    def handful(raw: bytes) -> None:
        pieces = [raw[start : start + cases.size] for start in range(0, length, cases.size)]
        for piece in dict.fromkeys(pieces):
            trial(cases.decode(piece))

    handful()


def _draw_one_by_one(cases: Cases, trial: Trial) -> None:
    @settings(max_examples=PERSISTENCE * settings().max_examples)
    @given(raw=st.binary(min_size=cases.size, max_size=cases.size))
    def single(raw: bytes) -> None:
        trial(cases.decode(raw))

    single()
