"""Tries, inside a confined worker, what no submission must be able to do.

What got through decides the level that a result is marked with, whatever the layers claim:
A, nothing; B, something, but reference, grader files and grader process are out of reach; C, at
least one of those is within reach.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import socket
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from . import kernel

try:
    import fcntl
    import resource
except ImportError:  # not a POSIX system: what they would try can't be tried
    pass

# linux/ptrace.h, linux/wait.h
PTRACE_DETACH, PTRACE_SEIZE, PTRACE_INTERRUPT = 17, 0x4206, 0x4207
WALL = 0x40000000

LOOPBACK = "127.0.0.1"
NOWHERE = "/nonexistent/program"
PROGRAMS = ("/bin/true", "/usr/bin/true")
TOO_MUCH_MEMORY = 1 << 40
DESCRIPTORS = 1024  # looked at: what a process may open where nobody has set another limit

Level = Literal["A", "B", "C"]


class Targets(NamedTuple):
    """What the grader lays out: its process, files that are not for the worker, and listeners.

    `file` and `directory` with the permissions that the reference has; `package_file` belongs to
    an installed package, `own_file` to the grader; `descriptors` are the ones that the worker is
    meant to have.
    """

    grader: int
    file: str
    directory: str
    package_file: str
    own_file: str
    tcp_port: int
    udp_port: int
    abstract_socket: str
    descriptors: frozenset[int] = frozenset({0, 1, 2})


def attempts(targets: Targets) -> dict[str, bool]:
    """Every attempt, and whether it got through."""
    return {name: _gets_through(case.attempt, targets) for name, case in _CASES.items()}


def level(through: Iterable[str]) -> Level:
    """The level of a worker in which these attempts, and no others, got through."""
    names = set(through)
    if not names:
        return "A"
    return "C" if names & REACH_THE_GRADE else "B"


def missing_layers(through: Iterable[str]) -> dict[str, str]:
    """For each of these attempts, the layer that should have stopped it."""
    return {name: STOPPED_BY[name] for name in through}


def explanation(through: Iterable[str]) -> str:
    """What level A would need, and why: a sentence, or "" if nothing got through."""
    missing = missing_layers(through)
    if not missing:
        return ""
    needs = " and ".join(NEEDS[layer] for layer in NEEDS if layer in missing.values())
    return f"level A needs {needs}; not stopped: {', '.join(missing)}"


def _gets_through(attempt: Callable[[Targets], object], targets: Targets) -> bool:
    try:
        return attempt(targets) is not False
    except (OSError, ValueError, AttributeError, NameError):  # refused, or no such thing here
        return False


def _read_file(targets: Targets) -> None:
    Path(targets.file).read_bytes()


def _list_directory(targets: Targets) -> None:
    os.listdir(targets.directory)


def _write_file(targets: Targets) -> None:
    _write_in(targets.directory)


def _write_tmp(_: Targets) -> None:
    _write_in("/tmp")


def _write_shm(_: Targets) -> None:
    _write_in("/dev/shm")


def _write_in(directory: str) -> None:
    file = Path(directory, f"claimgrade-canary-{os.getpid()}")
    file.touch(exist_ok=False)
    file.unlink()


def _change_mode(targets: Targets) -> None:
    os.chmod(targets.own_file, stat.S_IMODE(os.stat(targets.own_file).st_mode))


def _append_to_package(targets: Targets) -> None:
    with open(targets.package_file, "ab"):
        pass  # to have opened it is enough


def _connect_tcp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as peer:
        peer.connect((LOOPBACK, targets.tcp_port))


def _send_udp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.sendto(b"?", (LOOPBACK, targets.udp_port))


def _connect_abstract(targets: Targets) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        peer.connect(f"\0{targets.abstract_socket}")


def _fork(_: Targets) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _exec(targets: Targets) -> bool:
    """In a child that tells of a failure; if none can be had, with a program that isn't there."""
    if not _gets_through(_fork, targets):
        return _reaches_exec()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _become_another_program(writer)
    os.close(writer)
    with open(reader, "rb") as answer:
        refused = answer.read()
    os.waitpid(child, 0)
    return not refused


def _reaches_exec() -> bool:
    with contextlib.suppress(FileNotFoundError):  # the kernel looked for it: it was allowed to
        os.execv(NOWHERE, [NOWHERE])
    return True


