"""A deadline ends what takes too long, and leaves nothing set behind."""

import contextlib
import gc
import itertools
import signal
import sys
from types import SimpleNamespace

import pytest

from claimgrade.calls import alarm
from claimgrade.validation import processes

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
too_late = pytest.raises(TimeoutError, match="no answer in time")


def endless():
    while True:
        pass


@pytest.fixture
def ticking():
    with alarm.ticking(0.01):
        yield


def test_what_takes_too_long_is_ended_and_what_comes_next_has_its_own_time(ticking):
    for _ in range(2):
        with too_late, alarm.deadline(0.05):
            endless()
    with alarm.deadline(60):
        signal.pause()  # until the next tick


def test_a_deadline_holds_for_what_has_one_of_its_own(ticking):
    with too_late, alarm.deadline(0.05), alarm.deadline(60):
        endless()


def test_without_a_deadline_nothing_is_ended(ticking):
    with contextlib.suppress(ZeroDivisionError), alarm.deadline(0.001):
        raise ZeroDivisionError
    signal.pause()


def test_what_gets_no_processor_is_given_more_time(ticking, monkeypatch):
    clock = itertools.count()
    busy = SimpleNamespace(monotonic=lambda: next(clock) * 0.01, process_time=lambda: 0.0)
    monkeypatch.setattr(alarm, "time", busy)
    with too_late, alarm.deadline(0.01):
        endless()
    assert next(clock) == alarm.STARVED + 1


def late_in_a_fork():
    with too_late, alarm.deadline(0.01):
        endless()
    return signal.getitimer(signal.ITIMER_REAL)


def test_where_none_ticks_as_in_a_fork_it_has_a_timer_of_its_own(ticking):
    assert list(processes.results([late_in_a_fork], 1, 60)) == [(0, (0, 0))]


def test_nothing_is_left_of_it(ticking):
    before = signal.getsignal(signal.SIGALRM)
    with alarm.ticking(60):
        assert signal.getitimer(signal.ITIMER_REAL)[1] == 60
    assert signal.getitimer(signal.ITIMER_REAL)[1] == 0.01
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.fixture
def collects_when_told():
    """No garbage collection but those that are asked for."""
    gc.disable()
    yield
    gc.enable()


def test_where_the_exception_is_swallowed_the_next_one_comes(
    ticking, monkeypatch, collects_when_told
):
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    swallowed = []

    def waits(phase, info):
        if not swallowed:
            swallowed.append(phase)
            endless()

    gc.callbacks.append(waits)
    try:
        with too_late, alarm.deadline(0.2):
            gc.collect()
            endless()
    finally:
        gc.callbacks.remove(waits)
    assert swallowed
