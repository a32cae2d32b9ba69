"""Numbered messages of bounded size over a socket, with deadlines.

A frame is a length, a number, and so many bytes. An answer carries the number of its question;
anything else is a violation, and ends the worker that sent it.
"""

from __future__ import annotations

import select
import socket
import struct
from collections.abc import Callable

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


def receive(channel: socket.socket) -> tuple[int, bytes]:
    """Read one frame from a blocking socket whose sender is trusted, and sends one at a time."""
    data = _some(channel)
    while len(data) < _HEADER.size:
        data += _some(channel)
    length, number = _HEADER.unpack_from(data)
    parts = [data[_HEADER.size :]]
    left = length - len(parts[0])
    while left:
        parts.append(_some(channel))
        left -= len(parts[-1])
    return number, b"".join(parts)


def _some(channel: socket.socket) -> bytes:
    part = channel.recv(_CHUNK)
    if not part:
        raise Closed
    return part


class Conversation:
    """The grader's end: asks, and waits for the answer until a deadline.

    Meanwhile `overhear` is called whenever a second descriptor, the worker's output, can be read,
    so that a worker that prints much doesn't block itself; it says whether there may be more.
    """

    def __init__(self, channel: socket.socket, output: int, overhear: Callable[[], bool]) -> None:
        self._channel = channel
        self._output = output
        self._overhear = overhear
        self._number = 0
        self._received = bytearray()
        channel.setblocking(False)
        self._poll = select.poll()
        self._poll.register(channel, select.POLLIN)
        self._poll.register(output, select.POLLIN)

    def close(self) -> None:
        self._channel.close()

    def ask(self, payload: bytes, deadline: Deadline) -> bytes:
        """Send a question and return its answer. Raises `Violation`, `Closed` or `Late`."""
        self._expect_silence()
        self._number += 1
        self._write(_HEADER.pack(len(payload), self._number) + payload, deadline)
        return self.listen(deadline, self._number)

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

    def _write(self, data: bytes, deadline: Deadline) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self._channel.send(view) :]
            except BlockingIOError:
                self._poll.modify(self._channel, select.POLLOUT)
                self._wait(deadline)
                self._poll.modify(self._channel, select.POLLIN)
            except OSError:
                raise Closed from None

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
            self._received += _some(self._channel)
        except BlockingIOError:
            return False
        except OSError:
            raise Closed from None
        return True

    def _wait(self, deadline: Deadline) -> None:
        """Until the channel is ready; output that comes meanwhile is overheard."""
        while True:
            left = deadline.left()
            if left <= 0:
                raise Late
            ready = {descriptor for descriptor, _ in self._poll.poll(1000 * left)}
            if self._output in ready and not self._overhear():
                self._poll.unregister(self._output)
            if self._channel.fileno() in ready:
                return
