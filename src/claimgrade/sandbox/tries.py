"""What a confined worker tries: each function raises, or says so, where it is stopped."""

from __future__ import annotations

import contextlib
import mmap
import os
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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


def gets_through(attempt: Callable[[Targets], object], targets: Targets) -> bool:
    """Whether nothing has stopped it."""
    try:
        return attempt(targets) is not False
    except (OSError, ValueError, AttributeError, NameError):  # refused, or no such thing here
        return False


def read_file(targets: Targets) -> None:
    Path(targets.file).read_bytes()


def list_directory(targets: Targets) -> None:
    os.listdir(targets.directory)


def write_file(targets: Targets) -> None:
    write_in(targets.directory)


def write_tmp(_: Targets) -> None:
    write_in("/tmp")


def write_shm(_: Targets) -> None:
    write_in("/dev/shm")


def write_in(directory: str) -> None:
    file = Path(directory, f"claimgrade-canary-{os.getpid()}")
    file.touch(exist_ok=False)
    file.unlink()


def change_mode(targets: Targets) -> None:
    os.chmod(targets.own_file, stat.S_IMODE(os.stat(targets.own_file).st_mode))


def append_to_package(targets: Targets) -> None:
    with open(targets.package_file, "ab"):
        pass  # to have opened it is enough


def connect_tcp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as peer:
        peer.connect((LOOPBACK, targets.tcp_port))


def send_udp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.sendto(b"?", (LOOPBACK, targets.udp_port))


def connect_abstract(targets: Targets) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
        peer.connect(f"\0{targets.abstract_socket}")


def fork(_: Targets) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def exec(targets: Targets) -> bool:
    """In a child that tells of a failure; if none can be had, with a program that isn't there."""
    if not gets_through(fork, targets):
        return reaches_exec()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        become_another_program(writer)
    os.close(writer)
    with open(reader, "rb") as answer:
        refused = answer.read()
    os.waitpid(child, 0)
    return not refused


def reaches_exec() -> bool:
    with contextlib.suppress(FileNotFoundError):  # the kernel looked for it: it was allowed to
        os.execv(NOWHERE, [NOWHERE])
    return True


def become_another_program(tell: int) -> None:
    """The descriptor is closed by the exec, or written to if there was none."""
    os.close(1)
    os.close(2)
    for program in (sys.executable, *PROGRAMS):
        with contextlib.suppress(OSError):
            os.execv(program, [program, "--version"])
    os.write(tell, b"refused")
    os._exit(0)


def memfd(_: Targets) -> None:
    os.close(os.memfd_create("canary"))


def signal_grader(targets: Targets) -> None:
    os.kill(targets.grader, 0)


def read_grader_environment(targets: Targets) -> None:
    os.close(os.open(f"/proc/{targets.grader}/environ", os.O_RDONLY))


def read_grader_memory(targets: Targets) -> None:
    os.close(os.open(f"/proc/{targets.grader}/mem", os.O_RDONLY))


def trace_grader(targets: Targets) -> None:
    """Attached without stopping it; stopped only to be let go at once."""
    kernel.call("ptrace", PTRACE_SEIZE, targets.grader, 0, 0)
    kernel.call("ptrace", PTRACE_INTERRUPT, targets.grader, 0, 0)
    os.waitpid(targets.grader, WALL)
    kernel.call("ptrace", PTRACE_DETACH, targets.grader, 0, 0)


def own_descriptor_signals(targets: Targets) -> None:
    """Signals of a descriptor (F_SETOWN, then O_ASYNC) sent to the grader."""
    reader, writer = os.pipe()
    try:
        fcntl.fcntl(reader, fcntl.F_SETOWN, targets.grader)
        fcntl.fcntl(reader, fcntl.F_SETOWN, 0)
    finally:
        os.close(reader)
        os.close(writer)


def raise_limits(_: Targets) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard + 1))


def take_memory(_: Targets) -> None:
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS  # what is only read isn't set aside anywhere
    mmap.mmap(-1, TOO_MUCH_MEMORY, flags, mmap.PROT_READ).close()


def read_environment(_: Targets) -> bool:
    inherited = b""
    with contextlib.suppress(OSError):
        inherited = Path("/proc/self/environ").read_bytes()
    return bool(os.environ or inherited.strip(b"\0"))


def find_descriptors(targets: Targets) -> bool:
    for descriptor in set(range(DESCRIPTORS)) - targets.descriptors:
        with contextlib.suppress(OSError):
            os.fstat(descriptor)
            return True
    return False
