"""What the grader's side does with its workers: where they run, and what is left of them."""

import contextlib
import os
import sys

import numpy as np
import pytest

from claimgrade.calls import isolated as grader
from claimgrade.calls import retries
from claimgrade.calls.backends import IsolatedAccess
from claimgrade.calls.budget import Deadlines
from claimgrade.calls.processes import Zygote
from claimgrade.calls.student import Question
from claimgrade.calls.wire import decode, encode
from claimgrade.calls.worker import Absent, Answer, Call, Raised, Unreached
from claimgrade.calls.zygote import FIRST_UID, UIDS, Step
from claimgrade.sandbox import pinning
from claimgrade.sandbox.confine import LAYERS
from claimgrade.submission.submission import Submission

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")

LEAVES_A_FAMILY = """
import os, time
import numpy as np

def affine(A, b, x):
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setsid()
        for _ in range(4):
            os.fork()
        os.write(writer, f"{os.getpid()} ".encode())
        time.sleep(600)
    while len(pids := os.read(reader, 1000).split()) < 16:
        time.sleep(0.01)
        os.write(writer, b" ".join(pids) + b" ")
    return np.array([float(pid) for pid in pids])
"""
PARENT = "import os, signal\n\ndef affine(A, b, x):\n    return [float(os.getppid())]\n"
WHERE = (
    "import os\n\ndef affine(A, b, x):\n    return [float(n) for n in os.sched_getaffinity(0)]\n"
)


@pytest.fixture
def ask(toy, hand_in, monkeypatch):
    """One answer, of `entries` numbers, of a hand-in; the access stays open until the end."""
    opened = []

    def answer(text, entries, without="", zygote=None):
        monkeypatch.setenv("CLAIMGRADE_WITHOUT", without)
        submission = Submission(hand_in(text, f"work{len(opened)}"), toy.spec.modules)
        access = IsolatedAccess(toy, submission, Deadlines(), zygote)
        opened.append(access)
        access.begin_property()
        ones = np.ones((entries, 1)), np.ones(entries), np.ones(1)
        return access, access.student.affine.affine(*ones)

    yield answer
    for access in opened:
        access.close()


def test_what_a_worker_leaves_is_buried_with_it(ask):
    access, pids = ask(LEAVES_A_FAMILY, 16, without="seccomp")
    family = [int(pid) for pid in pids]
    assert all(os.path.exists(f"/proc/{pid}") for pid in family)
    access._isolation._end()
    assert not [pid for pid in family if os.path.exists(f"/proc/{pid}")]


def test_a_worker_of_root_is_nobody_else(ask):
    """Where it can be: its user must get at the interpreter."""
    text = "import os\n\ndef affine(A, b, x):\n    return [float(os.getuid())]\n"
    uid = ask(text, 1)[1][0]
    taken = range(FIRST_UID, FIRST_UID + UIDS) if os.getuid() == 0 else ()
    assert uid in (os.getuid(), *taken)


@pytest.fixture
def zygote():
    with contextlib.closing(Zygote()) as zygote:
        yield zygote


def test_one_zygote_forks_the_workers_of_one_submission_after_the_other(ask, zygote):
    first, parent = ask(PARENT, 1, zygote=zygote)
    first.close()
    assert ask(PARENT, 1, zygote=zygote)[1] == parent == [zygote._process.pid]


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGSTOP"])
def test_a_zygote_that_is_killed_or_stopped_from_below_is_replaced(ask, zygote, signal):
    before = zygote._process.pid
    text = f"{PARENT}\ndef slope(A):\n    os.kill(os.getppid(), signal.{signal})\n    return A\n"
    access, parent = ask(text, 1, ",".join(LAYERS), zygote)
    assert parent == [before]
    assert access.student.affine.slope(np.ones((1, 1))) == 1
    zygote._control.settimeout(0.5)  # for one that is stopped we wait so long
    access.close()
    assert ask(PARENT, 1, zygote=zygote)[1] == [zygote._process.pid] != [before]


