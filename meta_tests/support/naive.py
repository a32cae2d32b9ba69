"""What attacks do to a naive grader: one that runs them in its own process, and believes them.

Each in a fork of an interpreter that has everything loaded, as graders have. As a program, that
interpreter: reads requests, one JSON line each, and answers with what came of them.
"""

import atexit
import contextlib
import importlib
import json
import os
import pickle
import resource
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

TOY = Path(__file__).parents[1] / "toy"
MEMORY = 1 << 30  # more is not to be had, so that no attack is a danger to the machine
CHANNEL = 3  # the descriptor on which a grader tells its verdicts
NOT_FAILURES = {  # what a grader who goes by names lets pass
    "Skipped", "XFailed", "Exit", "SkipTest", "UnsatisfiedAssumption", "StopTest",
    "KeyboardInterrupt", "SystemExit",
}  # fmt: skip


class Ended(NamedTuple):
    """How a naive grading ended.

    `told` are its verdicts as they arrived, `memory` in bytes at the peak, `output` is the
    beginning of what was printed, `printed` its length; `terminal` what came to the one who asked.
    """

    told: str
    memory: int
    is_stuck: bool
    output: str
    printed: int
    terminal: str

    def effects(self):
        """What an attack has achieved, as sentences."""
        if self.is_stuck:
            yield "it is stuck"
        elif not self.told:
            yield "it ended before it told a verdict"
        else:
            yield from self._verdicts()
        if self.printed > 1 << 20:
            yield f"{self.printed} bytes are printed"
        if self.memory > 1 << 29:
            yield f"{self.memory} bytes are taken"
        if self.terminal:
            yield f"a terminal says {self.terminal}"

    def _verdicts(self):
        try:
            verdicts = set(json.loads(self.told))
        except ValueError:
            yield "what it told was garbled"
        else:
            yield from (f"a property is {verdict}" for verdict in verdicts & {"held", "skipped"})


class Graders:
    """Naive gradings, one after the other; `terminal` is the file that stands for one."""

    def __init__(self, terminal):
        self._terminal = terminal
        with terminal.open("a") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-I", __file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
                text=True,
            )

    def grade(self, directory, module, output, environment, patience):
        """Grade a module of this directory; after so many seconds it counts as stuck."""
        request = [str(directory), module, str(output), environment, patience]
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        terminal = self._terminal.read_text("utf-8")
        os.truncate(self._terminal, 0)
        with output.open("rb") as file:
            printed = file.read(100_000).decode("utf-8", "replace")
        return Ended(*ended, printed, output.stat().st_size, terminal)

    def close(self):
        self._process.communicate()


def _serve():
    import hypothesis
    import pytest

    import claimgrade.session.hooks  # noqa: F401

    sys.path.insert(0, str(TOY))
    import reference.affine

    assert hypothesis and pytest and reference
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(_supervise(*json.loads(line))) + "\n")
        answers.flush()


def _supervise(directory, module, output, environment, patience):
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        os.setsid()
        printing = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for source, target in ((printing, 1), (printing, 2), (theirs.fileno(), CHANNEL)):
            os.dup2(source, target)
        os.closerange(CHANNEL + 1, 256)
        _grade(directory, module, environment)
    theirs.close()
    told, used = _heard(ours, pid, patience)
    ours.close()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    is_stuck = used is None
    memory = (os.wait4(pid, 0)[2] if is_stuck else used).ru_maxrss * 1024
    return told.decode("utf-8", "replace"), memory, is_stuck


def _heard(channel, pid, patience):
    """What came by a channel until a process has ended, and what it used; None if it goes on."""
    told, deadline = b"", time.monotonic() + patience
    while time.monotonic() < deadline:
        if select.select([channel], [], [], 0.01)[0] and len(told) < 1 << 20:
            told += channel.recv(1 << 16)
        found, _, used = os.wait4(pid, os.WNOHANG)
        if found:
            with contextlib.suppress(BlockingIOError):
                told += channel.recv(1 << 16, socket.MSG_DONTWAIT)
            return told, used
    return told, None


def _grade(directory, module, environment):
    """A grading; it never returns into the server."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.chdir(directory)
    os.environ |= {**environment, "PYTEST_CURRENT_TEST": "a property (call)"}
    sys.argv = ["pytest", f"--assignment={TOY}"]
    sys.path.insert(0, directory)
    verdicts = list(_verdicts(module))
    os.write(CHANNEL, json.dumps(verdicts).encode())
    sys.stdout.flush()
    threading._shutdown()  # as an interpreter ends, but for the cost of taking it apart
    atexit._run_exitfuncs()
    os._exit(0)


def _verdicts(name):
    import numpy as np

    from reference import affine as reference

    A, b, x = np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1.0, 0, 2]), np.array([1.0, -1])
    try:
        student = importlib.import_module(name)
    except BaseException as error:
        yield _named(error)
        return
    for function, arguments in (("affine", (A, b, x)), ("slope", (A,))):
        yield _verdict(student, function, arguments, getattr(reference, function))


def _verdict(student, function, arguments, reference):
    required = right = reference(*arguments)
    try:
        yours = getattr(student, function)(*arguments)
    except BaseException as error:
        return _named(error)
    with contextlib.suppress(Exception):
        print(yours)
        pickle.loads(pickle.dumps(yours))
    right = reference(*arguments)
    return "held" if any(_agree(yours, each) for each in (required, right)) else "failed"


def _named(error):
    with contextlib.suppress(Exception):
        print(f"{type(error).__name__}: {error}")
    return "skipped" if type(error).__name__ in NOT_FAILURES else "raised"


def _agree(yours, required):
    """As graders compare who trust what they are given."""
    import numpy as np

    for judge in (
        lambda: np.allclose(yours, required),
        lambda: not np.any(np.abs(yours - required) > 1e-9),
        lambda: np.all(yours == required),
        lambda: yours == required,
        lambda: all(abs(y - r) < 1e-9 for y, r in zip(np.ravel(yours), np.ravel(required))),  # noqa: B905
    ):
        with contextlib.suppress(Exception):
            if judge():
                return True
    return False


if __name__ == "__main__":
    _serve()
