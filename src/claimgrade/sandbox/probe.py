"""Tries, inside a confined worker, what no submission must be able to do.

What got through decides the level that a result is marked with, whatever the layers claim:
A, nothing; B, something, but reference, grader files and grader process are out of reach; C, at
least one of those is within reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from . import tries
from .tries import Targets

Level = Literal["A", "B", "C"]


def attempts(targets: Targets) -> dict[str, bool]:
    """Every attempt, and whether it got through."""
    return {name: tries.gets_through(case.attempt, targets) for name, case in _CASES.items()}


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


class _Case(NamedTuple):
    attempt: Callable[[Targets], object]
    stopped_by: str
    reaches_the_grade: bool = False


_CASES = {
    "read_file": _Case(tries.read_file, "landlock", True),
    "list_directory": _Case(tries.list_directory, "landlock", True),
    "read_grader_environment": _Case(tries.read_grader_environment, "landlock", True),
    "read_grader_memory": _Case(tries.read_grader_memory, "landlock", True),
    "write_file": _Case(tries.write_file, "seccomp", True),
    "change_mode": _Case(tries.change_mode, "seccomp", True),
    "append_to_package": _Case(tries.append_to_package, "seccomp", True),
    "signal_grader": _Case(tries.signal_grader, "seccomp", True),
    "trace_grader": _Case(tries.trace_grader, "seccomp", True),
    "own_descriptor_signals": _Case(tries.own_descriptor_signals, "seccomp"),
    "write_tmp": _Case(tries.write_tmp, "seccomp"),
    "write_shm": _Case(tries.write_shm, "seccomp"),
    "connect_tcp": _Case(tries.connect_tcp, "seccomp"),
    "send_udp": _Case(tries.send_udp, "seccomp"),
    "connect_abstract": _Case(tries.connect_abstract, "seccomp"),
    "fork": _Case(tries.fork, "seccomp"),
    "exec": _Case(tries.exec, "seccomp"),
    "memfd": _Case(tries.memfd, "seccomp"),
    "raise_limits": _Case(tries.raise_limits, "seccomp"),
    "read_environment": _Case(tries.read_environment, "limits", True),
    "find_descriptors": _Case(tries.find_descriptors, "limits", True),
    "take_memory": _Case(tries.take_memory, "limits", True),
}

STOPPED_BY = {name: case.stopped_by for name, case in _CASES.items()}
REACH_THE_GRADE = frozenset(name for name, case in _CASES.items() if case.reaches_the_grade)
NEEDS = {
    "landlock": "Landlock (Linux 5.13 or newer, x86-64 or aarch64, among the kernel's active LSMs)",
    "seccomp": "seccomp filters (Linux 3.5 or newer, x86-64 or aarch64, allowed by the container)",
    "limits": "resource limits, an emptied environment and closed descriptors (Linux)",
}
