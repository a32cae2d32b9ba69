"""Try a property on explicit cases, then on drawn ones, and make a failing one small.

A case is decoded from a fixed number of bytes, so drawing a case is drawing those bytes, and what
is drawn depends on their number and the seed alone: properties share it, and so do submissions.
Only a property that fails is run once more under Hypothesis, case by case, for it to shrink.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice, repeat, zip_longest
from random import Random
from typing import Any, NamedTuple, NoReturn

from hypothesis import Phase, core, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from ..calls.failures import Shortfall, Stopped
from ..calls.student import Student, channel_of
from . import together

HANDFUL = 25  # cases that Hypothesis draws as one example: one costs it more than a case costs us
PERSISTENCE = 10  # times as many cases may be drawn to fail once more, case by case

HANDLE = "claimgrade_handle"  # the attribute of a property that `for_all` adds

Property = Callable[..., None]
Attempt = Callable[[], None]


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
        def run(student: Student) -> None:
            trial = handle.trial = Trial(test, student)
            try:
                trial.all(_every(cases))
            except Shortfall as failure:
                place = trial.examples - 1
                if place >= len(cases.explicit):
                    _fail_small(cases, trial, _drawn(cases)[place - len(cases.explicit)], failure)
                trial(cases.explicit[place])  # once more by itself: what it prints is shown
                raise

        for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(run, attribute, getattr(test, attribute))
        handle = Handle(test, cases)
        setattr(run, HANDLE, handle)
        return run

    return decorate


class Handle:
    """What `for_all` hangs on a property: the test that it was, its cases, and its last trial."""

    def __init__(self, test: Property, cases: Cases) -> None:
        self.test = test
        self.cases = cases
        self.trial: Trial | None = None


def handle_of(run: Property) -> Handle | None:
    """None of a property that draws nothing."""
    return getattr(run, HANDLE, None)


def examples(run: Property) -> int:
    """How many cases the last run of a property tried; one that draws nothing tries one."""
    handle = handle_of(run)
    return handle.trial.examples if handle and handle.trial else 1


def every_case(run: Property, count: int, seed_: int) -> list[Any]:
    """What a session with this seed tries a property on; nothing, once, if it draws nothing."""
    handle = handle_of(run)
    if handle is None:
        return [None]
    cases = handle.cases
    return [*cases.explicit, *map(cases.decode, drawn(cases.size, count, seed_))]


def trying(run: Property, student: Student) -> Callable[[Any], None]:
    """Call it with one case after the other to try the property on it; it raises what that does."""
    handle = handle_of(run)
    return Trial(handle.test, student) if handle else lambda _: run(student)


def in_turn(
    runs: Sequence[Property], student: Student, seed_: int, count: int
) -> Iterator[Attempt]:
    """So many attempts on these properties, each in turn; one property for the same cases."""
    handles = {run: handle_of(run) for run in reversed(runs)}
    distinct = {id(handle.cases if handle else run): run for run, handle in handles.items()}
    each = [
        map(partial, repeat(trying(run, student)), _cheap_cases(run, seed_))
        for run in distinct.values()
    ]
    return islice(filter(None, chain.from_iterable(zip_longest(*each))), count)


def _cheap_cases(run: Property, seed_: int) -> Iterator[Any]:
    """Drawn without Hypothesis, which costs more than these cases do."""
    handle = handle_of(run)
    if handle is None:
        yield None
        return
    cases = handle.cases
    yield from cases.explicit
    random = Random(seed_)
    while True:
        yield cases.decode(random.randbytes(cases.size))


class Trial:
    """One property on one student's work, called with case after case."""

    def __init__(self, test: Property, student: Student) -> None:
        self.examples = 0
        self._test = test
        self.fields = [name for name in inspect.signature(test).parameters if name != "student"]
        self._student, self._channel = student, channel_of(student)

    def __call__(self, case: Any) -> None:
        self.examples += 1
        try:
            self._test(self._student, **{name: getattr(case, name) for name in self.fields})
        except Shortfall as failure:
            failure.call = self._channel.last_call
            raise

    def all(self, cases: Iterable[Any]) -> None:
        """Call it with these, in their order, up to the first for which it raises."""
        if not self._channel.asks_together:
            for case in cases:
                self(case)
            return
        for batch in together.batches(cases):
            before = self.examples
            tried, error = together.tried(self, batch, self._channel)
            self.examples = before + tried
            if error is not None:
                raise error


@cache
def drawn(size: int, count: int, seed_: int | None) -> tuple[bytes, ...]:
    """About `count` different strings of `size` bytes, decided by the seed."""
    length = HANDFUL * size
    found: dict[bytes, None] = {}

    @settings(max_examples=-(-count // HANDFUL) + 1, phases=[Phase.generate])  # first, all zeros
    @given(raw=st.binary(min_size=length, max_size=length))
    def handful(raw: bytes) -> None:
        found.update(dict.fromkeys(raw[start : start + size] for start in range(0, length, size)))

    seed(seed_)(handful)()
    return tuple(found)


def _drawn(cases: Cases) -> tuple[bytes, ...]:
    """Of the present session."""
    return drawn(cases.size, settings().max_examples, core.global_force_seed)


def _every(cases: Cases) -> Iterator[Any]:
    """Of the present session: the explicit ones, then those that are drawn."""
    yield from cases.explicit
    yield from map(cases.decode, _drawn(cases))


def _fail_small(cases: Cases, trial: Trial, raw: bytes, failure: Shortfall) -> NoReturn:
    """Fail on as small a case as Hypothesis finds, else on this one; `Flaky` if that now holds.

    As it has failed here, if on the way no answer comes, or the property itself is at fault.
    """

    @settings(max_examples=PERSISTENCE * settings().max_examples)
    @given(raw=st.binary(min_size=cases.size, max_size=cases.size))
    def single(raw: bytes) -> None:
        trial(cases.decode(raw))

    try:
        single()
        trial(cases.decode(raw))
    except (Shortfall, Flaky):
        raise
    except (Exception, Stopped):
        raise failure from None
    raise Flaky("the same case failed once and held once")
