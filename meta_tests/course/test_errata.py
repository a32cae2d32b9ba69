"""Every number in spec/errata.md, computed from the definitions and looked up in its section."""

import math
import re
from fractions import Fraction

import numpy as np
import pytest
from support.toy import ROOT

ERRATA = (ROOT / "spec" / "errata.md").read_text(encoding="utf-8")
SECTIONS = {
    int(number): " ".join(text.split())
    for number, text in re.findall(r"^## (\d)\. .*?\n(.*?)(?=^## |\Z)", ERRATA, re.M | re.S)
}
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def decimal(value):
    return f"{float(value):.6g}"


def exact(values):
    return ", ".join(map(str, values))


def matrix(rows, write=decimal):
    return "[" + ", ".join("[" + ", ".join(map(write, row)) + "]" for row in rows) + "]"


def matmul(A, B):
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*B, strict=True)]
        for row in A
    ]


def matpow(A, n):
    return A if n == 1 else matmul(A, matpow(A, n - 1))


def sigma(z):
    return 1 / (1 + np.exp(-z))


def slip_1():
    W = [[Fraction(58, 100), Fraction(24, 100)], [Fraction(24, 100), Fraction(72, 100)]]
    Q = [[Fraction(6, 10), Fraction(8, 10)], [Fraction(8, 10), Fraction(-6, 10)]]
    large, small = Fraction(9, 10), Fraction(4, 10)
    assert matmul(W, Q) == matmul(Q, [[large, 0], [0, small]])
    p, q = large**30, small**30
    written = [[abs(entry) for entry in row] for row in matmul(Q, [[p, 0], [0, q]])]
    (a, b), (c, d) = [[entry**2 for entry in row] for row in Q]
    e = -Q[1][0] * Q[1][1]
    right = matpow(W, 30)
    assert right == [[a * p + b * q, e * (p - q)], [e * (p - q), c * p + d * q]]
    assert written[0][1] != written[1][0]

    p_, q_ = f"{decimal(large)}³⁰", f"{decimal(small)}³⁰"
    x, y, a, b, c, d, e = map(decimal, (*Q[0], a, b, c, d, e))
    off_diagonal = f"{e}·({p_} - {q_})"
    return [
        f"W = {matrix(W)}",
        f"Q = {matrix(Q)}",
        f"Written: `W³⁰ = [[{x}·{p_}, {y}·{q_}], [{y}·{p_}, {x}·{q_}]]`",
        f"[[{a}·{p_} + {b}·{q_}, {off_diagonal}], [{off_diagonal}, {c}·{p_} + {d}·{q_}]]",
        matrix(written),
        matrix(right),
        f"sum of the powers of the eigenvalues, {decimal(p + q)}",
        f"has trace {decimal(written[0][0] + written[1][1])}",
    ]


def slip_2():
    assert 0 < sigma(-30.0) < sigma(-2.0) < 1
    return [
        f"σ(-2) = {decimal(sigma(-2.0))}",
        f"tanh(-2) = {decimal(math.tanh(-2))}",
        f"σ(-30) = {decimal(sigma(-30.0))}",
    ]


def slip_3():
    f, c_tilde = sigma(4.0), math.tanh(4)
    c = [0.0]
    for _ in range(100):
        c.append(f * c[-1] + f * c_tilde)
    assert (sigma(40.0), math.tanh(40)) == (1, 1)
    return [
        "the bias 4 everywhere",
        f"f = i = {decimal(f)} and c̃ = {decimal(c_tilde)}",
        *(f"c_{t} = {decimal(c[t])}" for t in (1, 2, 10, 100)),
        "reaches at the bias 40",
    ]


# Slips 4 and 7: one unit, W = 3, U = 1, and states that suitable inputs produce.
W, H = 3, [Fraction(1), HALF, QUARTER, HALF]
SLOPE = [h * (1 - h) for h in H]


def term(t, k, chain=W):
    return math.prod(SLOPE[s] * chain for s in range(k + 1, t + 1)) * SLOPE[k] * H[k - 1]