def _become_another_program(tell: int) -> None:
    """The descriptor is closed by the exec, or written to if there was none."""
    os.close(1)
    os.close(2)
    for program in (sys.executable, *PROGRAMS):
        with contextlib.suppress(OSError):
            os.execv(program, [program, "--version"])
    os.write(tell, b"refused")
    os._exit(0)


def _memfd(_: Targets) -> None:
    os.close(os.memfd_create("canary"))


def _signal_grader(targets: Targets) -> None:
    os.kill(targets.grader, 0)


def _read_grader_environment(targets: Targets) -> None:
    os.close(os.open(f"/proc/{targets.grader}/environ", os.O_RDONLY))


def _read_grader_memory(targets: Targets) -> None:
    os.close(os.open(f"/proc/{targets.grader}/mem", os.O_RDONLY))


def _trace_grader(targets: Targets) -> None:
    """Attached without stopping it; stopped only to be let go at once."""
    kernel.call("ptrace", PTRACE_SEIZE, targets.grader, 0, 0)
    kernel.call("ptrace", PTRACE_INTERRUPT, targets.grader, 0, 0)
    os.waitpid(targets.grader, WALL)
    kernel.call("ptrace", PTRACE_DETACH, targets.grader, 0, 0)


def _own_descriptor_signals(targets: Targets) -> None:
    """Signals of a descriptor (F_SETOWN, then O_ASYNC) sent to the grader."""
    reader, writer = os.pipe()
    try:
        fcntl.fcntl(reader, fcntl.F_SETOWN, targets.grader)
        fcntl.fcntl(reader, fcntl.F_SETOWN, 0)
    finally:
        os.close(reader)
        os.close(writer)


def _raise_limits(_: Targets) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard + 1))


def _take_memory(_: Targets) -> None:
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS  # what is only read isn't set aside anywhere
    mmap.mmap(-1, TOO_MUCH_MEMORY, flags, mmap.PROT_READ).close()


def _read_environment(_: Targets) -> bool:
    inherited = b""
    with contextlib.suppress(OSError):
        inherited = Path("/proc/self/environ").read_bytes()
    return bool(os.environ or inherited.strip(b"\0"))


def _find_descriptors(targets: Targets) -> bool:
    for descriptor in set(range(DESCRIPTORS)) - targets.descriptors:
        with contextlib.suppress(OSError):
            os.fstat(descriptor)
            return True
    return False


class _Case(NamedTuple):
    attempt: Callable[[Targets], object]
    stopped_by: str
    reaches_the_grade: bool = False


_CASES = {
    "read_file": _Case(_read_file, "landlock", True),
    "list_directory": _Case(_list_directory, "landlock", True),
    "read_grader_environment": _Case(_read_grader_environment, "landlock", True),
    "read_grader_memory": _Case(_read_grader_memory, "landlock", True),
    "write_file": _Case(_write_file, "seccomp", True),
    "change_mode": _Case(_change_mode, "seccomp", True),
    "append_to_package": _Case(_append_to_package, "seccomp", True),
    "signal_grader": _Case(_signal_grader, "seccomp", True),
    "trace_grader": _Case(_trace_grader, "seccomp", True),
    "own_descriptor_signals": _Case(_own_descriptor_signals, "seccomp"),
    "write_tmp": _Case(_write_tmp, "seccomp"),
    "write_shm": _Case(_write_shm, "seccomp"),
    "connect_tcp": _Case(_connect_tcp, "seccomp"),
    "send_udp": _Case(_send_udp, "seccomp"),
    "connect_abstract": _Case(_connect_abstract, "seccomp"),
    "fork": _Case(_fork, "seccomp"),
    "exec": _Case(_exec, "seccomp"),
    "memfd": _Case(_memfd, "seccomp"),
    "raise_limits": _Case(_raise_limits, "seccomp"),
    "read_environment": _Case(_read_environment, "limits", True),
    "find_descriptors": _Case(_find_descriptors, "limits", True),
    "take_memory": _Case(_take_memory, "limits", True),
}

STOPPED_BY = {name: case.stopped_by for name, case in _CASES.items()}
REACH_THE_GRADE = frozenset(name for name, case in _CASES.items() if case.reaches_the_grade)
NEEDS = {
    "landlock": "Landlock (Linux 5.13 or newer, x86-64 or aarch64, among the kernel's active LSMs)",
    "seccomp": "seccomp filters (Linux 3.5 or newer, x86-64 or aarch64, allowed by the container)",
    "limits": "resource limits, an emptied environment and closed descriptors (Linux)",
}
