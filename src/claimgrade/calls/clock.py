"""Deadlines that others' load doesn't spend: what a worker waited for a processor is given back."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import NamedTuple

STARVED = 5  # times as long as its deadline that a worker may take, whatever else is running
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Reading(NamedTuple):
    """Seconds: of the clock, of processors' time of a process, of its waiting for a processor."""

    clock: float
    worked: float
    waited: float


class Clock:
    """How long a process has waited for a processor that others had (proc(5): schedstat, stat)."""

    def __init__(self, pid: int, proc: Path = Path("/proc")) -> None:
        self._process = proc / str(pid)
        self._last = self._read()

    def starved(self) -> float:
        """Seconds since this was asked last; a process that its own threads keep waiting is not."""
        before, self._last = self._last, self._read()
        idle = (self._last.clock - before.clock) - (self._last.worked - before.worked)
        return max(0.0, min(self._last.waited - before.waited, idle))

    def _read(self) -> Reading:
        worked = waited = 0.0
        with contextlib.suppress(OSError):  # it has ended, or this is not Linux
            _, waited_ns, _ = (self._process / "schedstat").read_text().split()
            fields = (self._process / "stat").read_text().rpartition(")")[2].split()
            worked, waited = (int(fields[11]) + int(fields[12])) / TICKS, int(waited_ns) / 1e9
        return Reading(time.monotonic(), worked, waited)


class Deadline:
    """So many seconds from now, and those more for which a process was kept from its work."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self.given_back = 0.0
        self._begun = time.monotonic()
        self.seconds = seconds
        self._clock = clock

    def left(self) -> float:
        """Seconds that are left; 0 or less where the time is up."""
        left = self.seconds - self.spent()
        if left <= 0:
            most = (STARVED - 1) * self.seconds
            self.given_back = min(self.given_back + self._clock.starved(), most)
            left = self.seconds - self.spent()
        return left

    def spent(self) -> float:
        """Seconds since it began, without what was given back."""
        return time.monotonic() - self._begun - self.given_back
