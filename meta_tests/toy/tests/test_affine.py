"""Claims about an affine map."""

from typing import NamedTuple

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from claimgrade import agree, claim


class Case(NamedTuple):
    A: np.ndarray
    b: np.ndarray
    x: np.ndarray


def case(blob):
    """One blob of bytes: m, n, then small whole numbers."""
    (m, n), numbers = 1 + blob[:2] % 3, blob[2:].astype(float) - 2
    return Case(numbers[:9].reshape(3, 3)[:m, :n], numbers[9 : 9 + m], numbers[12 : 12 + n])


cases = st.binary(min_size=17, max_size=17).map(
    lambda raw: case(np.frombuffer(raw, np.uint8).astype(int) % 5)
)
A_CASE = Case(
    np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([1.0, 0.0, 2.0]), np.array([1.0, -1.0])
)


def bound(A, b, x):
    """Standard bound of an inner product of n terms and one sum (Higham 2002, 3.5)."""
    return (A.shape[1] + 1) * 2.0**-52 * (abs(A) @ abs(x) + abs(b)) + 1e-300


@claim("1a-affine")
@given(case=cases)
@example(case=A_CASE)
def test_f_of_x_is_Ax_plus_b(student, case):
    """f(x) = A x + b for every A, b and x."""
    A, b, x = case
    agree(student.affine.affine(A, b, x), A @ x + b, within=bound(A, b, x), what="f(x)")


@claim("1a-affine")
@given(case=cases)
@example(case=A_CASE)
def test_f_of_zero_is_b(student, case):
    """f(0) = b."""
    A, b, x = case
    agree(student.affine.affine(A, b, 0 * x), b, what="f(0)")


@claim("1a-affine")
@given(case=cases)
@example(case=A_CASE)
def test_affine_keeps_its_contract(student, case):
    """affine answers in float64, the same on every call, and leaves its arguments alone."""
    A, b, x = case
    yours = student.affine.affine.under_contract(A, b, x)
    agree(yours, A @ x + b, within=bound(A, b, x), what="f(x)", double=True)


@claim("1b-slope")
@given(case=cases)
@example(case=A_CASE)
def test_the_slope_is_A(student, case):
    """The derivative of f is A, outputs as rows."""
    agree(student.affine.slope(case.A), case.A, what="∂f/∂x")


@claim("1b-slope")
@given(case=cases)
@example(case=A_CASE)
def test_slope_keeps_its_contract(student, case):
    """slope answers in float64, the same on every call, and leaves its argument alone."""
    agree(student.affine.slope.under_contract(case.A), case.A, what="∂f/∂x", double=True)
