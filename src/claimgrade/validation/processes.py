"""Work in forked child processes, a few at a time, each with one task and one result."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import TypeVar

Result = TypeVar("Result")

_fork = multiprocessing.get_context("fork")


def results(
    tasks: Sequence[Callable[[], Result]], jobs: int, patience: float
) -> Iterator[tuple[int, Result | None]]:
    """(place in `tasks`, its result) as they come, at most `jobs` tasks at a time.

    None where the child ended without a result; after `patience` seconds without any result, the
    children that run are killed.
    """
    waiting = list(enumerate(tasks))[::-1]
    running: dict[Connection, tuple[int, ForkProcess]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            place, task = waiting.pop()
            channel, child = _start(task)
            running[channel] = place, child
        for channel in _ready(list(running), patience):
            place, child = running.pop(channel)
            result: Result | None = None
            if channel.poll():
                with contextlib.suppress(EOFError):
                    result = channel.recv()
            child.kill()
            child.join()
            channel.close()
            yield place, result


def _ready(channels: list[Connection], patience: float) -> list[Connection]:
    """Those on which something has come, or all of them once nothing has for too long."""
    ready = wait(channels, patience)
    return [channel for channel in channels if channel in ready] or channels


def _start(task: Callable[[], object]) -> tuple[Connection, ForkProcess]:
    ours, theirs = _fork.Pipe(duplex=False)
    child = _fork.Process(target=_answer, args=(task, theirs), daemon=True)
    child.start()
    theirs.close()
    return ours, child


def _answer(task: Callable[[], object], channel: Connection) -> None:
    gc.disable()  # looking through what is inherited would copy all of its memory
    channel.send(task())
