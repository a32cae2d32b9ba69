"""Where workers fail while they load a student's files, and when there is no use in another one."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from .stops import Passed
from .zygote import Step

PATIENCE = 2  # times that a function may run late, or a file fail to load, before we stop asking


class Failures:
    """Where workers were late or ended while they loaded `count` files: each place costs itself.

    A file in which that happens again is run no further, and then not at all; what it takes to
    find this out is bounded.
    """

    def __init__(self, count: int) -> None:
        self.passed: dict[str, Passed] = {}
        self.last = Passed("ended", "")
        self._count = count
        self._times: Counter[str] = Counter()

    def add(self, step: Step, reason: Literal["late", "ended"], why: str) -> None:
        """Once more it was late, or ended, at this step."""
        self._times[step.file] += 1
        times = self._times[step.file]
        self.last = Passed(reason, why, last=times >= PATIENCE)
        self.passed[step.place if times <= PATIENCE else step.file] = self.last

    def are_too_many(self) -> bool:
        """Whether there is no use in loading them again."""
        return self._times[""] >= PATIENCE or self._times.total() > PATIENCE * self._count
