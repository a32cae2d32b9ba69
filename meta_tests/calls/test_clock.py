"""What others' load takes from a student's deadline is given back, and nothing else."""

from itertools import repeat
from types import SimpleNamespace

import pytest

from claimgrade.calls import clock as clocks
from claimgrade.calls import isolated
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.clock import STARVED, TICKS, Clock, Deadline
from claimgrade.calls.isolated import Isolation

PID = 7


class Machine:
    """Its time, and what the kernel tells of one process."""

    def __init__(self, proc):
        self.now = 100.0
        self._process = proc / str(PID)
        self._process.mkdir()
        self.worked = self.waited = 0.0
        self.step()

    def step(self, works=0.0, waits=0.0, sleeps=0.0):
        """Time goes by, in which the process has a processor, waits for one, or wants none."""
        self.now += works + waits + sleeps
        self.worked += works
        self.waited += waits
        ticks = round(self.worked * TICKS)
        (self._process / "schedstat").write_text(
            f"{self.worked * 1e9:.0f} {self.waited * 1e9:.0f} 9"
        )
        (self._process / "stat").write_text(f"{PID} (a) b) S {'0 ' * 10}{ticks} 0 0 0\n")


@pytest.fixture
def machine(tmp_path, monkeypatch):
    machine = Machine(tmp_path)
    monkeypatch.setattr(clocks, "time", SimpleNamespace(monotonic=lambda: machine.now))
    return machine


@pytest.fixture
def clock(machine, tmp_path):
    return Clock(PID, tmp_path)


@pytest.mark.parametrize(
    ("passed", "given_back"),
    [
        ({"works": 3}, 0),
        ({"sleeps": 3}, 0),
        ({"works": 1, "waits": 2}, 2),
        ({"waits": 1, "sleeps": 2}, 1),
    ],
)
def test_waiting_for_a_processor_is_given_back_once(machine, clock, passed, given_back):
    machine.step(**passed)
    assert clock.starved() == pytest.approx(given_back)
    assert clock.starved() == 0


def test_a_process_whose_own_threads_take_turns_is_not_starved(machine, clock):
    machine.step(works=4)
    machine.waited += 2  # one of two threads, while the other had the processor
    machine.step()
    assert clock.starved() == 0


def test_a_process_that_is_gone_gets_nothing_back(clock, tmp_path, machine):
    (tmp_path / str(PID) / "schedstat").unlink()
    machine.now += 5
    assert clock.starved() == 0


def test_a_deadline_waits_for_whoever_was_kept_waiting(machine, clock):
    deadline = Deadline(2, clock)
    machine.step(works=1, waits=1.5)
    assert deadline.left() == pytest.approx(1)
    assert deadline.spent() == pytest.approx(1)
    machine.step(sleeps=1)
    assert deadline.left() <= 0


def test_a_deadline_does_not_wait_for_ever(machine, clock):
    deadline = Deadline(2, clock)
    for _ in range(STARVED):
        assert deadline.left() > 0
        machine.step(waits=2)
    assert deadline.left() <= 0


class Student:
    """A worker whose every call works for so long, and waits for a processor as much again."""

    def __init__(self, machine, clock, seconds):
        self.clock = clock
        self.conversation = self
        self.printed = bytearray()
        self._machine = machine
        self._seconds = seconds

    def take_turns(self):
        pass

    def say(self, messages):
        pass

    def hear(self, deadline):
        self._machine.step(works=self._seconds, waits=self._seconds)
        if deadline.left() <= 0:
            raise isolated.Late
        return b"."

    def end(self):
        return 0


@pytest.fixture
def calls(machine, clock, monkeypatch, tmp_path):
    """How many calls of one property are answered."""

    def count(seconds, examples):
        isolation = Isolation(tmp_path, {}, Deadlines(2, 20, 300), home=SimpleNamespace())
        isolation.allow_for(examples)
        isolation._process = Student(machine, clock, seconds)
        isolation.begin_property()
        answered = 0
        with pytest.raises(isolated.Stopped) as stopped:
            for _ in repeat(None):
                isolation("m.f", b"?")
                answered += 1
        return answered, stopped.value.key

    return count


@pytest.mark.parametrize(("examples", "expected"), [(20, 40), (100, 40), (300, 120)])
def test_a_property_has_as_much_time_as_it_has_examples(calls, examples, expected):
    """Half a second each, of 20 a hundred examples; what waiting took is no part of it."""
    answered, why = calls(0.5, examples)
    assert why == "time_used_up"
    assert answered == pytest.approx(expected, abs=2)


def test_a_call_has_its_seconds_however_many_examples_there_are(calls):
    assert calls(2.5, 5000) == (0, "timed_out")
