"""Who answers as the reference did is asked the same, in the same order, and needn't be judged."""

import pytest

from claimgrade.calls import wire
from claimgrade.calls.worker import Answer
from claimgrade.validation.transcript import Line, Reader, Recorder


def reply(value, where):
    return wire.encode(Answer(value, "", [], where))


@pytest.fixture
def recorder():
    """The reference, which answers with what it is asked."""
    return Recorder(lambda function, message: reply(message.decode(), "reference.py:7"))


@pytest.fixture
def script(recorder):
    for function, message in (("m.f", b"1"), ("m.g", b"2"), ("m.f", b"3")):
        recorder.ask(function, message)
    return recorder.cut()


@pytest.fixture
def asked():
    return []


@pytest.fixture
def read(recorder, asked):
    """A reader of a subject that answers this to some messages, and what the reference does."""

    def reader(overrides, **answers):
        def send(function, message):
            asked.append(message)
            value = answers.get(function.replace(".", "_") + message.decode(), message.decode())
            return reply(value, "subject.py:1")

        return Reader(send, overrides, recorder.answer)

    return reader


def test_a_script_has_the_questions_of_one_case_in_their_order(recorder, script):
    assert [line[:2] for line in script] == [("m.f", b"1"), ("m.g", b"2"), ("m.f", b"3")]
    assert recorder.cut() == []


def test_the_same_answers_from_another_place_are_the_same(read, script, asked):
    assert read({"m.f", "m.g"}).says(script)
    assert asked == [b"1", b"2", b"3"]


def test_what_is_not_overridden_is_not_asked(read, script, asked):
    assert read({"m.f"}).says(script)
    assert asked == [b"1", b"3"]


def test_what_was_right_in_an_earlier_case_is_not_asked_again(read, script, asked):
    """Within a case it is: a contract asks twice."""
    reader, case = read({"m.f", "m.g"}), [*script, script[0]]
    assert reader.says(case)
    assert reader.says(case)
    assert asked == [b"1", b"2", b"3", b"1"]


def test_of_a_case_with_another_answer_all_is_asked_again(read, script, asked):
    reader = read({"m.f", "m.g"}, m_f3="other")
    assert not reader.says(script)
    assert not reader.says(script)
    assert asked == [b"1", b"2", b"3"] * 2


@pytest.mark.parametrize("other", ["33", "", 3, ["3"], None])
def test_another_answer_is_another(read, script, other):
    assert not read({"m.f"}, m_f3=other).says(script)


def test_nothing_is_asked_after_another_answer_and_nothing_twice(read, script, asked):
    """The property, which takes over, is given the answers there are, then asks what it likes."""
    reader = read({"m.f", "m.g"}, m_g2="other")
    assert not reader.says(script)
    assert asked == [b"1", b"2"]
    values = [wire.decode(reader.ask(*call), Answer).value for call in CALLS]
    assert values == ["1", "other", "4"]
    assert asked == [b"1", b"2", b"4"]


CALLS = ("m.f", b"1"), ("m.g", b"2"), ("m.f", b"4")


def test_answers_to_other_questions_than_are_asked_are_not_given(read, script):
    reader = read({"m.f"}, m_f1="other", m_f9="nine")
    assert not reader.says(script)
    assert wire.decode(reader.ask("m.f", b"9"), Answer).value == "nine"


def test_a_question_that_the_reference_was_not_asked_is_put_to_it(read):
    assert wire.decode(read({"m.f"}).ask("m.g", b"8"), Answer).where == "reference.py:7"


def test_an_answer_is_compared_from_its_first_byte_to_its_place():
    whole = reply(1.0, "a.py:1")
    recorder = Recorder(lambda *_: whole)
    recorder.ask("m.f", b"")
    [line] = recorder.cut()
    assert line == Line("m.f", b"", whole[: whole.index(b"where") + len(b"where")])
