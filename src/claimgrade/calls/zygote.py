"""A process that has numpy loaded, knows nothing, and forks workers; it runs no student's code.

It is started with a cleared environment, nobody's own packages, and one socket to the grader. A
request comes with two descriptors, the worker's own socket and its output; the answer is its pid.
A worker that has ended stays a zombie until it is buried, so that its pid belongs to nobody else.
Whatever it has started, where nothing kept it from that, comes to the zygote and is buried with it.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import os
import random
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import msgspec

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before numpy reads them

import numpy as np
import numpy.random  # not loaded with numpy itself, and then by each worker

from ..sandbox import confine, kernel, probe, tries
from . import protocol, wire
from .running import MOST_STOPS
from .stops import MAX_TEXT, Passed, Stop
from .worker import Worker

# matplotlib draws without a screen, and insists on a directory that looks as if it could be written
ENVIRONMENT = {"MPLBACKEND": "Agg", "MPLCONFIGDIR": "/tmp"}

FIRST_UID, UIDS = 61184, 4336  # systemd's range for users that exist as long as a service does
MOST_GENERATIONS = 10_000  # of orphans; whoever forks faster than it is killed runs out of tasks

CHILDREN = Path("/proc/thread-self/children")


class Spawn(msgspec.Struct, tag=True):
    """Fork a worker for the files (by module) below `root`; or a probe, to try the targets."""

    root: str
    files: dict[str, str]
    readable: list[str]
    memory: int
    cpu_seconds: int
    without: list[str]
    passed: dict[str, Passed] = {}
    targets: tries.Targets | None = None


class Bury(msgspec.Struct, tag=True):
    """Kill a worker and whatever it has started, and tell its wait status."""

    pid: int


class Step(msgspec.Struct, tag=True):
    """While a worker loads its files: what it runs next, and for the sake of which file."""

    file: str
    place: str

    def __post_init__(self) -> None:
        self.place = self.place[:MAX_TEXT]


class Loaded(msgspec.Struct, tag=True):
    """A worker has loaded its files, as far as they go, and waits to be asked."""

    stops: list[Stop]

    def __post_init__(self) -> None:
        del self.stops[MOST_STOPS:]


class Started(msgspec.Struct):
    """A worker's first message: the layers that took hold, before any code of a student's ran."""

    layers: list[str]


def main(descriptor: int) -> None:
    """Serve the grader until it closes its end."""
    grader = socket.socket(fileno=descriptor)
    with contextlib.suppress(OSError):  # not Linux
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    importlib.util.find_spec("no_such_module")  # lists each directory of packages: a worker can't
    gc.collect()
    gc.freeze()
    with contextlib.suppress(ConnectionError):  # it was interrupted, and waits for no answer
        while True:
            data, descriptors, _, _ = socket.recv_fds(grader, 1 << 16, 2)
            if not data:
                return
            length = int.from_bytes(data[:8], "little")
            while len(data) < 8 + length:
                data += grader.recv(1 << 16)
            data = data[8:]
            grader.sendall(_obey(data, descriptors, grader).to_bytes(8, "little"))


def _obey(data: bytes, descriptors: Sequence[int], grader: socket.socket) -> int:
    """The number that answers a request: a pid, or a wait status."""
    request: Spawn | Bury = msgspec.msgpack.decode(data, type=Spawn | Bury)
    if isinstance(request, Bury):
        return _bury(request.pid)
    pid = os.fork()
    if pid == 0:
        grader.close()
        _become_worker(request, *descriptors)
    for number in descriptors:
        os.close(number)
    return pid


def _bury(pid: int) -> int:
    for kill in (os.kill, os.killpg):
        with contextlib.suppress(OSError):
            kill(pid, signal.SIGKILL)
    status = _reap(pid)
    for _ in range(MOST_GENERATIONS):
        orphans = _children()
        if not orphans:
            break
        for orphan in orphans:
            with contextlib.suppress(OSError):
                os.kill(orphan, signal.SIGKILL)
            _reap(orphan)  # its own children come next
    return status


def _reap(pid: int) -> int:
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(pid, 0)[1]
    return 0


def _children() -> list[int]:
    """Of this process, which has one worker at a time: what a dead one has left (proc(5))."""
    with contextlib.suppress(OSError):
        return [int(pid) for pid in CHILDREN.read_text().split()]
    return []


def _become_worker(request: Spawn, channel: int, output: int) -> NoReturn:
    """Never returns into the zygote, whatever happens."""
    try:
        _serve(request, channel, output)
    except BaseException:
        os._exit(70)  # sysexits.h: EX_SOFTWARE; the grader sees a worker that is gone
    os._exit(0)


def _serve(request: Spawn, channel: int, output: int) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (output, 1), (output, 2), (channel, 3)):
        os.dup2(source, target)
    settings = confine.Settings(
        readable=(*request.readable, request.root),
        memory=request.memory,
        cpu_seconds=request.cpu_seconds,
        uid=FIRST_UID + os.getpid() % UIDS if os.geteuid() == 0 else None,
        descriptors=frozenset({0, 1, 2, 3}),
        without=frozenset(request.without),
    )
    layers = confine.confine(settings)
    grader = socket.socket(fileno=3)
    protocol.send(grader, 0, wire.encode(Started(list(layers))))
    if request.targets is not None:
        protocol.send(grader, 0, wire.encode(probe.attempts(request.targets)))
        return
    os.environ |= ENVIRONMENT
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    random.seed(0)
    np.random.seed(0)

    def tell(file: str, place: str) -> None:
        protocol.send(grader, 0, wire.encode(Step(file, place)))

    files = {name: Path(file) for name, file in request.files.items()}
    worker = Worker(Path(request.root), files, request.passed, tell)
    protocol.send(grader, 0, wire.encode(Loaded(worker.stops)))
    questions = grader.makefile("rb")
    while True:
        number, message = protocol.receive(questions)
        protocol.send(grader, number, worker.answer(message))


def boot(package: str) -> str:
    """The program that starts a zygote, for `python -s -P -c`; the descriptor is its argument."""
    return (
        f"import sys; sys.path.insert(0, {package!r}); "
        "from claimgrade.calls.zygote import main; main(int(sys.argv[1]))"
    )
