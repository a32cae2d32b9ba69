"""The sheet's bounds: 0 or more and finite whatever the case, neither too tight nor too wide."""

import importlib
import sys
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.digits import lstm_gradient_in_50_digits
from support.toy import ROOT

from claimgrade.assignment.root import Assignment
from claimgrade.diagnosis import loaded
from claimgrade.properties import checks, claims, drawing
from reference import lstm

SHEET = Assignment(ROOT)
SINGLE = 2.0**29  # how much coarser than its bound a mistake must be to be seen


@pytest.fixture(scope="module")
def runs():
    return claims.collect(SHEET)


@pytest.fixture(scope="module")
def strategies():
    with loaded.apart({"oracles", "tolerances", "strategies", "lstm_strategies"}):
        sys.path.insert(0, str(ROOT / "tests"))
        yield importlib.import_module("lstm_strategies"), importlib.import_module("tolerances")


@pytest.fixture
def bounds(monkeypatch):
    """Every bound that a property compares within."""
    seen = []

    def kept(within, right, bound=checks._bound):
        seen.append(bound(within, right))
        return seen[-1]

    monkeypatch.setattr(checks, "_bound", kept)
    return seen


def edges(size):
    """All zeros, all ones of each byte, and zeros in each stretch of other bytes."""
    random = Random(size)
    yield bytes(size)
    yield b"\xff" * size
    for part in range(6):
        raw, start, end = random.randbytes(size), part * size // 6, (part + 1) * size // 6
        yield raw[:start] + bytes(end - start) + raw[end:]
        yield bytes(start) + raw[start:end] + bytes(size - end)


def test_every_bound_is_0_or_more_and_finite_whatever_the_bytes(runs, bounds, student_of):
    student = student_of(ROOT / "reference", SHEET)
    by_size = {}
    for run in runs.values():
        if drawing.handle_of(run):
            by_size.setdefault(drawing.handle_of(run).source.size, []).append(run)

    def hold(raw):
        for run in by_size[len(raw)]:
            drawing.trying(run, student)(drawing.handle_of(run).source.decode(raw))

    for size in by_size:
        for raw in edges(size):
            hold(raw)
        some = given(raw=st.binary(min_size=size, max_size=size))(hold)
        settings(max_examples=5)(some)()
    assert len(bounds) > 20 * sum(map(len, by_size.values()))
    assert all((bound >= 0).all() and np.isfinite(bound).all() for bound in bounds)


def steps_of_zeros(strategies):
    """Where the input gate, c_{t-1} and a loss are all about to vanish, and some that are drawn."""
    cases = strategies.layers
    return [cases.decode(raw) for raw in list(edges(cases.size))[::3]]


def off(steps, bound, every):
    """How far the reference is off, in bounds; a bound counts the error of both sides."""
    arguments = steps[:6]
    required = lstm_gradient_in_50_digits(*arguments, every=every)
    dW, db = lstm.loss_gradient(*arguments)
    yours = np.concatenate([dW, db[:, :, None]], axis=2)
    within = np.concatenate([bound[0], bound[1][:, :, None]], axis=2)
    tried = np.zeros(yours.size, bool)
    tried[::every] = True
    return (np.abs(yours - required) / within).ravel()[tried], required, within


def test_the_bound_of_the_lstm_gradient_holds_against_50_digits(strategies):
    strategies, tolerances = strategies
    for steps in steps_of_zeros(strategies):
        error, _, _ = off(steps, tolerances.lstm_gradient(*steps[:6]), every=7)
        assert (error <= 1 / 2).all()


def test_along_36_steps_it_holds_and_still_sees_a_mistake_in_the_third_digit(strategies):
    strategies, tolerances = strategies
    steps = strategies.long_and_loud_layers.explicit[3]
    error, required, within = off(steps, tolerances.lstm_gradient(*steps[:6]), every=6)
    assert len(steps.x) == 36
    assert (error <= 1 / 2).all()
    assert within.max() * SINGLE < np.abs(required).max() / 100
