"""Sessions forked from an interpreter that has imported everything: no start-up for each.

As a program, the process that forks. It runs no session itself, so it never holds student code, and
each session begins as fresh as one that `launch` starts.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import msgspec

from ..session import launch
from ..session.launch import Job

STUCK = 86_400  # seconds, far more than any deadline leaves a session; then it is killed
MOST = 1 << 16  # bytes of a request


Session = Callable[[Job, Path], object]  # runs one; what it prints goes to the file


class Request(msgspec.Struct):
    """What pytest is given, the session's own directory, and the file for its output."""

    arguments: list[str]
    home: str
    output: str


class Server:
    """Starts sessions; safe to use from several threads."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        self._turn = threading.Lock()
        self._process = subprocess.Popen(
            [*(sys.executable, "-I", "-X", "utf8", "-m", __name__), str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env=launch.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()

    def run(self, job: Job, output: Path) -> None:
        """Grade as `launch.run` does."""
        with tempfile.TemporaryDirectory(prefix="claimgrade-") as home:
            request = Request(job.arguments(), home, str(output))
            self._wait(msgspec.json.encode(request))

    def close(self) -> None:
        """End the process that forks, once its sessions have ended."""
        self._control.close()
        self._process.wait()

    def _wait(self, request: bytes) -> None:
        """Until the session has ended, however: then nobody holds the pipe open."""
        ours, theirs = os.pipe()
        with os.fdopen(ours, "rb") as listening:
            with os.fdopen(theirs, "wb"), self._turn, contextlib.suppress(OSError):
                socket.send_fds(self._control, [request], [theirs])
                self._control.recv(1)
            listening.read()


@contextlib.contextmanager
def sessions() -> Iterator[Session]:
    """What starts a session: forks where that is safe, else a cold interpreter for each."""
    if sys.platform != "linux":
        yield launch.run
        return
    server = Server()
    try:
        yield server.run
    finally:
        server.close()


def serve(control: socket.socket) -> None:
    """Fork a session for each request; end when nobody can ask any more."""
    import claimgrade.session.hooks  # noqa: F401  (what every session imports)

    from ..reports import html
    from ..storage.fingerprint import versions

    html.compile_all()
    versions()  # which are remembered
    gc.freeze()  # what is here stays: no session need look through it for garbage
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the sessions
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, MOST, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _session(msgspec.json.decode(message, type=Request))
        os.close(descriptors[0])
        control.send(b"\0")


def _session(request: Request) -> NoReturn:
    import pytest

    from ..sandbox.detach import die_with_parent

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.alarm(STUCK)
        die_with_parent()
        os.environ[launch.HOME] = request.home
        with open(request.output, "wb", buffering=0) as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        pytest.main(request.arguments)
        sys.stdout.flush()
    finally:
        os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
