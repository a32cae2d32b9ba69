"""A deadline ends what takes too long, and leaves nothing set behind."""

import gc
import itertools
import signal
import sys
from types import SimpleNamespace

import pytest

from claimgrade import alarm

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")


def endless():
    while True:
        pass


def test_what_takes_too_long_is_ended():
    with pytest.raises(TimeoutError, match="no answer in time"), alarm.deadline(0.01):
        endless()


def test_what_gets_no_processor_is_given_more_time(monkeypatch):
    monkeypatch.setattr(alarm, "AGAIN", 0.01)
    clock = itertools.count()
    busy = SimpleNamespace(monotonic=lambda: next(clock) * 0.01, process_time=lambda: 0.0)
    monkeypatch.setattr(alarm, "time", busy)
    with pytest.raises(TimeoutError), alarm.deadline(0.01):
        endless()
    assert next(clock) == alarm.STARVED + 1


def test_nothing_is_left_of_it():
    before = signal.getsignal(signal.SIGALRM)
    with alarm.deadline(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_where_the_exception_is_swallowed_the_next_one_comes(monkeypatch):
    monkeypatch.setattr(alarm, "AGAIN", 0.1)
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    swallowed = []

    def waits(phase, info):
        if not swallowed:
            swallowed.append(phase)
            endless()

    gc.callbacks.append(waits)
    try:
        with pytest.raises(TimeoutError), alarm.deadline(0.2):  # it collects before that
            gc.collect()
            endless()
    finally:
        gc.callbacks.remove(waits)
    assert swallowed
