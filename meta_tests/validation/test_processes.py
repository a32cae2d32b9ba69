"""Tasks in processes of their own."""

import os
import signal

from claimgrade.validation import processes


def test_every_task_gets_its_result_in_a_process_of_its_own():
    tasks = [lambda place=place: (place, os.getpid()) for place in range(5)]
    found = dict(processes.results(tasks, jobs=2, patience=60))
    assert {place: result[0] for place, result in found.items()} == {p: p for p in range(5)}
    assert len({result[1] for result in found.values()} | {os.getpid()}) == 6


def test_a_child_that_ends_has_no_result_and_stops_nobody():
    tasks = [lambda: os._exit(3), lambda: 1 / 0, lambda: os.kill(os.getpid(), signal.SIGKILL)]
    found = dict(processes.results([*tasks, lambda: "fine"], jobs=2, patience=60))
    assert found == {0: None, 1: None, 2: None, 3: "fine"}


def test_a_child_that_does_not_end_is_given_up():
    assert list(processes.results([signal.pause], jobs=1, patience=0.1)) == [(0, None)]
