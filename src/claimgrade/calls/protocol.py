"""Numbered messages of bounded size over a socket, with deadlines.

A frame is a length, a number, and so many bytes. Several questions may be on their way at once;
their answers come in the same order, and each carries the number of its question. Anything else is
a violation, and ends the worker that sent it.
"""

from __future__ import annotations

import select
import socket
import struct
from collections.abc import Callable, Iterable
from typing import BinaryIO

from .clock import Deadline

MAX_MESSAGE = 9 << 20  # an answer of wire.MAX_BYTES, and what is said around it
_HEADER = struct.Struct("<IQ")
_CHUNK = 1 << 16  # read at once: a whole frame, almost always


class Violation(Exception):
    """Something came that no honest worker sends."""


class Closed(Exception):
    """The other side is gone."""


class Late(Exception):
    """The deadline has passed."""


def send(channel: socket.socket, number: int, payload: bytes) -> None:
    """Write one frame to a blocking socket; `Closed` where nobody reads it."""
    try:
        channel.sendall(_HEADER.pack(len(payload), number) + payload)
    except OSError:
        raise Closed from None


def receive(stream: BinaryIO) -> tuple[int, bytes]:
    """Read one frame from a stream whose sender is trusted; `Closed` where there is none."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise Closed
    length, number = _HEADER.unpack(header)
    return number, stream.read(length)


class Conversation:
    """The grader's end: asks, and waits for each answer until a deadline.

    Meanwhile `overhear` is called whenever a second descriptor, the worker's output, can be read,
    so that a worker that prints much doesn't block itself; it says whether there may be more.
    """

    def __init__(self, channel: socket.socket, output: int, overhear: Callable[[], bool]) -> None:
        self._channel = channel
        self._output = output
        self._overhear = overhear
        self._asked = self._answered = 0
        self._unsent = memoryview(b"")
        self._received = bytearray()
        channel.setblocking(False)
        self._poll = select.poll()
        self._poll.register(channel, select.POLLIN)
        self._poll.register(output, select.POLLIN)

    def close(self) -> None:
        self._channel.close()

    def say(self, questions: Iterable[bytes]) -> None:
        """Send these, or have them sent while their answers are waited for (`hear`)."""
        self._expect_silence()
        frames = []
        for question in questions:
            self._asked += 1
            frames += [_HEADER.pack(len(question), self._asked), question]
        self._unsent = memoryview(b"".join(frames))
        self._send()

    def hear(self, deadline: Deadline) -> bytes:
        """The answer to the first question that has none. Raises `Violation`, `Closed`, `Late`."""
        self._answered += 1
        return self.listen(deadline, self._answered)

    def listen(self, deadline: Deadline, number: int = 0) -> bytes:
        """Return the next message, which must have this number."""
        length, found = _HEADER.unpack(self._read(_HEADER.size, deadline))
        if found != number:
            raise Violation(f"message {found} where {number} was expected")
        if length > MAX_MESSAGE:
            raise Violation(f"a message of {length} bytes")
        return self._read(length, deadline)

    def _expect_silence(self) -> None:
        """Whoever speaks before being asked answers a question ahead."""
        if self._received or self._receive():
            raise Violation("an answer before the question")

    def _send(self) -> None:
        """As much as goes now of what is to be sent."""
        try:
            self._unsent = self._unsent[self._channel.send(self._unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            raise Closed from None
        self._poll.modify(self._channel, select.POLLIN | (select.POLLOUT if self._unsent else 0))

    def _read(self, count: int, deadline: Deadline) -> bytes:
        while len(self._received) < count:
            self._wait(deadline)
            self._receive()
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def _receive(self) -> bool:
        """Take in what is there; whether anything was."""
        try:
            part = self._channel.recv(_CHUNK)
        except BlockingIOError:
            return False
        except OSError:
            raise Closed from None
        if not part:
            raise Closed
        self._received += part
        return True

    def _wait(self, deadline: Deadline) -> None:
        """Until something has come; meanwhile output is overheard, and what is to be sent is."""
        while True:
            left = deadline.left()
            if left <= 0:
                raise Late
            ready = dict(self._poll.poll(1000 * left))
            if self._output in ready and not self._overhear():
                self._poll.unregister(self._output)
            events = ready.get(self._channel.fileno(), 0)
            if events & ~select.POLLOUT:
                return
            if events:
                self._send()
