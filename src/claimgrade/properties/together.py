"""Tries cases together: each as far as its next question, and the questions travel together.

A property is a plain function, which asks and goes on with the answer. So that many cases can wait
for theirs at once, each is run by a greenlet, in this thread: then one switch of processes serves
the questions of all, instead of one each. What comes of it is what would have come of one case
after the other: a property fails on the first case that fails, and later ones have no say.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from greenlet import getcurrent, greenlet

from ..calls.failures import LastCall, Missing, Shortfall, Stopped
from ..calls.student import Channel, Question

SIZES = 1, 8, 64  # cases that are tried together: most wrong functions fail on the first


def batches(cases: Iterable[Any]) -> Iterator[list[Any]]:
    """The cases in their order, a few at first and then many at a time."""
    left = iter(cases)
    sizes = iter(SIZES)
    while batch := list(islice(left, next(sizes, SIZES[-1]))):
        yield batch


def tried(
    attempt: Callable[[Any], None], cases: Iterable[Any], channel: Channel
) -> tuple[int, BaseException | None]:
    """How many of these cases were tried, up to one for which `attempt` raises; what it raises."""
    attempts = [_Attempt(attempt, case, channel) for case in cases]
    with channel.answered_by(getcurrent().switch):
        _run(attempts, channel)
    for one in attempts:
        channel.recall(one.heard)
    last = attempts[-1]
    if isinstance(last.error, Shortfall):
        channel.repeat(question for question, _ in last.heard)
    channel.last_call = last.last_call
    return len(attempts), last.error


class _Attempt:
    """One case on its way: the question that it waits with, if any, and what it has ended with."""

    def __init__(self, attempt: Callable[[Any], None], case: Any, channel: Channel) -> None:
        self.question: Question | None = None
        self.error: BaseException | None = None
        self.last_call: LastCall | None = None
        self.heard: list[tuple[Question, bytes]] = []
        self._channel = channel
        self._greenlet = greenlet(lambda _: attempt(case))  # what begins it is no answer
        self._greenlet.gr_context = contextvars.copy_context()

    def go_on(self, answer: bytes | Stopped) -> None:
        """Run it from the answer, or from its beginning, to its next question or its end."""
        try:
            if isinstance(answer, Stopped):
                self.question = self._greenlet.throw(answer)
            else:
                if self.question is not None:
                    self.heard.append((self.question, answer))
                self.question = self._greenlet.switch(answer)
        except (Exception, Missing, Stopped) as error:
            self.question, self.error = None, error
        self.last_call = self._channel.last_call


def _run(attempts: list[_Attempt], channel: Channel) -> None:
    """Until the first that fails has failed, and those before it are done; drop those after it."""
    waiting: Iterable[_Attempt] = list(attempts)
    answers: Sequence[bytes | Stopped] = [b""] * len(attempts)
    while waiting:
        for one, answer in zip(waiting, answers, strict=False):  # none comes after a `Stopped`
            one.go_on(answer)
            if one.error is not None:
                del attempts[attempts.index(one) + 1 :]
                break
        waiting = questions = {one: one.question for one in attempts if one.question is not None}
        answers = channel.answers(list(questions.values()))
