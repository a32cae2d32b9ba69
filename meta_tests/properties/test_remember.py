"""What a pure function gave is given again, and it makes no difference."""

import importlib
import inspect
import sys

import numpy as np
import pytest
from support.toy import ROOT

from claimgrade import remembered
from claimgrade.diagnosis import loaded
from claimgrade.properties import remember
from claimgrade.properties.cases import drawn


@pytest.fixture(autouse=True)
def memory(monkeypatch):
    monkeypatch.setattr(remember, "_cache", remember.Cache(1 << 20))
    return remember._cache


@pytest.fixture
def calls():
    return []


@pytest.fixture
def told(calls):
    """A function that is remembered, and tells in `calls` each time it computes."""

    @remembered
    def told(*args, **kwargs):
        """What it does."""
        calls.append((args, kwargs))
        return args, kwargs

    return told


def test_the_same_is_computed_once(told, calls):
    first = told(np.eye(2), 3, word="a", more=[1.0, None, (True, 2j)])
    again = told(np.eye(2), 3, word="a", more=[1.0, None, (True, 2j)])
    assert len(calls) == 1
    assert repr(first) == repr(again)


@pytest.mark.parametrize(
    "one, other",
    [
        (1, 1.0),
        (0.0, -0.0),
        (1, True),
        (np.float64(1), 1.0),
        ((1, 2), [1, 2]),
        ([1, [2]], [[1], 2]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (np.zeros(4), np.zeros((2, 2))),
        (np.zeros(2), np.zeros(2, dtype=complex)),
        (np.zeros(2), np.array([0, -0.0])),
        (np.array(["a"]), np.array(["b"])),
    ],
    ids=str,
)
def test_what_differs_is_told_apart(told, calls, one, other):
    for value in (one, other, one, other):
        assert repr(told(value)) == repr(((value,), {}))
    assert len(calls) == 2


def test_functions_have_answers_of_their_own(told):
    assert remembered(lambda x: -x)(2) == -2
    assert told(2) == ((2,), {})


def test_whatever_is_done_to_a_result_or_an_argument_stays_without_effect(told, calls):
    A, rows = np.eye(2), [np.zeros(2)]
    for _ in range(3):
        (first, [row]), _ = told(A, rows)
        assert (first == np.eye(2)).all() and (row == 0).all()
        first += 1
        row += 1
        assert (np.eye(2) == A).all()
    calls[0][0][0][:] = 7
    assert (told(np.eye(2), rows)[0][0] == np.eye(2)).all()
    assert len(calls) == 1


def test_the_layout_of_an_argument_in_memory_makes_no_difference():
    """Another layout is another order of sums, with other roundings."""

    @remembered
    def contiguous(A):
        return A.flags.c_contiguous

    assert contiguous(np.arange(9.0).reshape(3, 3).T)
    assert contiguous(np.arange(9.0).reshape(3, 3)[:, ::2])


def test_an_error_is_not_remembered(calls):
    @remembered
    def fails(x):
        calls.append(x)
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            fails(1)
    assert calls == [1, 1]


def test_what_was_asked_for_longest_ago_is_forgotten_first(memory, told, calls):
    room = memory._most // np.zeros(10_000).nbytes // 2  # of argument and result
    for number in range(room + 1):
        told(np.full(10_000, number))
        told(np.zeros(10_000))
        assert memory.size <= memory._most
    asked = len(calls)
    told(np.zeros(10_000))
    assert len(calls) == asked
    told(np.ones(10_000))
    assert len(calls) == asked + 1


def test_what_is_too_large_is_given_all_the_same(memory, told, calls):
    for count in (1, 2):
        assert told(np.zeros(1 << 20))[0][0].shape == (1 << 20,)
        assert (len(calls), memory.size) == (count, 0)


def test_what_cannot_be_told_apart_is_refused(told, calls):
    for value in (object(), print, {1, 2}, np.array([None])):
        with pytest.raises(TypeError, match="is nothing that can be remembered"):
            told(value)
    assert calls == []


def test_a_remembered_function_keeps_its_name_and_what_is_said_of_it(told):
    assert (told.__name__, told.__doc__) == ("told", "What it does.")


# the sheet

INPUTS = {
    "rnn_strategies": ["terms_and_edges"],
    "lstm_strategies": ["layers_and_edges"],
    "spectrum_strategies": ["spectra", "limits"],
}


@pytest.fixture
def sheet_module():
    with loaded.apart({"oracles", "tolerances", "strategies", *INPUTS}):
        sys.path.insert(0, str(ROOT / "tests"))
        yield importlib.import_module


@pytest.fixture
def cases(sheet_module):
    """Explicit ones, and some drawn, of all kinds that oracles and bounds are asked about."""
    kinds = [getattr(sheet_module(name), kind) for name in INPUTS for kind in INPUTS[name]]
    drawn_of = ((kind, drawn(kind.size, 5, 1)[:5]) for kind in kinds)
    return [one for kind, raw in drawn_of for one in (*kind.explicit, *map(kind.decode, raw))]


def test_the_oracles_and_bounds_of_the_sheet_are_the_same_to_the_last_bit(sheet_module, cases):
    tried = set()
    for module in map(sheet_module, ("oracles", "tolerances")):
        for name, function in vars(module).items():
            if not hasattr(function, "__wrapped__") or function.__module__ != module.__name__:
                continue
            parameters = inspect.signature(function).parameters.values()
            fields = [one.name for one in parameters if one.default is one.empty]
            for case in (one for one in cases if fields and set(fields) <= set(one._fields)):
                arguments = [getattr(case, field) for field in fields]
                plain = function.__wrapped__(*arguments)
                for _ in range(2):
                    assert bits(function(*arguments)) == bits(plain), (name, case)
                tried.add((module.__name__, name))
    assert len(tried) == 13


def bits(value):
    if isinstance(value, tuple):
        return [bits(part) for part in value]
    return type(value), np.shape(value), np.asarray(value).tobytes()
