"""How much time a student's code has, and what of it is left."""

from __future__ import annotations

from typing import NamedTuple

from .. import defaults
from .clock import Clock, Deadline


class Deadlines(NamedTuple):
    """Seconds for one call, and for all calls of one property and of a whole submission.

    Only a student's code spends them: neither the grader's own work, nor what else is running here.
    """

    call: float = defaults.CALL
    property: float = defaults.PROPERTY
    submission: float = defaults.SUBMISSION

    def allowing_for(self, examples: int) -> Deadlines:
        """As many times as long as there are more examples a property than in a student's run."""
        times = max(1.0, examples / defaults.EXAMPLES)
        return Deadlines(self.call, times * self.property, times * self.submission)


class Budget:
    """What is left of the seconds of a property, and of those of a whole submission."""

    def __init__(self, deadlines: Deadlines) -> None:
        self.deadlines = deadlines
        self.of_submission = self.of_property = deadlines.submission

    def allow_for(self, examples: int) -> None:
        """Before the first property: how many examples each is tried on."""
        self.deadlines = self.deadlines.allowing_for(examples)
        self.of_submission = self.deadlines.submission

    def begin_property(self) -> None:
        """A new property has its own seconds."""
        self.of_property = self.deadlines.property

    def for_call(self, clock: Clock) -> Deadline:
        """As long as a call may take; near the end, with what others took of the time."""
        if min(self.of_property, self.of_submission) < self.deadlines.call:
            self.spend(-clock.starved())
        left = min(self.of_property, self.of_submission)
        return Deadline(max(0.0, min(self.deadlines.call, left)), clock)

    def is_short(self, deadline: Deadline) -> bool:
        """Whether this was less than a call may take, for no more was left."""
        return deadline.seconds < self.deadlines.call

    def for_loading(self, seconds: float, clock: Clock) -> Deadline:
        """As long as one file may take to be imported, which costs the submission alone."""
        return Deadline(max(0.0, min(seconds, self.of_submission)), clock)

    def spend(self, seconds: float) -> None:
        """In calls: of a property, and so of the submission."""
        self.of_property -= seconds
        self.of_submission -= seconds
