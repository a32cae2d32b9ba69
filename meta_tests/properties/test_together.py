"""Cases that are tried together end as they would have, one after the other."""

from collections import Counter
from random import Random
from typing import NamedTuple

import pytest

from claimgrade.assignment.spec import Function
from claimgrade.calls import student as students
from claimgrade.calls import wire
from claimgrade.calls.failures import Fails, Stopped
from claimgrade.calls.student import Student, channel_of
from claimgrade.calls.worker import Answer, Call
from claimgrade.properties import together
from claimgrade.properties.drawing import Trial

FUNCTIONS = {"m.double": Function({"n": "integer"}, "integer")}
SORTS, CASES, ASKED = 12, 30, 4  # of answers; of a random property: cases, and questions of each


class Case(NamedTuple):
    a: int


class Pupil:
    """A student who answers alone, or many questions together; `asked` are those answered."""

    def __init__(self, answer, *, together):
        self.asked = []
        self._answer = answer
        self.student = Student(self._send, FUNCTIONS, self._send_all if together else None)

    def tries(self, test, cases):
        """How a property ends, on how many cases, and what is remembered of it."""
        trial = Trial(test, self.student)
        channel = channel_of(self.student)
        try:
            trial.all(cases)
            ended = "holds", None
        except (Fails, Stopped, ZeroDivisionError) as error:
            ended = type(error).__name__, str(error)
        last = channel.last_call and channel.last_call.inputs
        return ended, trial.examples, ended[1] and last, channel.memory.take("m.double")

    def _send(self, _, message):
        number = wire.decode(message, Call).arguments[0]
        answer = wire.encode(Answer(self._answer(number), "int64", [], "m.py:1"))
        self.asked.append(number)
        return answer

    def _send_all(self, questions):
        found = []
        for question in questions:
            try:
                found.append(self._send(*question[:2]))
            except Stopped as stopped:
                return [*found, stopped]
        return found


def by_chance(random):
    """A property that draws little: what it asks next depends on the answers; so does its end."""
    then = [random.choice(["ask", "ask", "ask", "ask", "hold", "fail"]) for _ in range(SORTS)]
    begins = random.randrange(SORTS)

    def test(student, a):
        told = a + begins
        for _ in range(ASKED):
            told += int(student.m.double(told))
            match then[told % SORTS]:
                case "hold":
                    return
                case "fail" if told % 5 == 0:
                    raise Fails("differs", yours=a)
                case "fail" if told % 7 == 0:
                    raise ZeroDivisionError(a)

    return test


def anybody(random):
    """Answers that are decided by the question; to some there is none."""
    wrong = {random.randrange(SORTS): random.randrange(SORTS) for _ in range(random.randrange(4))}
    gone = random.choice([-1, -1, random.randrange(SORTS * 3)])

    def answer(number):
        if number % (SORTS * 3) == gone:
            raise Stopped("crashed", "process_ended", function="double", how="")
        return number % 7 + wrong.get(number % SORTS, 0)

    return answer


def test_whatever_the_property_and_the_student_it_ends_as_one_by_one():
    ends = Counter()
    for seed in range(150):
        random = Random(seed)
        test, answer = by_chance(random), anybody(random)
        cases = [Case(random.randrange(CASES)) for _ in range(100)]
        alone, many = Pupil(answer, together=False), Pupil(answer, together=True)
        expected = alone.tries(test, cases)
        assert many.tries(test, cases) == expected, seed
        assert len(set(many.asked)) == len(many.asked), "a question was asked twice"
        ends[expected[0][0]] += 1
    assert min(ends[end] for end in ("holds", "Fails", "Stopped", "ZeroDivisionError")) >= 10, ends


def test_an_earlier_case_has_the_word_though_a_later_one_fails_first():
    def test(student, a):
        for step in range(3 - a):
            student.m.double(a + 10 * step)
        if a < 3:
            raise Fails("differs", yours=a)

    pupil = Pupil(lambda number: number, together=True)
    with pytest.raises(Fails) as failure:
        Trial(test, pupil.student).all([Case(9), Case(0), Case(1), Case(2)])
    assert (failure.value.yours, failure.value.call.inputs) == (0, {"n": 20})
    assert pupil.asked == [0, 1, 2, 10, 11, 20]


def test_what_fails_on_an_answer_from_memory_is_asked_again_so_that_what_it_prints_is_seen():
    """And fails as it did, whatever comes of that."""

    def test(student, a):
        if int(student.m.double(a)) != 2 * a:
            raise Fails("differs", yours=a)

    def answer(number):
        if pupil.asked.count(5):
            pupil.asked.append("once more")
            raise Stopped("timed out", "timed_out", function="double", seconds="2")
        return 2 * number + (number == 5)

    pupil = Pupil(answer, together=True)
    for asked in ([20, 5], [20, 5, "once more"]):
        channel_of(pupil.student).begin_property()
        with pytest.raises(Fails) as failure:
            Trial(test, pupil.student).all([Case(20), Case(5)])
        assert (failure.value.yours, failure.value.call.inputs) == (5, {"n": 5})
        assert pupil.asked == asked


def test_a_contract_asks_each_time():
    def test(student, a):
        student.m.double.under_contract(a)
        student.m.double(a)

    pupil = Pupil(lambda number: number, together=True)
    for _ in range(2):
        Trial(test, pupil.student).all([Case(5)])
    assert pupil.asked == [5, 5, 5, 5, 5]  # twice each time, and otherwise once


def test_no_more_is_remembered_than_there_is_room_for(monkeypatch):
    """A question and its answer take more than half of it."""
    monkeypatch.setattr(students, "MOST_KNOWN", 200)
    pupil = Pupil(lambda number: number, together=True)
    for _ in range(2):
        Trial(lambda student, a: student.m.double(a), pupil.student).all(map(Case, range(5)))
    assert sorted(Counter(pupil.asked).values()) == [1, 2, 2, 2, 2]


def test_a_few_cases_come_first_for_most_mistakes_show_at_once():
    pupil = Pupil(lambda number: 1j, together=True)
    assert [len(batch) for batch in together.batches(range(150))] == [1, 8, 64, 64, 13]
    with pytest.raises(Fails):
        Trial(lambda student, a: student.m.double(a), pupil.student).all(map(Case, range(150)))
    assert pupil.asked == [0]


def test_what_is_set_for_this_thread_holds_in_each_case():
    """NumPy keeps the state of its warnings in a context variable."""
    import numpy as np

    def test(student, a):
        student.m.double(a)
        np.array(1.0) / 0

    with np.errstate(all="raise"), pytest.raises(FloatingPointError):
        Trial(test, Pupil(lambda number: number, together=True).student).all([Case(1)])
