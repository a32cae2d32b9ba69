"""What a worker may use up, and what it is cut off from."""

import ctypes
import os
import resource
import signal
import socket

import pytest
from support.confinement import IS_ROOT, UNIQUE_UID, confined, only

from claimgrade.sandbox import detach, limits

GIGABYTE = 1 << 30


def limited(action, **changes):
    ended = confined(action, without=only("limits"), **changes)
    assert ended.layers == ["limits"]
    return ended


def test_every_limit_is_set_for_good():
    names = ("AS", "CPU", "FSIZE", "CORE", "NOFILE", "MEMLOCK")

    def read():
        return [resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names]

    expected = [GIGABYTE, 7, 0, 0, limits.DESCRIPTORS, 0]
    ended = limited(read, memory=GIGABYTE, cpu_seconds=7)
    assert ended.value == [[value, value] for value in expected]


def test_too_much_memory_is_a_memory_error():
    assert limited(lambda: bytearray(GIGABYTE) and None, memory=GIGABYTE).error == "MemoryError"


def test_too_much_time_is_the_end():
    def hang():
        while True:
            pass

    ended = confined(hang, without=only("limits"), cpu_seconds=1)
    assert ended.status in (-signal.SIGKILL, -signal.SIGXCPU)


def test_a_lower_limit_set_before_stays():
    def read():
        return resource.getrlimit(resource.RLIMIT_AS)[1]

    def twice():
        limits.apply(2 * GIGABYTE, 9, own_uid=False)
        return read()

    assert limited(twice, memory=GIGABYTE).value == GIGABYTE


def test_tasks_are_limited_beyond_those_there_are(monkeypatch, tmp_path):
    def read():
        return resource.getrlimit(resource.RLIMIT_NPROC)[1]

    inherited = resource.getrlimit(resource.RLIMIT_NPROC)[1]
    monkeypatch.setattr(limits, "LOADAVG", tmp_path / "loadavg")
    limits.LOADAVG.write_text("0.00 0.01 0.05 2/345 678\n")
    expected = limits.TASKS + 345
    assert limited(read).value == (expected if inherited == -1 else min(inherited, expected))
    limits.LOADAVG.unlink()
    assert limited(read).value <= 2 * limits.TASKS


def test_a_limit_that_cannot_be_set_is_not_claimed(monkeypatch):
    monkeypatch.delattr(resource, "RLIMIT_AS")
    assert confined(lambda: True, without=only("limits")).layers == []
    with pytest.raises(OSError, match="not limited: RLIMIT_AS"):
        confined_apply()


def test_a_limit_that_the_system_refuses_is_not_claimed(monkeypatch):
    def refuse(number, pair):
        if number == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    with pytest.raises(OSError, match="not limited: RLIMIT_AS"):
        confined_apply()


def confined_apply():
    """In a child, for limits last; its exception is raised here."""
    ended = confined(lambda: limits.apply(GIGABYTE, 9, own_uid=True), without=only())
    assert ended.error
    raise OSError(ended.message)


def test_without_setrlimit_nothing_is_claimed(monkeypatch):
    monkeypatch.setattr(limits, "resource", None)
    assert confined(lambda: True, without=only("limits")).layers == []


def test_the_environment_is_empty(monkeypatch):
    monkeypatch.setenv("SECRET", "seed")
    assert limited(lambda: [dict(os.environ), os.getenv("SECRET")]).value == [{}, None]


def test_only_the_descriptors_named_stay_open():
    reader, writer = os.pipe()
    with open(reader, "rb"), open(writer, "wb"), socket.socket() as inherited:

        def is_open(descriptor):
            kept = frozenset({0, 1, 2, reader})
            return not limited(lambda: os.fstat(descriptor) and None, descriptors=kept).error

        assert all(map(is_open, (0, 1, 2, reader)))
        assert not is_open(inherited.fileno())


def test_descriptors_are_closed_even_where_nobody_lists_them(monkeypatch, tmp_path):
    monkeypatch.setattr(detach, "OPEN_DESCRIPTORS", tmp_path / "missing")
    assert set(range(64)) <= detach.open_descriptors()


def test_a_worker_leads_a_session_of_its_own():
    def read():
        return [os.getsid(0) == os.getpid(), os.getpgid(0) == os.getpid()]

    assert limited(read).value == [True, True]


def test_nobody_may_look_into_its_memory():
    PR_GET_DUMPABLE = 3  # linux/prctl.h

    assert limited(lambda: detach.kernel.prctl(PR_GET_DUMPABLE)).value == 0


def test_it_is_the_first_to_be_killed_when_memory_runs_out():
    assert limited(lambda: detach.OOM_SCORE_ADJ.read_text()).value == "1000\n"


def test_it_ends_with_its_parent():
    alive, held = os.pipe()
    parent = os.fork()
    if parent == 0:
        ready, tell = os.pipe()
        if os.fork() == 0:
            detach.die_with_parent()
            os.close(ready)
            os.write(tell, b"!")
            while True:
                signal.pause()
        os.read(ready, 1)
        os._exit(0)
    os.close(held)
    os.waitpid(parent, 0)
    with open(alive, "rb") as end:
        assert end.read() == b""  # comes once the worker, who holds the other end, is gone too


def test_it_ends_with_its_parent_even_under_another_user():
    if not IS_ROOT:
        pytest.skip("only root becomes another user")
    PR_GET_PDEATHSIG = 2  # linux/prctl.h

    def read():
        number = ctypes.c_int()
        ctypes.CDLL(None).prctl(PR_GET_PDEATHSIG, ctypes.byref(number))
        return [os.getuid(), number.value]

    changes = {"uid": UNIQUE_UID, "readable": ("/usr",), "without": only("limits", "uid")}
    assert confined(read, **changes).value == [UNIQUE_UID, signal.SIGKILL]
