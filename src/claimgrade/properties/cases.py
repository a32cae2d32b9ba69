"""What a property is tried on, and how it is drawn: decoded from bytes, or by a strategy.

A case that is decoded from a fixed number of bytes is drawn by drawing those bytes. What is drawn
depends on their number and the seed alone: properties share it, and so do submissions.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from random import Random
from typing import Any, NamedTuple, Protocol

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

HANDFUL = 25  # cases that Hypothesis draws as one example: one costs it more than a case costs us


class Source(Protocol):
    """Where cases come from: `decode` makes one of each thing that is drawn."""

    @property
    def explicit(self) -> Sequence[Any]:
        """Cases that are tried first, in their order."""

    @property
    def decode(self) -> Callable[[Any], Any]:
        """A case, as new, of what was drawn."""

    @property
    def strategy(self) -> SearchStrategy[Any]:
        """Draws what makes one case, and shrinks it."""

    def drawn(self, count: int, seed_: int | None) -> Sequence[Any]:
        """About so many different things, decided by the seed."""

    def cheap(self, seed_: int) -> Iterator[Any]:
        """Cases drawn at the lowest price, as many as are asked for."""

    def small(self, random: Random, count: int) -> Iterator[Any]:
        """A few cases as shrinking may leave them."""


class Cases(NamedTuple):
    """Cases, named tuples, that `decode` makes from `size` bytes, whatever they are.

    From zeros it makes the simplest. The `explicit` cases are tried first, in their order.

    >>> from collections import namedtuple
    >>> Case = namedtuple("Case", "n x")
    >>> cases = Cases(2, lambda raw: Case(raw[0] % 4, raw[1] / 16), [Case(n=1, x=0.5)])
    >>> cases.decode(bytes([7, 8]))
    Case(n=3, x=0.5)
    """

    size: int
    decode: Callable[[bytes], Any]
    explicit: Sequence[Any] = ()

    @property
    def strategy(self) -> SearchStrategy[bytes]:
        """Draws the bytes of one case."""
        return st.binary(min_size=self.size, max_size=self.size)

    def drawn(self, count: int, seed_: int | None) -> tuple[bytes, ...]:
        """The bytes of about so many different cases, decided by the seed."""
        return drawn(self.size, count, seed_)

    def cheap(self, seed_: int) -> Iterator[Any]:
        """Drawn without Hypothesis, which costs more than these cases do."""
        random = Random(seed_)
        while True:
            yield self.decode(random.randbytes(self.size))

    def small(self, random: Random, count: int) -> Iterator[Any]:
        """The simplest case, and some that are zeros but for a few low bytes."""
        yield self.decode(bytes(self.size))
        for _ in range(count):
            few = (random.randrange(4) * (random.random() < 1 / 4) for _ in range(self.size))
            yield self.decode(bytes(few))


class Drawn(NamedTuple):
    """Cases that a strategy of Hypothesis draws: handier to write, slower to draw."""

    strategy: SearchStrategy[Any]
    explicit: Sequence[Any] = ()

    @property
    def decode(self) -> Callable[[Any], Any]:
        """A copy, for a property may keep what it was given."""
        return copy.deepcopy

    def drawn(self, count: int, seed_: int | None) -> tuple[Any, ...]:
        """About so many cases, decided by the seed."""
        return drawn_by(self.strategy, count, seed_)

    def cheap(self, seed_: int) -> Iterator[Any]:
        """A handful at a time."""
        for more in itertools.count():
            yield from map(self.decode, self.drawn(HANDFUL, seed_ + more))

    def small(self, random: Random, count: int) -> Iterator[Any]:
        """The first, which is the simplest, and some more."""
        yield from map(self.decode, self.drawn(count + 1, random.randrange(1 << 32)))


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


@cache
def drawn_by(strategy: SearchStrategy[Any], count: int, seed_: int | None) -> tuple[Any, ...]:
    """About `count` cases that a strategy draws, decided by the seed."""
    found: list[Any] = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(case=strategy)
    def one(case: Any) -> None:
        found.append(case)

    seed(seed_)(one)()
    return tuple(found)
