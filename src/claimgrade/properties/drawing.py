"""Try a property on explicit cases, then on drawn ones, and make a failing one small.

Only a property that fails is run once more under Hypothesis, case by case, for it to shrink.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, repeat, zip_longest
from typing import Any, NoReturn

from hypothesis import core, given, settings
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

from ..calls.failures import Shortfall, Stopped
from ..calls.student import Student, channel_of
from . import together
from .cases import Cases, Drawn, Source

PERSISTENCE = 10  # times as many cases may be drawn to fail once more, case by case

HANDLE = "claimgrade_handle"  # the attribute of a property that `for_all` adds

Property = Callable[..., None]
Attempt = Callable[[], None]


def for_all(
    cases: Cases | SearchStrategy[Any], explicit: Sequence[Any] = ()
) -> Callable[[Property], Property]:
    """Try a property on all cases; its arguments are `student` and fields of a case, by name.

    The cases are `Cases`, or what a strategy of Hypothesis draws, after these `explicit` ones.

    >>> from collections import namedtuple
    >>> from hypothesis import strategies as st
    >>> from claimgrade import for_all, require
    >>> Number = namedtuple("Number", "x")
    >>> @for_all(st.builds(Number, x=st.integers(1, 9)), explicit=[Number(x=2)])
    ... def test_the_square_is_positive(student, x):
    ...     require(student.powers.square(x) > 0, "not_positive", x=x)
    """
    source = _source(cases, explicit)

    def decorate(test: Property) -> Property:
        def run(student: Student) -> None:
            trial = handle.trial = Trial(test, student)
            try:
                trial.all(_every(source))
            except Shortfall as failure:
                place = trial.examples - 1 - len(source.explicit)
                if place < 0:
                    raise
                _fail_small(source, trial, place, failure)

        for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(run, attribute, getattr(test, attribute))
        handle = Handle(test, source)
        setattr(run, HANDLE, handle)
        return run

    return decorate


class Handle:
    """What `for_all` hangs on a property: the test that it was, its cases, and its last trial."""

    def __init__(self, test: Property, source: Source) -> None:
        self.test = test
        self.source = source
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
    source = handle.source
    return [*source.explicit, *map(source.decode, source.drawn(count, seed_))]


def trying(run: Property, student: Student) -> Callable[[Any], None]:
    """Call it with one case after the other to try the property on it; it raises what that does."""
    handle = handle_of(run)
    return Trial(handle.test, student) if handle else lambda _: run(student)


def in_turn(
    runs: Sequence[Property], student: Student, seed_: int, count: int
) -> Iterator[Attempt]:
    """So many attempts on these properties, each in turn; one property for the same cases."""
    handles = {run: handle_of(run) for run in reversed(runs)}
    distinct = {id(handle.source if handle else run): run for run, handle in handles.items()}
    each = [
        map(partial, repeat(trying(run, student)), _cheap_cases(run, seed_))
        for run in distinct.values()
    ]
    return islice(filter(None, chain.from_iterable(zip_longest(*each))), count)


def _cheap_cases(run: Property, seed_: int) -> Iterator[Any]:
    handle = handle_of(run)
    return chain(handle.source.explicit, handle.source.cheap(seed_)) if handle else iter([None])


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


def _source(cases: Cases | SearchStrategy[Any], explicit: Sequence[Any]) -> Source:
    """Where a property has its cases from; `TypeError` says what an author may give."""
    if isinstance(cases, SearchStrategy):
        return Drawn(cases, explicit)
    if not isinstance(cases, Cases):
        kind = type(cases).__name__
        raise TypeError(f"for_all takes Cases, or a strategy of Hypothesis, but this is a {kind}")
    if explicit:
        raise TypeError("for_all takes explicit cases beside a strategy; Cases has its own")
    return cases


def _drawn(source: Source) -> Sequence[Any]:
    """Of the present session."""
    return source.drawn(settings().max_examples, core.global_force_seed)


def _every(source: Source) -> Iterator[Any]:
    """Of the present session: the explicit ones, then those that are drawn."""
    yield from source.explicit
    yield from map(source.decode, _drawn(source))


def _fail_small(source: Source, trial: Trial, place: int, failure: Shortfall) -> NoReturn:
    """Fail on as small a case as Hypothesis finds, else on this one; `Flaky` if that now holds.

    As it has failed here, if on the way no answer comes, or the property itself is at fault.
    """

    @settings(max_examples=PERSISTENCE * settings().max_examples)
    @given(drawn=source.strategy)
    def single(drawn: Any) -> None:
        trial(source.decode(drawn))

    try:
        single()
        trial(source.decode(_drawn(source)[place]))
    except (Shortfall, Flaky):
        raise
    except (Exception, Stopped):
        raise failure from None
    raise Flaky("the same case failed once and held once")
