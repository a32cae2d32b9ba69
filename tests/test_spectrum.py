"""Exercises 2b and 2c: powers of a matrix, and what they do."""

import numpy as np
from answers import agree_from, same_word
from spectrum_strategies import (
    bounded,
    complex_spectra,
    exploding,
    limits,
    limits_and_forms,
    spectra,
    spectra_and_edges,
    vanishing,
)

import oracles
import tolerances
from claimgrade import agree, claim, for_all

# 2b Mⁿ


@claim("2b-power")
@for_all(spectra)
def test_the_first_power_is_M(student, Q, eigenvalues, M):
    """M¹ = M = Q Λ Q⁻¹."""
    within = tolerances.power(Q, eigenvalues, M, 1)
    agree(student.spectrum.power(Q, eigenvalues, 1), M, within, what="M¹")


@claim("2b-power")
@for_all(spectra)
def test_the_zeroth_power_is_I(student, Q, eigenvalues, M):
    """M⁰ = I, so M⁰ M¹ = M."""
    one, none = (student.spectrum.power(Q, eigenvalues, n) for n in (1, 0))
    agree(none, np.eye(len(Q)), within=tolerances.power(Q, eigenvalues, M, 0), what="M⁰")
    agree(none @ one, M, within=tolerances.next_power(Q, eigenvalues, M, 1), what="M⁰ M¹")


@claim("2b-power")
@for_all(spectra)
def test_each_power_is_the_one_before_times_M(student, Q, eigenvalues, M, n):
    """Mⁿ = Mⁿ⁻¹ M."""
    before = student.spectrum.power(Q, eigenvalues, n - 1)
    within = tolerances.next_power(Q, eigenvalues, M, n)
    agree(before @ M, oracles.power(M, n), within, what="Mⁿ⁻¹ M")
    agree(student.spectrum.power(Q, eigenvalues, n), before @ M, within, what="Mⁿ")


@claim("2b-power")
@for_all(spectra)
def test_powers_are_repeated_products(student, Q, eigenvalues, M, n):
    """Mⁿ = M M ... M, n times, where Q is not orthogonal."""
    within = tolerances.power(Q, eigenvalues, M, n)
    agree(student.spectrum.power(Q, eigenvalues, n), oracles.power(M, n), within, what="Mⁿ")


@claim("2b-power")
@for_all(spectra)
def test_other_eigenvectors_give_the_same_power(student, Q, eigenvalues, M, n, order, scales):
    """Eigenvectors of another length or sign, in another order, give the same Mⁿ."""
    within = tolerances.power(Q, eigenvalues, M, n)
    yours = student.spectrum.power(Q[:, order] * scales, eigenvalues[order], n)
    agree(yours, oracles.power(M, n), within, what="Mⁿ")


@claim("2b-power")
@for_all(complex_spectra)
def test_a_complex_pair_gives_a_real_power(student, Q, eigenvalues, M, n):
    """For a real M with eigenvalues a ± bi, Mⁿ is real up to rounding, and right."""
    within = tolerances.power(Q, eigenvalues, M, n)
    agree(student.spectrum.power(Q, eigenvalues, n), oracles.power(M, n), within, what="Mⁿ")


@claim("2b-power")
@for_all(spectra_and_edges)
def test_power_keeps_its_contract(student, Q, eigenvalues, M, n, form):
    """power returns double precision, the same every time, arguments unchanged, for 1 × 1 and
    lists of whole numbers too."""
    within = tolerances.power(Q, eigenvalues, M, n)
    yours = student.spectrum.power.under_contract(*form(Q, eigenvalues), n)
    agree_from(form, yours, oracles.power(M, n), within, what="Mⁿ")


# 2c W³⁰


@claim("2c-w30")
def test_the_30th_power_has_its_exact_value(student):
    """W³⁰ has the value that exact fractions give, the small part of λ = 0.4 included."""
    required = oracles.w_to_the_30th()
    within = tolerances.w_to_the_30th(required)
    agree(student.spectrum.w_to_the_30th(), required, within, what="W³⁰", double=True)


