"""Replay of passing cases from the cache: bit-identical answers are not checked again.

A case and a student's answers decide between them whether a property holds. So of a case that held
a tape keeps the questions, each under a digest of the answers before it. Whoever gives the same
answers, to the last bit, holds there too; the case isn't even drawn. At the first answer that is
new the property itself takes over, and is given the answers there are: tape or no tape, a student's
code is asked the same, in the same order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from . import wire
from .failures import Stopped

Send = Callable[[str, bytes], bytes]  # `module.function`, the message: the reply
Step = tuple[str, bytes]  # a function, and the message to it

HOLDS: Step = ("", b"")
MOST_BYTES = 1 << 20  # of a property's questions and digests that are kept
WHERE = b"\xa5where"  # the last key of a reply, before the line in which a student's function is


class Recording(msgspec.Struct):
    """How many cases a property has, 0 if unknown, and what comes after which answers."""

    count: int = 0
    size: int = 0
    steps: dict[bytes, Step] = {}

    def add(self, steps: dict[bytes, Step]) -> None:
        """Keep these, too, if there is room."""
        new = {state: step for state, step in steps.items() if state not in self.steps}
        size = self.size + sum(len(state) + len(message) for state, (_, message) in new.items())
        if size <= MOST_BYTES:
            self.size = size
            self.steps |= new


class Heard(NamedTuple):
    """A question, and what came back."""

    step: Step
    answer: bytes | Stopped


class Tape:
    """Between the proxy and a student's code, which `send` asks.

    `remember` is told of each call that a replay has made: function, message and answer.
    """

    def __init__(self, send: Send, remember: Callable[[str, bytes, bytes], None]) -> None:
        self.recording: Recording | None = None  # of the present property, if there is to be one
        self._send = send
        self._remember = remember
        self._heard: deque[Heard] = deque()  # by a replay that has found something new
        self._state: bytes | None = None  # of the case that is being recorded
        self._steps: dict[bytes, Step] = {}

    def cases(self, counted: Callable[[], int]) -> int:
        """How many cases the property has; counted where that is not recorded."""
        if self.recording is None:
            return counted()
        self.recording.count = self.recording.count or counted()
        return self.recording.count

    def holds(self, number: int) -> bool:
        """Whether the student answers as did someone for whom this case held.

        If not, the case is to be tried: it will be given the answers so far.
        """
        if self.recording is None:
            return False
        self._heard.clear()
        state = _beginning(number)
        while (step := self.recording.steps.get(state)) is not None:
            if step == HOLDS:
                return self._was_asked()
            answer = self._hear(step)
            if isinstance(answer, Stopped):
                return False
            state = _after(state, answer)
        return False

    @contextmanager
    def trying(self, number: int) -> Generator[None]:
        """While a case is tried; if it holds, it is recorded."""
        self._state, self._steps = _beginning(number), {}
        try:
            yield
            if self.recording is not None:
                self.recording.add(self._steps | {self._state: HOLDS})
        finally:
            self._state = None
            self._heard.clear()

    def ask(self, function: str, message: bytes) -> bytes:
        """The student's answer, which may have been given already."""
        step = function, message
        is_known = self._heard and self._heard[0].step == step
        answer = self._next_heard() if is_known else self._send(function, message)
        if self.recording is not None and self._state is not None:
            self._steps[self._state] = step
            self._state = _after(self._state, answer)
        return answer

    def _next_heard(self) -> bytes:
        answer = self._heard.popleft().answer
        if isinstance(answer, Stopped):
            raise answer
        return answer

    def _hear(self, step: Step) -> bytes | Stopped:
        answer: bytes | Stopped
        try:
            answer = self._send(*step)
        except Stopped as error:
            answer = error
        self._heard.append(Heard(step, answer))
        return answer

    def _was_asked(self) -> bool:
        for (function, message), answer in self._heard:
            assert isinstance(answer, bytes)
            self._remember(function, message, answer)
        self._heard.clear()
        return True


def _beginning(number: int) -> bytes:
    return number.to_bytes(8, "little")


def _after(state: bytes, answer: bytes) -> bytes:
    """A digest of all answers, up to where in the student's files they come from."""
    return blake2b(state + _said(answer), digest_size=32).digest()


def _said(answer: bytes) -> bytes:
    """An answer without its last field; nothing, if that isn't a string or there is none."""
    said, _, where = answer.rpartition(WHERE)
    try:
        wire.decode(where, str)
    except msgspec.DecodeError:
        return b""
    return said
