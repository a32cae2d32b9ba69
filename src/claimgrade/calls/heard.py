"""What a student was asked and has answered, as the messages that were sent: a bounded part."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import NamedTuple

FIRST, LAST = 32, 64  # calls of a function that are remembered: each property's, the present one's
MOST_BYTES = 1 << 16  # of an answer that is remembered: an honest one has a few kilobytes


class Heard(NamedTuple):
    """One call and its answer, as the messages that were sent."""

    sent: bytes
    answer: bytes


class Memory:
    """The calls of each function, in their order: a bounded number of them."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._first: defaultdict[str, list[Heard]] = defaultdict(list)
        self._last: defaultdict[str, deque[Heard]] = defaultdict(lambda: deque(maxlen=LAST))

    def begin_property(self) -> None:
        """Of the property before, keep the first calls only."""
        self._counts.clear()
        self._last.clear()

    def add(self, function: str, sent: bytes, answer: bytes) -> None:
        """An answer too large to keep is kept as an empty one, which no function gives."""
        self._counts[function] += 1
        calls = self._first if self._counts[function] <= FIRST else self._last
        calls[function].append(Heard(sent, answer if len(answer) <= MOST_BYTES else b""))

    @property
    def is_asked(self) -> bool:
        """Whether there was any call since the property began."""
        return bool(self._counts)

    def take(self, function: str) -> list[Heard]:
        """The calls since the function's were taken last."""
        return self._first.pop(function, []) + list(self._last.pop(function, ()))
