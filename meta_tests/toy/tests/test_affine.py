"""Claims about an affine map."""

from typing import NamedTuple

import numpy as np

from claimgrade import Cases, agree, claim, for_all


class Map(NamedTuple):
    A: np.ndarray
    b: np.ndarray
    x: np.ndarray


def decode(raw):
    """Two sizes, then whole numbers: from zeros, 1 by 1 and all 0."""
    raw = np.frombuffer(raw, np.uint8).astype(int)
    (m, n), numbers = 1 + raw[:2] % 3, (raw[2:] + 2) % 5 - 2.0
    return Map(numbers[:9].reshape(3, 3)[:m, :n], numbers[9 : 9 + m], numbers[12 : 12 + n])


A_MAP = Map(np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1.0, 0, 2]), np.array([1.0, -1]))
maps = Cases(17, decode, [A_MAP])


def bound(A, b, x):
    """Standard bound of an inner product of n terms and one sum (Higham 2002, 3.5)."""
    return (A.shape[1] + 1) * 2.0**-52 * (abs(A) @ abs(x) + abs(b)) + 1e-300


@claim("1a-affine")
@for_all(maps)
def test_f_of_x_is_Ax_plus_b(student, A, b, x):
    """f(x) = A x + b for every A, b and x."""
    agree(student.affine.affine(A, b, x), A @ x + b, within=bound(A, b, x), what="f(x)")


@claim("1a-affine")
@for_all(maps)
def test_f_of_zero_is_b(student, A, b, x):
    """f(0) = b."""
    agree(student.affine.affine(A, b, 0 * x), b, what="f(0)")


@claim("1a-affine")
@for_all(maps)
def test_affine_keeps_its_contract(student, A, b, x):
    """affine answers in float64, the same on every call, and leaves its arguments alone."""
    yours = student.affine.affine.under_contract(A, b, x)
    agree(yours, A @ x + b, within=bound(A, b, x), what="f(x)", double=True)


@claim("1b-slope")
@for_all(maps)
def test_the_slope_is_A(student, A):
    """The derivative of f is A, outputs as rows."""
    agree(student.affine.slope(A), A, what="∂f/∂x")


@claim("1b-slope")
@for_all(maps)
def test_slope_keeps_its_contract(student, A):
    """slope answers in float64, the same on every call, and leaves its argument alone."""
    agree(student.affine.slope.under_contract(A), A, what="∂f/∂x", double=True)
