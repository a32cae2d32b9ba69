"""Whatever a worker sends, the grader answers with an exception of three, in time."""

import contextlib
import os
import socket
import struct
import threading

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgrade.assignment.spec import Function
from claimgrade.calls import protocol, wire
from claimgrade.calls.clock import Clock, Deadline
from claimgrade.calls.failures import Crashed, Fails, Missing, Stopped
from claimgrade.calls.protocol import Closed, Conversation, Late, Violation
from claimgrade.calls.student import Student, channel_of

HEADER = struct.Struct("<IQ")


class Pair:
    """A conversation, and the worker's ends of its two channels."""

    def __init__(self):
        ours, self.theirs = socket.socketpair()
        self.output, self.printing = os.pipe()
        os.set_blocking(self.output, False)
        self.heard = bytearray()
        self.conversation = Conversation(ours, self.output, self._overhear)
        self.questions = self.theirs.makefile("rb")

    def ask(self, question, deadline):
        self.conversation.say([question])
        return self.conversation.hear(deadline)

    def _overhear(self):
        data = os.read(self.output, 1 << 16)
        self.heard += data
        return bool(data)

    def leave(self):
        self.questions.close()
        self.theirs.close()

    def close(self):
        self.conversation.close()
        self.leave()
        os.close(self.output)
        os.close(self.printing)


@pytest.fixture
def pair():
    pair = Pair()
    yield pair
    pair.close()


def within(seconds):
    return Deadline(seconds, Clock(os.getpid()))


def soon():
    return within(5)


def test_a_question_gets_its_answer(pair):
    def worker():
        number, question = protocol.receive(pair.questions)
        protocol.send(pair.theirs, number, question[::-1])

    thread = threading.Thread(target=worker)
    thread.start()
    assert pair.ask(b"abc", soon()) == b"cba"
    thread.join()


def test_a_long_question_and_a_long_answer_pass_in_pieces(pair):
    long = os.urandom(3 << 20)

    def worker():
        number, question = protocol.receive(pair.questions)
        protocol.send(pair.theirs, number, question)

    thread = threading.Thread(target=worker)
    thread.start()
    assert pair.ask(long, soon()) == long
    thread.join()


def test_questions_wait_for_their_answers_together(pair):
    """Also more of them than fit in between, while nobody reads the answers."""
    asked = [bytes([number]) * (number << 12) for number in range(100)]

    def worker():
        for _ in asked:
            number, question = protocol.receive(pair.questions)
            protocol.send(pair.theirs, number, question)

    thread = threading.Thread(target=worker)
    thread.start()
    pair.conversation.say(asked)
    assert [pair.conversation.hear(soon()) for _ in asked] == asked
    thread.join()


def test_of_many_questions_the_one_is_late_that_is_not_answered(pair):
    pair.conversation.say([b"1", b"2", b"3"])
    for number in (1, 2):
        pair.theirs.sendall(HEADER.pack(1, number) + b"!")
        assert pair.conversation.hear(soon()) == b"!"
    with pytest.raises(Late):
        pair.conversation.hear(within(0.01))


def test_output_is_heard_while_waiting(pair):
    os.write(pair.printing, b"printed")
    pair.theirs.sendall(HEADER.pack(1, 0) + b"x")
    while not pair.heard:
        pair.conversation.listen(soon())
        pair.theirs.sendall(HEADER.pack(1, 0) + b"x")
    assert pair.heard == b"printed"


def test_an_answer_before_the_question_is_a_violation(pair):
    pair.theirs.sendall(HEADER.pack(2, 1) + b"no")
    with pytest.raises(Violation, match="before the question"):
        pair.ask(b"?", soon())


@pytest.mark.parametrize("number", [0, 2, 2**64 - 1])
def test_another_number_is_a_violation(pair, number):
    def worker():
        protocol.receive(pair.questions)
        pair.theirs.sendall(HEADER.pack(2, number) + b"no")

    thread = threading.Thread(target=worker)
    thread.start()
    with pytest.raises(Violation, match="where 1 was expected"):
        pair.ask(b"?", soon())
    thread.join()


def test_a_length_of_two_gigabytes_is_a_violation_at_once(pair):
    pair.theirs.sendall(HEADER.pack(2**31, 0))
    with pytest.raises(Violation, match="a message of 2147483648 bytes"):
        pair.conversation.listen(soon())


