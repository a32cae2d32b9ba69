"""Exercises 1b, 2a and 2d: the gradient through time, its terms, and how fast they die out."""

import numpy as np
from answers import agree_from, rows
from rnn_strategies import (
    long_and_loud_runs,
    long_terms,
    loud_runs,
    many_steps,
    runs,
    runs_and_edges,
    steps,
    steps_and_none,
    terms,
    terms_and_edges,
)

import oracles
import tolerances
from claimgrade import agree, between, claim, for_all

# 1b the gradient


@claim("1b-gradient")
@for_all(terms)
def test_the_immediate_partial_holds_the_state_before_fixed(student, W, U, x, h, k):
    """∂⁺h_k[a]/∂W[i, j] is σ'(z_k)_a h_{k-1}[j] where i = a, and 0 off that row."""
    required = oracles.immediate_jacobian(W, U, x, h, k)
    within = tolerances.immediate_jacobian(W, U, x, h, k)
    agree(student.rnn.immediate_jacobian(h, k), required, within, what="∂⁺h_k/∂W")


@claim("1b-gradient")
@for_all(long_terms)
def test_every_term_is_the_effect_of_one_use_of_W(student, W, U, x, h, dL_dh, t, k):
    """The term (t, k) says how L_t moves when W moves at step k alone."""
    required = oracles.gradient_term(W, U, x, h, dL_dh, t, k)
    within = tolerances.gradient_term(W, U, x, h, dL_dh, t, k)
    agree(student.rnn.gradient_term(W, h, dL_dh, t, k), required, within, what="∂L_t/∂W⁽ᵏ⁾")


