"""The grader's side: has workers load a student's files, and asks them, within deadlines."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Literal, NoReturn

import msgspec

from ..sandbox import pinning, tries
from ..sandbox.readable import readable_paths
from . import retries, wire, zygote
from .budget import Budget, Deadlines
from .clock import Deadline
from .failures import Stopped
from .frames import Frames
from .processes import Process, Zygote
from .protocol import Closed, Late, Violation
from .stops import Stop
from .student import Question

MEMORY = 4 << 30  # address space, of which numpy's threads alone reserve a part
LOADING = 10.0  # seconds in which one file must be imported: torch takes three


class Isolation:
    """`send` for the proxy: the student's code in a process of its own, replaced when it ends.

    A zygote that is handed in as its `home` serves others after it, and stays open. `packages` are
    those that may be imported, None for whatever is installed but this `assignment`.
    """

    def __init__(
        self,
        root: Path,
        files: dict[str, Path],
        deadlines: Deadlines,
        without: frozenset[str] = frozenset(),
        refused: str = "",
        home: Zygote | None = None,
        packages: list[str] | None = None,
        assignment: Path | None = None,
    ) -> None:
        self._request = zygote.Spawn(
            root=str(root),
            files={name: str(file) for name, file in files.items()},
            readable=list(readable_paths(packages, assignment)),
            memory=MEMORY,
            cpu_seconds=int(deadlines.submission),
            without=sorted(without),
        )
        self._budget = Budget(deadlines)
        self._refused = refused
        self._zygote = home or Zygote()
        self._is_guest = home is not None
        self.stops: list[Stop] = []  # of the files, as the last worker has told them
        self._process: Process | None = None
        self._last_words = ""
        self._late: Counter[str] = Counter()
        self._failures = retries.Failures(len(set(files.values())))

    def allow_for(self, examples: int) -> None:
        """Before the first property: how many examples each is tried on."""
        self._budget.allow_for(examples)
        self._request.cpu_seconds = int(self._budget.of_submission)

    def probe(self, targets: tries.Targets) -> set[str]:
        """What gets out of a worker that is confined as the student's will be.

        `Closed`, `Late` or `Violation` where no worker can be had.
        """
        process = self._spawn(msgspec.structs.replace(self._request, targets=targets))
        try:
            deadline = Deadline(LOADING, process.clock)
            process.conversation.listen(deadline)
            tried = wire.decode(process.conversation.listen(deadline), dict[str, bool])
        finally:
            process.end()
        return {name for name, through in tried.items() if through}

    def begin_property(self) -> None:
        """A new property: its own deadline, and its own output."""
        self._budget.begin_property()
        self._last_words = ""
        if self._process is not None:
            self._process.printed.clear()
            self._process.take_turns()

    def printed(self) -> str:
        """What was printed since the property began."""
        if self._process is None:
            return self._last_words
        return wire.text(bytes(self._process.printed).decode("utf-8", "replace"))

    def __call__(self, name: str, message: bytes) -> bytes:
        """The worker's answer to one call of `module.function`; `Stopped` where none will come."""
        answer = self.ask_all([Question(name, message)])[0]
        if isinstance(answer, Stopped):
            raise answer
        return answer

    def ask_all(self, questions: Sequence[Question]) -> list[bytes | Stopped]:
        """The worker's answers, in their order; the first that won't come ends the list."""
        found: list[bytes | Stopped] = []
        ready = takewhile(lambda one: not self._hangs(one.function), questions)
        unsent = [question.message for question in ready]
        try:
            for question in questions:
                self._refuse(question.function)
                process = self._process or self._load(_short(question.function))
                found.append(self._answer(process, question.function, unsent))
                unsent = []
        except Stopped as stopped:
            found.append(stopped)
        return found

    def close(self) -> None:
        if self._process is not None:
            self._end()
        pinning.release()
        if not self._is_guest:
            self._zygote.close()

    def _refuse(self, name: str) -> None:
        if self._refused:
            raise Stopped("crashed", self._refused, function=_short(name))
        if self._hangs(name):
            raise Stopped("timed out", "timed_out_before", function=_short(name))

    def _hangs(self, name: str) -> bool:
        return self._late[name] >= retries.PATIENCE

    def _answer(self, process: Process, name: str, unsent: Sequence[bytes]) -> bytes:
        """The worker's next, which is one to this function, once these questions are sent."""
        deadline = self._budget.for_call(process.clock)
        try:
            if unsent:
                process.conversation.say(unsent)
            return process.conversation.hear(deadline)
        except Late:
            self._end()
            if self._budget.is_short(deadline):
                raise Stopped("timed out", "time_used_up", function=_short(name)) from None
            self._late[name] += 1
            seconds = f"{deadline.seconds:g}"
            raise Stopped(
                "timed out", "timed_out", function=_short(name), seconds=seconds
            ) from None
        except (Closed, Violation) as error:
            raise self._gone(_short(name), error, self._end()) from None
        finally:
            self._budget.spend(deadline.spent())

    def _load(self, function: str) -> Process:
        """A worker that has imported the student's files, as far as they can be.

        What this takes is no part of the time for a property.
        """
        while not self._failures.are_too_many():
            if self._budget.of_submission <= 0:
                raise Stopped("timed out", "time_used_up", function=function)
            if process := self._loaded():
                return process
        failed = self._failures.last
        verdict: Literal["crashed", "timed out"]
        verdict = "timed out" if failed.reason == "late" else "crashed"
        raise Stopped(verdict, f"loading_{failed.reason}", function=function, why=failed.why)

    def _loaded(self) -> Process | None:
        """The same, at the first attempt; where it fails, the next worker passes over that place.

        A file has so many seconds of its own, whatever else it imports.
        """
        request = msgspec.structs.replace(self._request, passed=self._failures.passed)
        self._process = process = self._spawn(request)
        step = zygote.Step("", "")
        names = set(map(Frames(Path(request.root)).name, request.files.values()))
        deadline = self._budget.for_loading(LOADING, process.clock)
        try:
            process.conversation.listen(deadline)
            while isinstance(told := _told(process.conversation.listen(deadline)), zygote.Step):
                if told.file != step.file:
                    names = names - {told.file} if told.file in names else _unexpected(told.file)
                    self._budget.of_submission -= deadline.spent()
                    deadline = self._budget.for_loading(LOADING, process.clock)
                step = told
            process.take_turns()
        except Late:
            self._end()
            if self._budget.of_submission >= LOADING:
                self._failures.add(step, "late", f"{LOADING:g}")
        except (Closed, Violation):
            self._failures.add(step, "ended", _described(self._end()))
        else:
            self.stops = told.stops
            return process
        finally:
            self._budget.of_submission -= deadline.spent()
        return None

    def _spawn(self, request: zygote.Spawn) -> Process:
        try:
            return self._zygote.spawn(request)
        except Closed:  # only below level A can a student's code have ended it
            self._zygote.restart()
            return self._zygote.spawn(request)

    def _end(self) -> int:
        assert self._process is not None
        try:
            return self._process.end()
        except Closed:
            return signal.SIGKILL
        finally:
            self._last_words = self.printed()
            self._process = None

    def _gone(self, function: str, error: Closed | Violation, status: int) -> Stopped:
        if isinstance(error, Violation):
            return Stopped("crashed", "broke_the_protocol", function=function, what=str(error))
        return Stopped("crashed", "process_ended", function=function, how=_described(status))


def _short(name: str) -> str:
    """The function of `module.function`."""
    return name.rpartition(".")[2]


def _told(message: bytes) -> zygote.Step | zygote.Loaded:
    """What a worker says while it loads its files."""
    try:
        told: zygote.Step | zygote.Loaded = wire.decode(message, zygote.Step | zygote.Loaded)
    except (msgspec.DecodeError, wire.NotData):
        raise Violation("a garbled answer") from None
    return told


def _unexpected(file: str) -> NoReturn:
    raise Violation(f"{file!r} is loaded where it was not expected")


def _described(status: int) -> str:
    """`exit code 0`, `SIGSEGV`."""
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"exit code {os.waitstatus_to_exitcode(status)}"
