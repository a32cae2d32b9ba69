"""How cases are drawn, counted, and made small."""

from typing import NamedTuple

import hypothesis
import pytest
from hypothesis import Phase, settings

from claimgrade.calls.failures import Fails, LastCall, Missing, Stopped
from claimgrade.properties import drawing
from claimgrade.properties.drawing import Cases, for_all


class Pair(NamedTuple):
    a: int
    b: int


class Asked:
    """A student who is asked nothing; the last call is the case."""

    last_call = None
    asks_together = False

    def __init__(self):
        self._channel = self


def decode(raw):
    return Pair(raw[0], raw[1])


@pytest.fixture(autouse=True)
def profile():
    """The settings of a course, whatever this session's own are."""
    before = settings.get_current_profile_name()
    settings.register_profile(
        "course",
        settings.get_profile("default"),
        max_examples=100,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        deadline=None,
        database=None,
        report_multiple_bugs=False,
    )
    settings.load_profile("course")
    yield
    settings.load_profile(before)


def seen(cases):
    """The cases that a property sees which never fails, and their count as reported."""
    found = []

    @for_all(cases)
    def test_all(student, a, b):
        found.append((a, b))

    test_all(Asked())
    return found, drawing.examples(test_all)


def test_explicit_cases_come_first_then_the_simplest_then_a_hundred():
    found, count = seen(Cases(2, decode, [Pair(300, 1), Pair(301, 2)]))
    assert found[:3] == [(300, 1), (301, 2), (0, 0)]
    assert 100 <= len(found) == count <= 103 + 25


def test_cases_are_drawn_from_the_whole_range():
    found, _ = seen(Cases(2, decode))
    assert len(set(found)) > 90
    assert max(a for a, _ in found) > 200


def test_the_profile_says_how_many():
    settings.register_profile("more", settings.get_profile("course"), max_examples=1000)
    settings.load_profile("more")
    assert seen(Cases(8, decode))[1] >= 1000


def test_the_seed_decides_what_is_drawn(monkeypatch):
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 5)
    first = seen(Cases(2, decode))
    assert first == seen(Cases(2, decode))
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 6)
    assert first != seen(Cases(2, decode))


@pytest.fixture
def seeded(monkeypatch):
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 5)


def test_a_session_tries_every_case(seeded):
    @for_all(Cases(2, decode, [Pair(300, 1)]))
    def test_all(student, a, b): ...

    assert seen(Cases(2, decode, [Pair(300, 1)]))[0] == drawing.every_case(test_all, 100, 5)


def test_an_attempt_raises_what_the_property_does():
    @for_all(Cases(2, decode))
    def test_some(student, a, b):
        if a > 100:
            raise Fails("differs")

    attempt = drawing.trying(test_some, Asked())
    attempt(Pair(7, 7))
    with pytest.raises(Fails):
        attempt(Pair(222, 7))


def test_a_property_that_draws_nothing_has_one_case():
    def test_fixed(student):
        raise Missing("no_body")

    [case] = drawing.every_case(test_fixed, 100, 5)
    with pytest.raises(Missing):
        drawing.trying(test_fixed, Asked())(case)


def failing(condition, explicit=()):
    """The case that is reported for a property that fails where the condition holds."""

    @for_all(Cases(2, decode, explicit))
    def test_some(student, a, b):
        student.last_call = LastCall("f", {"a": a, "b": b}, "")
        if condition(a, b):
            raise Fails("differs")

    with pytest.raises(Fails) as failure:
        test_some(Asked())
    return tuple(failure.value.call.inputs.values())


def test_a_failing_case_is_made_small():
    assert failing(lambda a, b: a > 100 and b > 3) == (101, 4)


def test_an_explicit_case_is_reported_as_it_stands():
    assert failing(lambda a, b: a > 100, [Pair(7, 7), Pair(222, 7)]) == (222, 7)


def test_a_rare_failure_is_found_again_and_made_small():
    assert failing(lambda a, b: a > 240 and b > 100) == (241, 101)


def test_a_failure_too_rare_to_be_found_again_keeps_its_own_case(seeded):
    rare = drawing.drawn(2, 100, 5)[50]

    def found(a, b):
        return (a, b) == (rare[0], rare[1])

    assert failing(found) == tuple(rare)


def stop(*_):
    raise Stopped("timed out", "time_used_up", function="f")


@pytest.mark.parametrize("end", [stop, lambda a, b: 1 / 0])
def test_a_failure_stays_one_whatever_is_met_while_it_is_made_small(end):
    a, b = failing(lambda a, b: a > 100 and (b > 3 or end(a, b)))
    assert a > 100 and b > 3


def test_an_answer_that_changes_is_flaky():
    tried = []

    @for_all(Cases(2, decode))
    def test_changing(student, a, b):
        tried.append(a)
        if len(tried) == 30:
            raise Fails("differs")

    with pytest.raises(hypothesis.errors.Flaky):
        test_changing(Asked())


def test_an_error_of_the_property_is_not_searched_for_again():
    tried = []

    @for_all(Cases(2, decode))
    def test_broken(student, a, b):
        tried.append(a)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        test_broken(Asked())
    assert len(tried) <= 3


def test_a_property_keeps_its_name_and_its_sentence():
    @for_all(Cases(2, decode))
    def test_named(student, a):
        """What must hold."""

    assert (test_named.__name__, test_named.__doc__) == ("test_named", "What must hold.")
    assert test_named.__module__ == __name__