@claim("1b-gradient")
@for_all(long_and_loud_runs)
def test_the_double_sum_is_the_derivative_of_the_loss(student, W, U, x, h, dL_dh):
    """∂L/∂W says how L = L_0 + ... + L_T moves with every entry of W, which acts at every step."""
    required = oracles.loss_gradient(W, U, x, h, dL_dh)
    within = tolerances.loss_gradient(W, U, x, h, dL_dh)
    agree(student.rnn.loss_gradient(W, h, dL_dh), required, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(loud_runs)
def test_the_gradient_is_linear_in_dL_dh(student, W, U, x, h, dL_dh):
    """∂L/∂W is linear in ∂L_t/∂h_t: the loss 2L - 3L' has the gradient 2 ∂L/∂W - 3 ∂L'/∂W."""
    other = dL_dh[::-1]  # the same losses, at other times
    required = oracles.loss_gradient(W, U, x, h, 2 * dL_dh - 3 * other)
    within = 2 * tolerances.loss_gradient(W, U, x, h, 2 * abs(dL_dh) + 3 * abs(other))
    dW, other_dW = (student.rnn.loss_gradient(W, h, loss) for loss in (dL_dh, other))
    agree(2 * dW - 3 * other_dW, required, within, what="2 ∂L/∂W - 3 ∂L'/∂W")
    both = student.rnn.loss_gradient(W, h, 2 * dL_dh - 3 * other)
    agree(both, required, within, what="∂(2L - 3L')/∂W")


@claim("1b-gradient")
@for_all(runs)
def test_a_loss_at_step_0_gives_no_gradient(student, W, U, x, h, dL_dh):
    """A loss at t = 0 adds nothing to ∂L/∂W, alone or with others: h_0 does not depend on W."""
    alone, others = np.zeros(h.shape), dL_dh.copy()
    alone[0], others[0] = dL_dh[0], 0
    required = oracles.loss_gradient(W, U, x, h, others)
    within = tolerances.loss_gradient(W, U, x, h, dL_dh)
    agree(student.rnn.loss_gradient(W, h, alone), 0 * W, within=tolerances.exact(), what="∂L/∂W")
    agree(student.rnn.loss_gradient(W, h, dL_dh), required, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(runs)
def test_a_run_of_no_steps_has_a_zero_gradient(student, W, U, x, h, dL_dh):
    """With T = 0 the gradient is zeros of shape (n, n), and with T = 1 the one term (1, 1)."""
    one = W, U, x[:1], h[:2], dL_dh[:2]
    none, term = np.zeros(W.shape), oracles.loss_gradient(*one)
    within = tolerances.loss_gradient(*one)
    agree(student.rnn.loss_gradient(W, h[:1], dL_dh[:1]), none, tolerances.exact(), what="∂L/∂W")
    agree(student.rnn.loss_gradient(W, h[:2], dL_dh[:2]), term, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(long_and_loud_runs)
def test_a_loss_at_the_last_step_reaches_the_first(student, W, U, x, h, dL_dh):
    """A loss at t = T alone still counts the use of W at every step, back to the first."""
    last_alone = np.zeros(h.shape)
    last_alone[-1] = dL_dh[-1]
    required = oracles.loss_gradient(W, U, x, h, last_alone)
    within = tolerances.loss_gradient(W, U, x, h, last_alone)
    agree(student.rnn.loss_gradient(W, h, last_alone), required, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(terms_and_edges)
def test_the_functions_of_the_gradient_keep_their_contract(student, W, U, x, h, dL_dh, t, k, form):
    """The functions return float64, the same every time, arguments unchanged, for n = T = 1 and
    lists of whole numbers too."""
    run = W, U, x, h
    partial = student.rnn.immediate_jacobian.under_contract(*form(h), k)
    within = tolerances.immediate_jacobian(*run, k)
    agree_from(form, partial, oracles.immediate_jacobian(*run, k), within, what="∂⁺h_k/∂W")
    term = student.rnn.gradient_term.under_contract(*form(W, h, dL_dh), t, k)
    within = tolerances.gradient_term(*run, dL_dh, t, k)
    required = oracles.gradient_term(*run, dL_dh, t, k)
    agree_from(form, term, required, within, what="∂L_t/∂W⁽ᵏ⁾")
    dW = student.rnn.loss_gradient.under_contract(*form(W, h, dL_dh))
    within = tolerances.loss_gradient(*run, dL_dh)
    agree_from(form, dW, oracles.loss_gradient(*run, dL_dh), within, what="∂L/∂W")


# 2a the expanded sum


@claim("2a-expanded-sum")
def test_three_steps_give_the_six_terms(student):
    """For T = 3 the pairs (t, k) are (1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)."""
    six = [[1, 1], [2, 1], [2, 2], [3, 1], [3, 2], [3, 3]]
    agree(rows(student.rnn.expanded_sum(3)[:, :2]), six, what="(t, k)")


@claim("2a-expanded-sum")
@for_all(steps)
def test_term_t_k_has_t_minus_k_factors(student, T):
    """The term (t, k) has t - k factors diag(σ')W."""
    t, k = oracles.pairs(T).T
    agree(rows(student.rnn.expanded_sum(T))[:, 2], t - k, what="t - k")


@claim("2a-expanded-sum")
@for_all(many_steps)
def test_every_pair_occurs_once(student, T):
    """For every T ≥ 0 there are T(T+1)/2 terms, one for each 1 ≤ k ≤ t ≤ T and none twice."""
    agree(rows(student.rnn.expanded_sum(T)[:, :2]), oracles.pairs(T), what="(t, k)")


@claim("2a-expanded-sum")
@for_all(steps_and_none)
def test_expanded_sum_keeps_its_contract(student, T):
    """expanded_sum returns whole numbers, the same every time, for T = 0 too."""
    t, k = oracles.pairs(T).T
    terms = student.rnn.expanded_sum.under_contract(T)
    agree(rows(terms), np.stack([t, k, t - k], axis=1), what="(t, k, t - k)", double=True)


# 2d the bound of the norm


@claim("2d-norm-bound")
@for_all(runs)
def test_it_is_a_power_of_a_quarter_of_the_largest_singular_value(student, W, t, k):
    """The bound is (‖W‖₂/4)^{t-k}, where ‖W‖₂ is the largest singular value of W."""
    required = oracles.norm_bound(W, t, k)
    within = tolerances.norm_bound(required, len(W), t - k)
    agree(student.rnn.jacobian_norm_bound(W, t, k), required, within, what="(‖W‖₂/4)^{t-k}")


@claim("2d-norm-bound")
@for_all(runs)
def test_it_is_1_where_t_is_k_and_grows_by_one_factor_a_step(student, W, t, k):
    """For t = k the bound is 1, and every step further multiplies it by ‖W‖₂/4."""
    required = oracles.norm_bound(W, t + 1, k)
    within = 2 * tolerances.norm_bound(required, len(W), t + 1 - k)
    agree(student.rnn.jacobian_norm_bound(W, t, t), 1, tolerances.exact(), what="(‖W‖₂/4)⁰")
    one_more = student.rnn.jacobian_norm_bound(W, t, k) * oracles.norm_bound(W, 1, 0)
    agree(one_more, required, within, what="(‖W‖₂/4)^{t-k} ‖W‖₂/4")
    yours = student.rnn.jacobian_norm_bound(W, t + 1, k)
    agree(yours, required, within, what="(‖W‖₂/4)^{t+1-k}")


@claim("2d-norm-bound")
@for_all(runs)
def test_the_bounds_of_two_stretches_multiply(student, W, t, j, k):
    """The bound from k to t is that from k to j times that from j to t, for every j between."""
    required = oracles.norm_bound(W, t, k)
    within = 2 * tolerances.norm_bound(required, len(W), t - k)
    late, early = (student.rnn.jacobian_norm_bound(W, *ends) for ends in ((t, j), (j, k)))
    agree(late * early, required, within, what="(‖W‖₂/4)^{t-j} (‖W‖₂/4)^{j-k}")
    agree(student.rnn.jacobian_norm_bound(W, t, k), late * early, within, what="(‖W‖₂/4)^{t-k}")


@claim("2d-norm-bound")
@for_all(runs)
def test_no_state_jacobian_exceeds_it(student, W, U, x, h, t, k):
    """‖∂h_t/∂h_k‖₂ never exceeds the bound, and one step with z = 0 attains it."""
    norm = oracles.spectral_norm(oracles.state_jacobian(W, U, x, h, t, k))
    within = tolerances.norm_bound(oracles.norm_bound(W, t, k), len(W), t - k)
    yours = student.rnn.jacobian_norm_bound(W, t, k)
    between(yours, norm, np.inf, within, what="(‖W‖₂/4)^{t-k}")
    attained = oracles.spectral_norm(W / 4)  # σ'(0) = 1/4
    within = tolerances.norm_bound(attained, len(W), 1)
    agree(student.rnn.jacobian_norm_bound(W, t, t - 1), attained, within, what="‖W‖₂/4")


@claim("2d-norm-bound")
@for_all(runs)
def test_size_and_eigenvalues_alone_do_not_decide_it(student, W, t, k):
    """For W = a I, of any size, it is (a/4)^{t-k}; so it is for [[0, a], [0, 0]], whose λ are 0."""
    a, n = 8 * abs(W).max(), len(W) + t  # also above 4, where the bound grows
    required = (a / 4) ** (t - k)
    within = tolerances.norm_bound(required, n, t - k)
    for matrix in (a * np.eye(n), a * np.eye(2, k=1)):
        yours = student.rnn.jacobian_norm_bound(matrix, t, k)
        agree(yours, required, within, what="(‖W‖₂/4)^{t-k}")


@claim("2d-norm-bound")
@for_all(runs_and_edges)
def test_jacobian_norm_bound_keeps_its_contract(student, W, t, k, form):
    """jacobian_norm_bound returns one float64, the same every time, W unchanged, for n = 1 and
    lists of whole numbers too."""
    required = oracles.norm_bound(W, t, k)
    within = tolerances.norm_bound(required, len(W), t - k)
    yours = student.rnn.jacobian_norm_bound.under_contract(*form(W), t, k)
    agree_from(form, yours, required, within, what="(‖W‖₂/4)^{t-k}")