def derivative_of_the_states():
    """dh_t/dW for t = 0..3, by a complex step of the forward map whose inputs produce H."""
    inputs = [math.log(H[t] / (1 - H[t])) - W * H[t - 1] for t in (1, 2, 3)]
    h = [complex(H[0])]
    for x_t in inputs:
        h.append(sigma((W + 1e-30j) * h[-1] + x_t))
    np.testing.assert_allclose(np.real(h), [float(h_t) for h_t in H], rtol=1e-15)
    return np.imag(h) / 1e-30


def slip_4():
    pairs = [(t, k) for t in (1, 2, 3) for k in range(1, t + 1)]
    terms = [term(t, k) for t, k in pairs]
    assert len(set(terms)) == 6
    assert sum(terms) == pytest.approx(sum(derivative_of_the_states()), rel=1e-14)
    repeated = [6 * one for one in terms]
    assert sum(terms) not in repeated
    return [
        exact(pairs),
        exact(t - k for t, k in pairs),
        f"W = {W}, (h_0, h_1, h_2, h_3) = ({exact(H)})",
        f"the terms are {exact(terms)}",
        f"their sum {sum(terms)} = {decimal(sum(terms))}",
        f"{exact(repeated[:-1])} or {repeated[-1]}",
    ]


def slip_5():
    f = [HALF, QUARTER, Fraction(3, 4)]
    right, wrong = math.prod(f), [f_i**3 for f_i in f]
    assert right not in wrong
    return [
        f"(f_1, f_2, f_3) = ({exact(f)})",
        f"∂c_3/∂c_0 = {right} = {decimal(right)}",
        f"{exact(wrong[:-1])} or {wrong[-1]}",
    ]


def slip_6():
    M = [[Fraction(5, 4), Fraction(3, 4)], [Fraction(3, 4), Fraction(5, 4)]]
    assert matmul(M, [[1], [1]]) == [[2], [2]]
    assert matmul(M, [[1], [-1]]) == [[HALF], [-HALF]]
    M_10 = matpow(M, 10)
    vanishing = [row[0] for row in matmul(M_10, [[1], [-1]])]
    return [
        f"M = {matrix(M, str)}",
        f"eigenvalues 2, with eigenvector (1, 1), and {HALF}, with eigenvector (1, -1)",
        f"M¹⁰ = {matrix(M_10, lambda entry: f'{float(entry):.9g}')}",
        f"M¹⁰ (1, -1) = ({exact(vanishing)})",
    ]


def slip_7():
    right, mixed = [term(2, 1), term(2, 2)], [term(2, 1, chain=1), term(2, 2)]
    dh = derivative_of_the_states()
    assert sum(right) == pytest.approx(dh[2], rel=1e-14)
    total = [SLOPE[2] * W * term(1, 1), sum(right)]
    assert sum(total) == pytest.approx(float(SLOPE[2] * W) * dh[1] + dh[2], rel=1e-14)
    assert len({sum(right), sum(mixed), sum(total)}) == 3

    def addition(terms):
        return f"{terms[0]} + {terms[1]} = {sum(terms)} = {decimal(sum(terms))}"

    return [f"∂L/∂W = {addition(right)}", addition(mixed), addition(total)]


SLIPS = {1: slip_1, 2: slip_2, 3: slip_3, 4: slip_4, 5: slip_5, 6: slip_6, 7: slip_7}


def test_the_sheet_has_seven_slips():
    assert list(SECTIONS) == list(SLIPS)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_says_what_was_written_what_is_right_and_shows_it(slip):
    positions = [SECTIONS[slip].find(word) for word in ("Written: ", "Right: ", "Counterexample: ")]
    assert positions == sorted(positions)
    assert positions[0] == 0


@pytest.mark.parametrize("slip", SLIPS)
def test_its_numbers_are_the_computed_ones(slip):
    for phrase in SLIPS[slip]():
        assert phrase in SECTIONS[slip]


@pytest.mark.parametrize("slip", SLIPS)
def test_it_holds_no_decimal_or_fraction_that_was_not_computed(slip):
    text = SECTIONS[slip]
    for phrase in sorted(SLIPS[slip](), key=len, reverse=True):
        text = text.replace(phrase, "")
    assert re.findall(r"\d+[./]\d\S*", text) == []
