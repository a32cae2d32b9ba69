"""How cases are drawn, counted, and made small."""

import itertools
from random import Random
from typing import NamedTuple

import hypothesis
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st

from claimgrade.calls.failures import Fails, LastCall, Missing, Stopped
from claimgrade.properties import drawing
from claimgrade.properties.cases import Cases, drawn
from claimgrade.properties.drawing import for_all


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


PAIRS = st.builds(Pair, st.integers(0, 255), st.integers(0, 255))


def seen(cases, *explicit):
    """The cases that a property sees which never fails, and their count as reported."""
    found = []

    @for_all(cases, *explicit)
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


def test_a_strategy_draws_as_well_as_bytes():
    found, count = seen(PAIRS, [Pair(300, 1), Pair(301, 2)])
    assert found[:3] == [(300, 1), (301, 2), (0, 0)]
    assert len(found) == count == 102
    assert len(set(found)) > 90 and max(a for a, _ in found[2:]) > 200


def test_the_profile_says_how_many():
    settings.register_profile("more", settings.get_profile("course"), max_examples=1000)
    settings.load_profile("more")
    assert seen(Cases(8, decode))[1] >= 1000


@pytest.mark.parametrize("cases", [Cases(2, decode), PAIRS])
def test_the_seed_decides_what_is_drawn(monkeypatch, cases):
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 5)
    first = seen(cases)
    assert first == seen(cases)
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 6)
    assert first != seen(cases)


@pytest.fixture
def seeded(monkeypatch):
    monkeypatch.setattr(hypothesis.core, "global_force_seed", 5)


@pytest.mark.parametrize("cases", [(Cases(2, decode, [Pair(300, 1)]),), (PAIRS, [Pair(300, 1)])])
def test_a_session_tries_every_case(seeded, cases):
    @for_all(*cases)
    def test_all(student, a, b): ...

    assert seen(*cases)[0] == drawing.every_case(test_all, 100, 5)


@pytest.mark.parametrize("cases", [Cases(2, decode), PAIRS])
def test_cases_are_had_cheaply_and_small(cases):
    @for_all(cases)
    def test_all(student, a, b): ...

    source = drawing.handle_of(test_all).source
    assert len(set(itertools.islice(source.cheap(5), 60))) > 40
    first, *others = source.small(Random(5), 3)
    assert (first, len(others)) == (Pair(0, 0), 3)


@pytest.mark.parametrize(
    "wrong, said",
    [
        (([Pair(1, 2)],), "Cases, or a strategy of Hypothesis, but this is a list"),
        ((Cases(2, decode), [Pair(1, 2)]), "beside a strategy; Cases has its own"),
    ],
)
def test_an_author_is_told_what_for_all_takes(wrong, said):
    with pytest.raises(TypeError, match=said):
        for_all(*wrong)


def test_what_a_property_does_to_its_case_is_undone():
    @for_all(st.builds(Pair, st.lists(st.integers(), min_size=1), st.just(0)))
    def test_spoils(student, a, b):
        if not a or a == [7]:
            raise Fails("differs")
        a.clear()

    assert drawing.every_case(test_spoils, 5, 1) == drawing.every_case(test_spoils, 5, 1)
    test_spoils(Asked())


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


def failing(condition, explicit=(), cases=None):
    """The case that is reported for a property that fails where the condition holds."""

    @for_all(Cases(2, decode, explicit) if cases is None else cases)
    def test_some(student, a, b):
        student.last_call = LastCall("f", {"a": a, "b": b}, "")
        if condition(a, b):
            raise Fails("differs")

    with pytest.raises(Fails) as failure:
        test_some(Asked())
    return tuple(failure.value.call.inputs.values())


@pytest.mark.parametrize("cases", [None, PAIRS])
def test_a_failing_case_is_made_small(cases):
    assert failing(lambda a, b: a > 100 and b > 3, cases=cases) == (101, 4)


def test_an_explicit_case_is_reported_as_it_stands():
    assert failing(lambda a, b: a > 100, [Pair(7, 7), Pair(222, 7)]) == (222, 7)


def test_a_rare_failure_is_found_again_and_made_small():
    assert failing(lambda a, b: a > 240 and b > 100) == (241, 101)


def test_a_failure_too_rare_to_be_found_again_keeps_its_own_case(seeded):
    rare = drawn(2, 100, 5)[50]

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
