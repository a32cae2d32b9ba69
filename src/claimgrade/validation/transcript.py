"""What the reference is asked in each case for which a property holds, and what it answers.

A property goes by its case and the answers, and by nothing else. So it holds as well for whoever
gives the same answers, to the last bit: it is not run for them, but what it asks is asked, in the
same order, and once if it was answered so in an earlier case. What isn't a subject's own is the
reference's, and that has answered already.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..calls.student import Send

WHERE = b"\xa5where"  # the last key of a reply, before the line in which a function is
Script = Sequence["Line"]  # all that is asked in one case


class Line(NamedTuple):
    """A question to `module.function`, and the answer, up to the place in a file it came from."""

    function: str
    message: bytes
    answer: bytes


class Recorder:
    """Between the proxy and the reference, which `send` asks what it hasn't been asked before."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._answers: dict[bytes, bytes] = {}
        self._script: list[Line] = []

    def ask(self, function: str, message: bytes) -> bytes:
        """The reference's answer, which goes into the script."""
        answer = self.answer(function, message)
        said, where, _ = answer.rpartition(WHERE)
        self._script.append(Line(function, message, said + where))
        return answer

    def answer(self, function: str, message: bytes) -> bytes:
        """The reference's answer."""
        if message not in self._answers:
            self._answers[message] = self._send(function, message)
        return self._answers[message]

    def cut(self) -> Script:
        """What has been asked since the last cut."""
        script, self._script = self._script, []
        return script


class Reader:
    """Between the proxy and a subject, which `send` asks for the functions that it `overrides`.

    `reference` is asked for all others.
    """

    def __init__(self, send: Send, overrides: Collection[str], reference: Send) -> None:
        self._send = send
        self._overrides = overrides
        self._reference = reference
        self._heard: deque[tuple[bytes, bytes]] = deque()
        self._right: set[bytes] = set()

    def says(self, script: Script) -> bool:
        """Whether the subject answers all of it as the reference did.

        What it has answered so in an earlier case isn't asked again. If not, the case is to be
        tried: the property will be given the answers so far.
        """
        self._heard.clear()
        for function, message, right in script:
            if message not in self._right:
                answer = self._answer(function, message)
                self._heard.append((message, answer))
                if not answer.startswith(right):
                    return False
        self._right.update(message for message, _ in self._heard)
        self._heard.clear()
        return True

    def ask(self, function: str, message: bytes) -> bytes:
        """The subject's answer, which may have been given already."""
        if self._heard and self._heard[0][0] == message:
            return self._heard.popleft()[1]
        return self._answer(function, message)

    def _answer(self, function: str, message: bytes) -> bytes:
        send = self._send if function in self._overrides else self._reference
        return send(function, message)
