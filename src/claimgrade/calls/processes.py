"""Workers as processes: another forks them, one at a time; each has a conversation and an end."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from ..sandbox import pinning
from . import zygote
from .clock import Clock
from .protocol import Closed, Conversation, Violation

FORKING = 30.0  # seconds in which a worker must be forked, or buried
KEPT_OUTPUT = 10_000  # bytes of what is printed during one property
MOST_OUTPUT = 20 << 20  # bytes that a worker may print before it is ended


class Zygote:
    """The process that forks workers, one at a time; see `zygote`."""

    def __init__(self) -> None:
        self._start()

    def restart(self) -> None:
        """Have another process do it, where a student's code has ended the first."""
        self.close()
        self._start()

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        package = str(Path(zygote.__file__).parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-P", "-c", zygote.boot(package), str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={"PYTHONHASHSEED": "0"},  # a student's sets are in the same order each time
            cwd="/",
            start_new_session=True,
        )
        theirs.close()
        ours.settimeout(FORKING)
        self._control = ours

    def spawn(self, request: zygote.Spawn) -> Process:
        """Fork one worker; `Closed` where the process that forks is gone."""
        channel, theirs = socket.socketpair()
        output, printing = os.pipe()
        message = msgspec.msgpack.encode(request)
        try:
            pid = self._answer(message, [theirs.fileno(), printing])
        except Closed:
            channel.close()
            os.close(output)
            raise
        finally:
            theirs.close()
            os.close(printing)
        return Process(self, pid, channel, output)

    def bury(self, pid: int) -> int:
        """End a worker; its wait status."""
        return self._answer(msgspec.msgpack.encode(zygote.Bury(pid)))

    def close(self) -> None:
        self._control.close()
        self._process.wait()

    def _answer(self, message: bytes, descriptors: Sequence[int] = ()) -> int:
        """Send a request; the number that answers it. `Closed` where the process is gone.

        One that is stopped, which only below level A a student's code can do, is ended.
        """
        try:
            message = len(message).to_bytes(8, "little") + message
            sent = socket.send_fds(self._control, [message], descriptors)
            self._control.sendall(message[sent:])
            data = self._control.recv(8)
        except OSError:
            self._process.kill()
            raise Closed from None
        if len(data) != 8:
            raise Closed
        return int.from_bytes(data, "little")


class Process:
    """One worker: a conversation, its output, its end."""

    def __init__(self, home: Zygote, pid: int, channel: socket.socket, output: int) -> None:
        self.printed = bytearray()
        self._home = home
        self._pid = pid
        self._output = output
        self._all_output = 0
        os.set_blocking(output, False)
        self.clock = Clock(pid)
        self.conversation = Conversation(channel, output, self._overhear)

    def take_turns(self) -> None:
        """Have it run on our processor from now on, for one of us always waits for the other."""
        pinning.share(self._pid)

    def end(self) -> int:
        """Kill it; its wait status. `Closed` where the process that has forked it is gone."""
        try:
            return self._home.bury(self._pid)
        finally:
            with contextlib.suppress(BlockingIOError, Violation):
                self._overhear()
            self.conversation.close()
            os.close(self._output)

    def _overhear(self) -> bool:
        """Keep the beginning of what is printed; whether there may be more."""
        data = os.read(self._output, 1 << 16)
        self._all_output += len(data)
        self.printed += data[: KEPT_OUTPUT - len(self.printed)]
        if self._all_output > MOST_OUTPUT:
            raise Violation("a flood of output")
        return bool(data)