@pytest.fixture
def isolated(tmp_path, zygote, monkeypatch):
    """Files in a process of their own, by module, with half a second to load each."""
    monkeypatch.setattr(grader, "LOADING", 0.5)
    monkeypatch.setattr(grader, "MEMORY", 1 << 30)

    def opened(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_text(text)
        files = {name: tmp_path / f"{name}.py" for name in texts}
        return grader.Isolation(tmp_path, files, Deadlines(10.0, 20.0, 60.0), home=zygote)

    return opened


def f_of(isolation, module):
    """What f() of a module answers."""
    message = encode(Call(module, "f", "f", []))
    return decode(isolation(f"{module}.f", message), Absent | Answer | Raised | Unreached)


F = "def f():\n    return 6\n"
HANGS = "while True:\n    pass\n"


def test_a_slow_file_costs_itself_and_is_named(isolated):
    with contextlib.closing(isolated(one=F + HANGS, two=HANGS + F, three=F)) as isolation:
        assert f_of(isolation, "three").value == f_of(isolation, "one").value == 6
        assert f_of(isolation, "two").stop.details() == {
            "file": "two.py", "line": "1", "why": "0.5"
        }  # fmt: skip
        assert [(stop.reason, stop.file) for stop in isolation.stops] == [
            ("late", "one.py"), ("late", "two.py")
        ]  # fmt: skip


def test_a_slow_file_that_another_imports_is_stopped_by_itself(isolated):
    uses = "from two import f, g\n"
    with contextlib.closing(isolated(one=uses, two=F + HANGS + "g = 3\n")) as isolation:
        assert f_of(isolation, "one").value == f_of(isolation, "two").value == 6
        assert [stop.file for stop in isolation.stops] == ["two.py", "one.py"]


def test_loading_is_no_part_of_the_time_for_a_property(isolated):
    with contextlib.closing(isolated(one=F + HANGS)) as isolation:
        isolation._budget.deadlines = Deadlines(10.0, 0.4, 60.0)
        isolation.begin_property()
        assert f_of(isolation, "one").value == 6


@pytest.mark.parametrize(
    "end, key", [("os._exit(3)", "process_ended"), ("time.sleep(600)", "timed_out")]
)
def test_of_questions_asked_together_the_one_is_named_that_has_no_answer(isolated, end, key):
    """The answers before it are there, and whoever waits for others can ask for them."""
    text = f"import os, time\ndef f(n):\n    return n\ndef g(n):\n    {end}\n"
    asked = [("f", 1), ("f", 2), ("g", 3), ("f", 4)]
    questions = [
        Question(f"one.{name}", encode(Call("one", name, name, [number]))) for name, number in asked
    ]
    with contextlib.closing(isolated(one=text)) as isolation:
        isolation._budget.deadlines = Deadlines(0.5, 20.0, 60.0)
        *answers, stopped = isolation.ask_all(questions)
        assert [decode(answer, Answer).value for answer in answers] == [1, 2]
        assert (stopped.key, stopped.details["function"]) == (key, "g")
        (answer,) = isolation.ask_all(questions[3:])
        assert decode(answer, Answer).value == 4


def test_workers_that_fail_before_or_behind_every_file_are_no_more_started():
    failures = retries.Failures(1)
    for _ in range(retries.PATIENCE):
        assert not failures.are_too_many()
        failures.add(Step("", ""), "ended", "SIGKILL")
    assert failures.are_too_many()


def test_what_it_takes_to_find_out_where_files_fail_is_bounded():
    failures, count = retries.Failures(3), 0
    while not failures.are_too_many():
        failures.add(Step(f"{count % 3}.py", f"{count % 3}.py:{count}"), "late", "10")
        count += 1
    assert count == 3 * retries.PATIENCE + 1


@pytest.mark.parametrize(
    "message",
    [b"", encode(Step("other.py", "a")), encode(3), encode(Step("one.py", "a"))[:-1]],
)
def test_a_worker_that_tells_nonsense_while_it_loads_is_ended(isolated, message):
    forged = f"import struct, os\nos.write(3, struct.pack('<IQ', {len(message)}, 0) + {message})\n"
    with contextlib.closing(isolated(one=forged + F)) as isolation:
        assert f_of(isolation, "one").stop.reason == "ended"


def test_grader_and_worker_share_a_processor_until_the_end(ask):
    everywhere = os.sched_getaffinity(0)
    access, where = ask(WHERE, 1)
    assert os.sched_getaffinity(0) == {int(where[0])}
    access.begin_property()
    assert len(os.sched_getaffinity(0)) == 1
    access._isolation.close()
    assert os.sched_getaffinity(0) == everywhere


def test_where_the_worker_cannot_be_bound_the_grader_is_not(monkeypatch):
    bound = []

    def refuse(process, processors):
        bound.append(process)
        if process:
            raise PermissionError

    monkeypatch.setattr(os, "sched_setaffinity", refuse)
    pinning.share(12345)
    assert bound == [0, 12345]  # set free, tried, left free
