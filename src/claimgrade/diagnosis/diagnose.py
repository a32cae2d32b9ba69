"""Which known misconception do a student's answers look like?

One whose answers equal the student's on every input that was asked, where no other's do. Numbers
are equal up to CLOSE times the largest of the answer: the same mistake made with other arithmetic
differs in its rounding, which is some 2⁻⁵³ times the terms and the condition of a small problem.
The failing answer itself must be FAR from the required one: a hundred times as much, yet little
enough for a misconception that shows in the eighth digit. No answer is close to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import msgspec
import numpy as np

from .. import defaults
from ..assignment.root import Assignment
from ..assignment.spec import Spec
from ..assignment.specimens import Specimen
from ..calls import alarm, wire
from ..calls.answers import Array
from ..calls.failures import LastCall, Missing, Shortfall
from ..calls.heard import Memory
from ..calls.student import Student
from ..calls.worker import Answer, Call, Raised, Reply, Unfit, evaluated
from ..properties.drawing import Attempt, Property, in_turn
from .catalogue import Catalogue, Implementation

NUMBERS, WORDS = 20, 100  # further attempts; a word tells less than an array of numbers
CLOSE = 1e-12
FAR = 1e-11
SMALL = 1e-2  # below it an answer's size counts as this: it is a difference of numbers about 1


class Said(NamedTuple):
    """A call, as the message that was sent, and the student's reply; None for an unreadable one."""

    sent: bytes
    reply: Reply | None


class Suspect:
    """A chaff that has agreed with the student so far, with the state it has from those calls."""

    def __init__(self, specimen: Specimen, implementation: Implementation) -> None:
        self.specimen = specimen
        self.answers = 0
        self._implementation = implementation

    def agrees(self, said: Said) -> bool:
        """Whether it answers this call, too, as the student did."""
        reply = replied(self._implementation, said.sent)
        self.answers += isinstance(reply, Answer)
        return same(reply, said.reply, CLOSE)


class Diagnosis:
    """The suspects of each function, fewer with every call that is heard."""

    def __init__(self, assignment: Assignment, memory: Memory, language: str) -> None:
        self._catalogue = Catalogue(assignment)
        self._memory = memory
        self._language = language
        self._suspects: dict[str, list[Suspect]] = {}

    def recognise(self, call: LastCall, attempts: Iterable[Attempt]) -> str | None:
        """The misconception behind the failing call, in a sentence, if exactly one explains it.

        `attempts` ask the student on further inputs, for those so far may be too much of one kind:
        a property fails on its first case, or draws real matrices only. `Stopped` where one hangs.
        """
        with self._catalogue.open(), np.errstate(all="ignore"), alarm.ticking():
            is_plain = _is_plain(call.sent)
            calls = self._heard(call.function, is_plain)
            suspects = self._left(call.function, calls)
            if not suspects or not self._is_wrong(call, calls):
                return None
            self._memory.begin_property()
            for attempt in attempts:
                with suppress(Missing, Shortfall):
                    attempt()
            suspects = self._left(call.function, self._heard(call.function, is_plain))
        sentences = {suspect.specimen.sentences[self._language] for suspect in suspects}
        has_answered = all(suspect.answers for suspect in suspects)
        return sentences.pop() if len(sentences) == 1 and has_answered else None

    def _heard(self, function: str, plain_alone: bool) -> list[Said]:
        """What has been heard of the function since this was asked last.

        One who has a formula wrong may stumble over lists as well: of a plain failing call, no
        others count.
        """
        return [
            Said(sent, _decoded(answer))
            for sent, answer in self._memory.take(function)
            if not plain_alone or _is_plain(sent)
        ]

    def _left(self, function: str, calls: list[Said]) -> list[Suspect]:
        """The suspects that have agreed on all calls of the function, these included."""
        if function not in self._suspects:
            found = self._catalogue.chaffs(function)
            self._suspects[function] = [Suspect(*chaff) for chaff in found]
        left = [s for s in self._suspects[function] if all(map(s.agrees, calls))]
        self._suspects[function] = left
        return left

    def _is_wrong(self, call: LastCall, calls: list[Said]) -> bool:
        """Whether the failing call was heard, and an answer that is far from the reference's."""
        right = self._catalogue.reference(call.function)
        return any(said.sent == call.sent for said in calls) and any(
            not same(replied(right, said.sent), said.reply, FAR) for said in reversed(calls)
        )


