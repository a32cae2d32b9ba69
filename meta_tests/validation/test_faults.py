"""What a property raises: a verdict, or a fault of the grader's own."""

from types import SimpleNamespace

import numpy as np
import pytest
from support.toy import TOY

from claimgrade.calls.failures import Crashed, Missing, Stopped
from claimgrade.properties.checks import agree, between, require
from claimgrade.validation.faults import Bench, Fault

GIVEN = {"agree": agree, "between": between, "require": require, "np": np, "pytest": pytest}
GIVEN |= {"Crashed": Crashed, "Missing": Missing, "Stopped": Stopped}
STUDENT = SimpleNamespace(_channel=SimpleNamespace(last_call=None))


@pytest.fixture(scope="module")
def bench(toy):
    return Bench(toy)


def attempt(body):
    """A property of the toy with one line, its second."""
    property_ = {}
    code = compile(f"def run(case):\n    {body}\n", str(TOY / "tests" / "test_odd.py"), "exec")
    exec(code, GIVEN, property_)

    def run(case):
        property_["run"](case)

    run.fields = ["A"]
    return run


CASE = SimpleNamespace(A=np.array([[1.0, 2.0]]), b=0)


@pytest.mark.parametrize(
    "body, held",
    [
        ("agree([1.0], [1.0])", True),
        ("agree([1.0], [2.0])", False),
        ("between(1.0, 2.0, np.inf)", False),
        ("require(False, 'returned_none', function='f')", False),
        ("raise Crashed('f', 'ValueError', '')", False),
        ("raise Missing('no_body')", False),
        ("raise Stopped('timed out', 'timed_out')", False),
    ],
)
def test_a_verdict_is_no_fault(bench, body, held):
    assert bench.holds(attempt(body), CASE, STUDENT) is held


@pytest.mark.parametrize(
    "body, error",
    [
        ("1 / 0", "raises ZeroDivisionError: division by zero"),
        ("assert case is None", "raises AssertionError"),
        ("agree([1.0], [[1.0]])", "raises ValueError: a property compared shapes (1,) and (1, 1)"),
        ("agree(1.0, 1.0, -1e-300)", "raises ValueError: a property compared within -1e-300"),
        ("agree(1.0, 1.0, np.nan)", "raises ValueError: a property compared within nan"),
        ("between(1.0, 0, 2, -1e-300)", "raises ValueError: a property compared within -1e-300"),
        ("between(1.0, 0, 2, np.nan)", "raises ValueError: a property compared within nan"),
        ("between(1.0, np.nan, 2)", "raises ValueError: a property asked for a value between nan"),
        ("require(False, 'flat')", "fails with 'flat' (no details), of which no sentence can be"),
        ("require(False, 'crashed', function='f')", "fails with 'crashed' (function), of which no"),
        ("pytest.skip('later')", "raises Skipped: later"),
        ("raise SystemExit(0)", "raises SystemExit: 0"),
    ],
)
def test_whatever_else_is_raised_is_a_fault_with_its_line_and_input(bench, body, error):
    fault = bench.holds(attempt(body), CASE, STUDENT)
    assert isinstance(fault, Fault)
    assert fault.error.startswith(error)
    assert fault[::2] == ("tests/test_odd.py:2", "A = [[1.0, 2.0]]")


def test_a_long_input_is_cut(bench):
    fault = bench.holds(attempt("1 / 0"), SimpleNamespace(A=np.ones(300)), STUDENT)
    assert len(fault.given) < 500 and fault.given.endswith("...")


def test_ctrl_c_ends_it(bench):
    with pytest.raises(KeyboardInterrupt):
        bench.holds(attempt("raise KeyboardInterrupt"), CASE, STUDENT)