def test_silence_is_late(pair):
    with pytest.raises(Late):
        pair.ask(b"?", within(0.01))


def test_a_worker_that_does_not_read_is_late(pair):
    with pytest.raises(Late):
        pair.ask(bytes(8 << 20), within(0.05))


@pytest.mark.parametrize("said", [b"", HEADER.pack(9, 1)[:5], HEADER.pack(9, 1) + b"half"])
def test_a_worker_that_is_gone_is_closed(pair, said):
    pair.theirs.sendall(said)
    pair.leave()
    with pytest.raises((Closed, Violation)):
        pair.ask(b"?", soon())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_at_all_end_in_an_answer_or_one_of_three_exceptions(raw):
    pair = Pair()
    try:
        pair.theirs.sendall(raw)
        pair.leave()
        pair.conversation.listen(within(0.2))
    except (Closed, Late, Violation):
        pass
    finally:
        pair.conversation.close()
        os.close(pair.output)
        os.close(pair.printing)


json_like = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text()
    | st.binary(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("value", "dtype", "changed", "where", "error", "traceback", "reason", "what")
tags = st.sampled_from(["Answer", "Raised", "Absent", "Unfit", "Call", "Reply", ""])
forged = st.fixed_dictionaries(
    {"type": tags},
    optional=dict.fromkeys(
        ("value", "dtype", "changed", "where", "error", "traceback", "reason", "what"), json_like
    ),
)
extensions = st.builds(msgspec.msgpack.Ext, st.integers(-128, 127), st.binary(max_size=60))
FUNCTIONS = {
    "m.f": Function({"n": "integer"}, "float n"),
    "m.d": Function({"n": "integer"}, "data"),
}


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        json_like.map(msgspec.msgpack.encode),
        forged.map(msgspec.msgpack.encode),
        extensions.map(lambda ext: msgspec.msgpack.encode({"type": "Answer", "value": ext})),
    )
)
def test_any_reply_at_all_is_an_answer_or_a_verdict(reply):
    student = Student(lambda function, message: reply, FUNCTIONS)
    for asked in (student.m.f, student.m.d):
        for call in (asked, asked.under_contract):
            with contextlib.suppress(Fails, Crashed, Missing, Stopped):
                call(2)


@pytest.mark.parametrize(
    "reply, what",
    [
        (b"", "a garbled answer"),
        (b"\xc1", "a garbled answer"),
        (b"\x91" * 2000 + b"\x90", "a garbled answer"),
        (
            msgspec.msgpack.encode({"type": "Unfit", "reason": "new", "what": "", "where": ""}),
            "a garbled answer",
        ),
        (msgspec.msgpack.encode({"type": "Absent", "reason": "score"}), "a garbled answer"),
        (
            msgspec.msgpack.encode(
                {
                    "type": "Unreached",
                    "stop": {"reason": "passed_over", "file": "", "line": 1, "why": ""},
                    "where": "",
                }
            ),
            "a garbled answer",
        ),
    ],
)
def test_a_forged_reply_is_the_students_own_doing(reply, what):
    with pytest.raises(Stopped) as stopped:
        Student(lambda function, message: reply, FUNCTIONS).m.f(2)
    assert stopped.value.verdict == "crashed"
    assert stopped.value.details["what"].startswith(what)


def test_what_is_claimed_to_be_changed_is_checked():
    answer = {"type": "Answer", "value": [1.0, 2.0], "dtype": "", "changed": [7], "where": ""}
    message = msgspec.msgpack.encode(answer)
    with pytest.raises((Fails, Stopped)):
        Student(lambda function, _: message, FUNCTIONS).m.f.under_contract(2)


def test_text_from_a_worker_is_cleaned():
    raised = {
        "type": "Raised",
        "error": "\x1b[2Jgone\u202e",
        "traceback": "a\rb\x00",
        "where": "\x07",
    }
    message = msgspec.msgpack.encode(raised)
    student = Student(lambda function, _: message, FUNCTIONS)
    with pytest.raises(Crashed) as crashed:
        student.m.f(2)
    shown = crashed.value.error + crashed.value.traceback + channel_of(student).last_call.where
    assert wire.text(shown) == shown
    assert "\x1b" not in shown and "\u202e" not in shown and "\x00" not in shown