@claim("2c-w30")
def test_the_30th_power_is_symmetric(student):
    """W³⁰ is symmetric, as W is: 0.48 (0.9³⁰ - 0.4³⁰) stands on both sides of the diagonal."""
    required = oracles.w_to_the_30th()[0, 1]
    within = tolerances.w_to_the_30th(required)
    yours = student.spectrum.w_to_the_30th()
    agree(yours[0, 1], required, within, what="W³⁰[0, 1]", double=True)
    agree(yours[1, 0], yours[0, 1], within, what="W³⁰[1, 0]", double=True)


@claim("2c-w30")
def test_its_eigenvalues_are_the_30th_powers(student):
    """The eigenvalues of W³⁰ are 0.4³⁰ and 0.9³⁰."""
    yours = np.sort(np.linalg.eigvals(student.spectrum.w_to_the_30th()).real)
    within = tolerances.eigenvalues_of_w_30(oracles.w_to_the_30th())
    agree(yours, [0.4**30, 0.9**30], within, what="λ(W³⁰)", double=True)


@claim("2c-w30")
def test_its_trace_and_determinant_agree(student):
    """W³⁰ has trace 0.9³⁰ + 0.4³⁰ and determinant 0.36³⁰."""
    yours = student.spectrum.w_to_the_30th()
    within = tolerances.trace_and_determinant_of_w_30(oracles.w_to_the_30th())
    pair = np.array([np.trace(yours), np.linalg.det(yours)])
    agree(pair, [0.9**30 + 0.4**30, 0.36**30], within, what="(tr W³⁰, det W³⁰)", double=True)


@claim("2c-w30")
def test_w_to_the_30th_keeps_its_contract(student):
    """w_to_the_30th returns a (2, 2) array of float64, the same on every call."""
    required = oracles.w_to_the_30th()
    within = tolerances.w_to_the_30th(required)
    yours = student.spectrum.w_to_the_30th.under_contract()
    agree(yours, required, within, what="W³⁰", double=True)


# 2c the limit


@claim("2c-limit")
@for_all(vanishing)
def test_moduli_below_1_vanish(student, eigenvalues):
    """Mⁿ vanishes where every abs(λ) < 1, and no longer where one of them is 1."""
    same_word(student.spectrum.limit_of_powers(np.append(eigenvalues, 1.0)), "bounded")
    same_word(student.spectrum.limit_of_powers(eigenvalues), "vanishes")


@claim("2c-limit")
@for_all(exploding)
def test_a_modulus_above_1_explodes(student, eigenvalues):
    """Mⁿ explodes where some abs(λ) > 1, whatever the others; (M/4)ⁿ vanishes if all are ≤ 2."""
    same_word(student.spectrum.limit_of_powers(eigenvalues / 4), "vanishes")
    same_word(student.spectrum.limit_of_powers(eigenvalues), "explodes")


@claim("2c-limit")
@for_all(bounded)
def test_a_largest_modulus_of_1_stays_bounded(student, eigenvalues):
    """Mⁿ stays bounded where the largest abs(λ) is exactly 1, as for M = I; (2M)ⁿ explodes."""
    same_word(student.spectrum.limit_of_powers(2 * eigenvalues), "explodes")
    same_word(student.spectrum.limit_of_powers(eigenvalues), "bounded")


@claim("2c-limit")
@for_all(limits)
def test_negative_and_complex_eigenvalues_count_by_their_modulus(student, eigenvalues, label):
    """The modulus decides, for negative and complex λ too: -1.5 and 0.75 + i explode."""
    same_word(student.spectrum.limit_of_powers(eigenvalues), label)


@claim("2c-limit")
@for_all(limits)
def test_the_label_agrees_with_the_growth_of_the_powers(student, eigenvalues, M):
    """The label is what ‖Mⁿ‖ is seen to do when such an M is multiplied out."""
    same_word(student.spectrum.limit_of_powers(eigenvalues), oracles.growth(M))


@claim("2c-limit")
@for_all(limits_and_forms)
def test_limit_of_powers_keeps_its_contract(student, eigenvalues, label, form):
    """limit_of_powers returns one of its three words, the same every time, λ unchanged or a list
    of whole numbers."""
    same_word(student.spectrum.limit_of_powers.under_contract(*form(eigenvalues)), label)