def further(
    spec: Spec, runs: Mapping[str, Sequence[Property]], student: Student, seed: int
) -> dict[str, Iterator[Attempt]]:
    """For each function, attempts on the properties (`runs`, by claim) of all claims about it.

    Functions with the same claims share theirs: what one has been asked, so have the others.
    """
    shared: dict[tuple[str, ...], Iterator[Attempt]] = {}
    found = {}
    for name in spec.functions:
        short = name.partition(".")[2]
        about = tuple(claim.id for claim in spec.claims.values() if short in claim.functions)
        asking = [run for claim in about for run in runs.get(claim, ())]
        count = WORDS if spec.functions[name].kind == "text" else NUMBERS
        found[name] = shared.setdefault(about, in_turn(asking, student, seed, count))
    return found


def _is_plain(sent: bytes) -> bool:
    """Whether a call gives arrays of decimal numbers, neither lists nor arrays of whole ones."""
    arguments = wire.decode(sent, Call).arguments
    arrays = (argument for argument in arguments if isinstance(argument, np.ndarray | list))
    return all(isinstance(array, np.ndarray) and array.dtype.kind != "i" for array in arrays)


def replied(implementation: Implementation, sent: bytes) -> Reply:
    """What the worker would reply, had the student handed in this implementation."""
    try:
        with alarm.deadline(defaults.CALL):
            return evaluated(implementation, wire.decode(sent, Call))
    except wire.NotData as unfit:
        return Unfit(unfit.reason, unfit.what, "")
    except Exception as error:
        return Raised(type(error).__name__, "", "")


def same(one: Reply | None, other: Reply | None, within: float) -> bool:
    """Whether two replies say the same; an error is known by its type."""
    match one, other:
        case Answer(), Answer():
            return one.changed == other.changed and alike(one.value, other.value, within)
        case Raised(), Raised():
            return one.error.partition(":")[0] == other.error.partition(":")[0]
        case Unfit(), Unfit():
            return (one.reason, one.what) == (other.reason, other.what)
        case _:
            return False


def alike(one: Any, other: Any, within: float) -> bool:
    """Whether two values are equal, numbers up to `within` times the size of the answer."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[k], other[k], within) for k in one)
    a, b = _numbers(one), _numbers(other)
    if a is not None and b is not None:
        return _close(a, b, within)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(alike(x, y, within) for x, y in pairs)
    return a is None and b is None and type(one) is type(other) and bool(one == other)


def _numbers(value: Any) -> Array | None:
    if isinstance(value, str | dict) or value is None:
        return None
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    return array if array.dtype.kind in "bifc" else None


def _close(a: Array, b: Array, within: float) -> bool:
    """Numbers of one shape; single precision is no more like double than a boolean is."""
    if a.size == b.size == 0:  # an empty list has lost its other dimensions
        return True
    if a.shape != b.shape or _kind(a) != _kind(b):
        return False
    a, b = a + 0.0, b + 0.0  # differences of booleans and of integers are something else
    size = max(SMALL, *(np.abs(x[np.isfinite(x)]).max(initial=0) for x in (a, b)))
    is_close = (np.abs(a - b) <= within * size) | (a == b) | (np.isnan(a) & np.isnan(b))
    return bool(is_close.all())


def _kind(array: Array) -> str:
    return {"b1": "boolean", "f4": "single", "c8": "single"}.get(array.dtype.str[1:], "double")


def _decoded(answer: bytes) -> Reply | None:
    """A reply; None for one that was too large to keep, or is no message."""
    try:
        reply: Reply = wire.decode(answer, Reply)
    except (msgspec.DecodeError, wire.NotData):
        return None
    return reply
