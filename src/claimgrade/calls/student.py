"""Client proxy for the worker: `student.module.function(...)`.

It looks like a call, and is a message. Bytes go out and bytes come back (`worker.Call`,
`worker.Reply`); what is behind `send` may live in this process or in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Literal, NamedTuple

import msgspec

from ..assignment.spec import Function
from . import answers, wire
from .failures import Crashed, Fails, LastCall, Missing, Stopped
from .heard import Memory
from .worker import Absent, Answer, Call, Raised, Reply, Unfit, Unreached

MOST_KNOWN = 16 << 20  # of all answers of a submission that may be given again

Send = Callable[[str, bytes], bytes]  # `module.function`, the message: the reply


class Question(NamedTuple):
    """A call of `module.function`, as it is sent; one that is watched is asked each time anew."""

    function: str
    message: bytes
    watch: bool = False


SendAll = Callable[[Sequence[Question]], list[bytes | Stopped]]  # `Stopped` is the last, if any


class Student:
    """A proxy of a submission; its attributes are the modules of the assignment."""

    def __init__(
        self, send: Send, functions: Mapping[str, Function], send_all: SendAll | None = None
    ) -> None:
        self._channel = channel = Channel(send, send_all)
        taken: set[str] = set()
        for name, function in functions.items():
            module, _, short = name.partition(".")
            alias = f"{module}_{short}" if short in taken else short
            taken.add(short)
            asked = Asked(channel, module, short, function, alias)
            self.__dict__.setdefault(module, Module(module)).__dict__[short] = asked


def channel_of(student: Student) -> Channel:
    """What a student's functions are asked on; a module of an assignment may have any name."""
    return student._channel


class Channel:
    """One conversation with a student's code, and what was said in it.

    With `send_all` many questions can be asked at once.
    """

    def __init__(self, send: Send, send_all: SendAll | None) -> None:
        self.last_call: LastCall | None = None
        self.memory = Memory()
        self._send = send
        self._send_all = send_all
        self._answer: Callable[[Question], bytes] = self._ask
        self._known: dict[bytes, bytes] = {}
        self._fresh: set[bytes] = set()  # messages that were sent during this property
        self._size = 0

    def ask(self, asked: Asked, arguments: tuple[Any, ...], *, watch: bool = False) -> Answer:
        """Send one call and return the answer; anything else is raised as its verdict."""
        name, parameters = f"{asked.module}.{asked.name}", list(asked.function.arguments)
        if len(arguments) != len(parameters):
            raise TypeError(
                f"the spec describes {name}({', '.join(parameters)}), "
                f"but the property asks it with {len(arguments)} arguments"
            )
        inputs = dict(zip(parameters, arguments, strict=True))
        plain = [wire.plain(argument) for argument in arguments]
        message = wire.encode(Call(asked.module, asked.name, asked.alias, plain, watch))
        self.last_call = call = LastCall(name, inputs, "", message)
        try:
            answer = self._answer(Question(name, message, watch))
        finally:
            self.last_call = call  # others may have been asked meanwhile
        reply = _decoded(asked.name, answer)
        self.last_call = LastCall(name, inputs, reply.where, message)
        match reply:
            case Answer():
                return reply
            case Absent(reason=reason):
                raise Missing(reason, module=asked.module, function=asked.name)
            case Unreached(stop=stop):
                verdict: Literal["crashed", "timed out"]
                verdict = "timed out" if stop.reason == "late" else "crashed"
                details = stop.details()
                raise Stopped(verdict, f"{stop.reason}_before", function=asked.name, **details)
            case Unfit(reason=reason, what=what):
                raise Fails(reason, function=asked.name, type=what)
            case Raised(error=error, traceback=traceback):
                raise Crashed(asked.name, error, traceback)

    @property
    def asks_together(self) -> bool:
        """Whether many questions can be asked at once."""
        return self._send_all is not None

    @contextmanager
    def answered_by(self, answer: Callable[[Question], bytes]) -> Iterator[None]:
        """While whoever asks is answered by this, which may ask `answers`; `recall` it later."""
        self._answer = answer
        try:
            yield
        finally:
            self._answer = self._ask

    def answers(self, questions: Sequence[Question]) -> list[bytes | Stopped]:
        """The student's, in their order, up to the first that won't come; each is asked once."""
        assert self._send_all is not None
        new = list(dict.fromkeys(one for one in questions if one.message not in self._known))
        heard = dict(zip(new, self._send_all(new), strict=False))
        self._fresh.update(question.message for question in new)
        found: list[bytes | Stopped] = []
        for question in questions:
            answer = self._known.get(question.message) or heard[question]
            found.append(answer)
            if isinstance(answer, Stopped):
                break
            self._keep(question, answer)
        return found

    def recall(self, heard: Iterable[tuple[Question, bytes]]) -> None:
        """Take these answers into the memory."""
        for question, answer in heard:
            self.memory.add(question.function, question.message, answer)

    def repeat(self, questions: Iterable[Question]) -> None:
        """Ask what was answered from memory, for what the student's code prints then."""
        with suppress(Stopped):
            for question in questions:
                if question.message not in self._fresh:
                    self._send(question.function, question.message)

    def begin_property(self) -> None:
        """Forget the last call of the property before, and most of the others."""
        self.last_call = None
        self._fresh.clear()
        self.memory.begin_property()

    def _ask(self, question: Question) -> bytes:
        answer = self._send(question.function, question.message)
        self.recall([(question, answer)])
        return answer

    def _keep(self, question: Question, answer: bytes) -> None:
        """To be given again, if there is room."""
        size = len(question.message) + len(answer)
        is_new = not question.watch and question.message not in self._known
        if is_new and self._size + size <= MOST_KNOWN:
            self._known[question.message] = answer
            self._size += size


def _decoded(function: str, answer: bytes) -> Reply:
    try:
        reply: Reply = wire.decode(answer, Reply)
    except (msgspec.DecodeError, wire.NotData):
        raise Stopped(
            "crashed", "broke_the_protocol", function=function, what="a garbled answer"
        ) from None
    return reply


class Module:
    """The functions of one module of the assignment, as attributes."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Asked:
        raise AttributeError(f"the spec of {self._name!r} describes no function {name!r}")


class Asked:
    """A proxy of one function of the student's.

    `alias` is its name where one file holds all modules: an earlier one may have taken its own.
    """

    def __init__(
        self, channel: Channel, module: str, name: str, function: Function, alias: str
    ) -> None:
        self.module = module
        self.name = name
        self.alias = alias
        self.function = function
        self._channel = channel

    def __call__(self, *arguments: Any) -> Any:
        """The student's answer, checked to be of the documented kind and shape."""
        answer = self._channel.ask(self, arguments)
        return answers.checked(self.name, self.function, arguments, answer.value)

    def under_contract(self, *arguments: Any) -> Any:
        """The same, and more: arguments left alone, the same answer twice, the documented dtype."""
        first = self._watched(arguments)
        value = answers.checked(self.name, self.function, arguments, first.value)
        second = self._watched(arguments)
        if wire.encode(first.value) != wire.encode(second.value):
            raise Fails(
                "not_repeatable", function=self.name, required=first.value, yours=second.value
            )
        answers.check_dtype(self.name, self.function, first.dtype)
        return value

    def _watched(self, arguments: tuple[Any, ...]) -> Answer:
        answer = self._channel.ask(self, arguments, watch=True)
        if answer.changed:
            parameters = list(self.function.arguments)
            changed = ", ".join(parameters[i] for i in answer.changed if 0 <= i < len(parameters))
            raise Fails("argument_changed", function=self.name, arguments=changed)
        return answer
