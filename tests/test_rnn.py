"""Exercises 1 and 2a: the sigmoid, one layer, and backpropagation through time."""

import numpy as np
from answers import rows
from rnn_strategies import (
    far_numbers,
    layers,
    layers_and_edges,
    numbers,
    numbers_of_any_shape,
    runs,
    runs_and_edges,
    saturated_layers,
    saturated_runs,
    steps,
    steps_and_none,
    terms,
    terms_and_edges,
)

import oracles
import tolerances
from claimgrade import agree, between, claim, for_all

# 1a σ'


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_is_1_over_1_plus_exp(student, z):
    """σ(z) = 1 / (1 + e^{-z})."""
    required = 1 / (1 + np.exp(-z))
    agree(student.rnn.sigmoid(z), required, within=tolerances.sigmoid(), what="σ(z)")


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_prime_has_its_closed_form(student, z):
    """σ'(z) = e^{-z} / (1 + e^{-z})²."""
    required = np.exp(-z) / (1 + np.exp(-z)) ** 2
    agree(student.rnn.sigmoid_prime(z), required, within=tolerances.sigmoid_prime(), what="σ'(z)")


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_prime_is_sigma_times_1_minus_sigma(student, z):
    """σ' = σ (1 - σ), with your own σ."""
    s, within = student.rnn.sigmoid(z), tolerances.sigmoid_times_1_minus_sigmoid()
    agree(s * (1 - s), oracles.sigmoid_prime(z), within, what="σ(z) (1 - σ(z))")
    agree(student.rnn.sigmoid_prime(z), s * (1 - s), within, what="σ'(z)")


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_prime_is_even(student, z):
    """σ' is even: σ'(-z) = σ'(z)."""
    required, within = oracles.sigmoid_prime(z), tolerances.sigmoid_prime()
    agree(student.rnn.sigmoid_prime(z), required, within, what="σ'(z)")
    agree(student.rnn.sigmoid_prime(-z), required, within, what="σ'(-z)")


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_prime_lies_between_0_and_a_quarter(student, z):
    """0 ≤ σ' ≤ 1/4, and σ'(0) = 1/4 is the maximum."""
    q = student.rnn.sigmoid_prime(np.append(z, 0.0))
    agree(q[-1], 1 / 4, within=tolerances.sigmoid_prime(), what="σ'(0)")
    between(q, 0, 1 / 4, within=tolerances.sigmoid_prime(), what="σ'(z)")


@claim("1a-sigma-prime")
@for_all(far_numbers)
def test_sigma_and_sigma_prime_are_right_far_from_0(student, z):
    """σ(z) and σ'(z) are finite and right for abs(z) up to 10⁴, for a single number too."""
    s = student.rnn.sigmoid(z)
    agree(s, oracles.sigmoid(z), within=tolerances.sigmoid(), what="σ(z)")
    q = student.rnn.sigmoid_prime(z)
    agree(q, oracles.sigmoid_prime(z), within=tolerances.sigmoid_prime(), what="σ'(z)")


@claim("1a-sigma-prime")
@for_all(numbers_of_any_shape)
def test_sigma_and_sigma_prime_keep_their_contract(student, z):
    """The functions return float64 of the shape of z, the same every time, z unchanged."""
    s = student.rnn.sigmoid.under_contract(z)
    agree(s, oracles.sigmoid(z), tolerances.sigmoid(), what="σ(z)", double=True)
    q = student.rnn.sigmoid_prime.under_contract(z)
    agree(q, oracles.sigmoid_prime(z), tolerances.sigmoid_prime(), what="σ'(z)", double=True)


# 1a Jacobian of a layer


@claim("1a-jacobian")
@for_all(layers)
def test_each_entry_is_q_i_W_ij(student, W, x):
    """Entry (i, j) of the Jacobian is q_i W_ij, with q = σ'(Wx)."""
    q = oracles.sigmoid_prime(W @ x)
    J = student.rnn.layer_jacobian(W, x)
    agree(J, q[:, None] * W, within=tolerances.layer_jacobian(W, x), what="∂y/∂x")


@claim("1a-jacobian")
@for_all(saturated_layers)
def test_the_whole_matrix_is_diag_sigma_prime_W(student, W, x):
    """The whole matrix is diag(σ'(Wx)) W, also where Wx is so large that σ is flat."""
    D = np.diag(oracles.sigmoid_prime(W @ x))
    J = student.rnn.layer_jacobian(W, x)
    agree(J, D @ W, within=tolerances.layer_jacobian(W, x), what="∂y/∂x")


@claim("1a-jacobian")
@for_all(layers)
def test_it_is_the_derivative_in_every_direction(student, W, x, v):
    """When x moves along v, y = σ(Wx) moves by the Jacobian times v."""
    required = oracles.layer_derivative(W, x, v)
    J = student.rnn.layer_jacobian(W, x)
    agree(J @ v, required, within=tolerances.layer_derivative(W, x, v), what="∂y/∂x v")


@claim("1a-jacobian")
@for_all(layers)
def test_it_has_a_row_per_output_and_a_column_per_input(student, W, x):
    """The Jacobian is (n, d): its last entry says how the last output moves with the last input."""
    required = oracles.sigmoid_prime(W[-1] @ x) * W[-1, -1]
    within = tolerances.layer_jacobian(W, x)[-1, -1]
    agree(student.rnn.layer_jacobian(W, x)[-1, -1], required, within, what="∂y_n/∂x_d")


@claim("1a-jacobian")
@for_all(layers)
def test_no_entry_exceeds_a_quarter_of_the_weight(student, W, x):
    """abs(J_ij) ≤ abs(W_ij) / 4, for σ' is never above 1/4, and J = W / 4 at x = 0."""
    within = tolerances.layer_jacobian(W, x)
    between(student.rnn.layer_jacobian(W, x), -abs(W) / 4, abs(W) / 4, within, what="∂y/∂x")
    agree(student.rnn.layer_jacobian(W, 0 * x), W / 4, within, what="∂y/∂x")


@claim("1a-jacobian")
@for_all(layers)
def test_permuting_the_rows_of_W_permutes_its_rows(student, W, x, order):
    """Permuting the rows of W permutes the rows of the Jacobian in the same way."""
    J, within = oracles.sigmoid_prime(W @ x)[:, None] * W, tolerances.layer_jacobian(W, x)
    agree(student.rnn.layer_jacobian(W, x), J, within, what="∂y/∂x")
    agree(student.rnn.layer_jacobian(W[order], x), J[order], within[order], what="∂y/∂x")


@claim("1a-jacobian")
@for_all(layers_and_edges)
def test_layer_jacobian_keeps_its_contract(student, W, x):
    """layer_jacobian returns float64, the same every time, W and x unchanged, for n = 1 too."""
    required = np.transpose([oracles.layer_derivative(W, x, e_j) for e_j in np.eye(len(x))])
    J = student.rnn.layer_jacobian.under_contract(W, x)
    agree(J, required, within=tolerances.layer_jacobian(W, x), what="∂y/∂x", double=True)


# 1b the chain of states


@claim("1b-states")
@for_all(runs)
def test_each_state_follows_from_the_one_before(student, W, U, x, h):
    """Row 0 is h_0, and row t is σ(W h_{t-1} + U x_t)."""
    yours = student.rnn.hidden_states(W, U, h[0], x)
    agree(yours, h, within=tolerances.hidden_states(W, U, x, h), what="h")


@claim("1b-states")
@for_all(saturated_runs)
def test_the_states_are_right_where_they_saturate(student, W, U, x, h):
    """The states are right also where weights are so large that units are fully on or off."""
    yours = student.rnn.hidden_states(W, U, h[0], x)
    agree(yours, h, within=tolerances.hidden_states(W, U, x, h), what="h")


@claim("1b-states")
@for_all(runs)
def test_the_jacobian_of_a_state_by_itself_is_I(student, W, U, x, h, t):
    """∂h_t/∂h_t is the identity, a product of no factors, and leaves ∂h_t/∂h_{t-1} as it is."""
    required = oracles.state_jacobian(W, U, x, h, t, t - 1)
    within = tolerances.state_jacobian(W, U, x, h, t, t - 1)
    step, J = student.rnn.state_jacobian(W, h, t, t - 1), student.rnn.state_jacobian(W, h, t, t)
    agree(J, np.eye(len(W)), within=tolerances.exact(), what="∂h_t/∂h_t")
    agree(J @ step, required, within, what="∂h_t/∂h_t · ∂h_t/∂h_{t-1}")


@claim("1b-states")
@for_all(runs)
def test_the_jacobian_of_one_step_is_diag_sigma_prime_W(student, W, U, x, h, t):
    """∂h_t/∂h_{t-1} = diag(σ'(z_t)) W, with z_t = W h_{t-1} + U x_t."""
    q = oracles.sigmoid_prime(W @ h[t - 1] + U @ x[t - 1])
    within = tolerances.state_jacobian(W, U, x, h, t, t - 1)
    agree(student.rnn.state_jacobian(W, h, t, t - 1), q[:, None] * W, within, what="∂h_t/∂h_{t-1}")


@claim("1b-states")
@for_all(runs)
def test_the_jacobians_of_the_states_compose(student, W, U, x, h, t, j, k):
    """∂h_t/∂h_k = ∂h_t/∂h_j · ∂h_j/∂h_k for every step j between: the later factor stands left."""
    required = oracles.state_jacobian(W, U, x, h, t, k)
    within = 2 * tolerances.state_jacobian(W, U, x, h, t, k)
    J_tj, J_jk = student.rnn.state_jacobian(W, h, t, j), student.rnn.state_jacobian(W, h, j, k)
    agree(J_tj @ J_jk, required, within, what="∂h_t/∂h_j · ∂h_j/∂h_k")
    agree(student.rnn.state_jacobian(W, h, t, k), J_tj @ J_jk, within, what="∂h_t/∂h_k")


@claim("1b-states")
@for_all(runs)
def test_the_jacobian_is_the_derivative_of_the_forward_map(student, W, U, x, h, t, k):
    """Column j of ∂h_t/∂h_k says how h_t moves when entry j of h_k does, t - k steps earlier."""
    required = oracles.state_jacobian(W, U, x, h, t, k)
    within = tolerances.state_jacobian(W, U, x, h, t, k)
    agree(student.rnn.state_jacobian(W, h, t, k), required, within, what="∂h_t/∂h_k")


@claim("1b-states")
@for_all(runs_and_edges)
def test_the_functions_of_the_states_keep_their_contract(student, W, U, x, h, t, k):
    """The functions return float64, the same every time, arguments unchanged, for T = 0 too."""
    yours = student.rnn.hidden_states.under_contract(W, U, h[0], x)
    agree(yours, h, within=tolerances.hidden_states(W, U, x, h), what="h", double=True)
    J = student.rnn.state_jacobian.under_contract(W, h, t, k)
    within = tolerances.state_jacobian(W, U, x, h, t, k)
    agree(J, oracles.state_jacobian(W, U, x, h, t, k), within, what="∂h_t/∂h_k", double=True)


# 1b the gradient


@claim("1b-gradient")
@for_all(terms)
def test_the_immediate_partial_holds_the_state_before_fixed(student, W, U, x, h, k):
    """∂⁺h_k[a]/∂W[i, j] is σ'(z_k)_a h_{k-1}[j] where i = a, and 0 off that row."""
    required = oracles.immediate_jacobian(W, U, x, h, k)
    within = tolerances.immediate_jacobian(W, U, x, h, k)
    agree(student.rnn.immediate_jacobian(h, k), required, within, what="∂⁺h_k/∂W")


@claim("1b-gradient")
@for_all(terms)
def test_every_term_is_the_effect_of_one_use_of_W(student, W, U, x, h, dL_dh, t, k):
    """The term (t, k) says how L_t moves when W moves at step k alone."""
    required = oracles.gradient_term(W, U, x, h, dL_dh, t, k)
    within = tolerances.gradient_term(W, U, x, h, dL_dh, t, k)
    agree(student.rnn.gradient_term(W, h, dL_dh, t, k), required, within, what="∂L_t/∂W⁽ᵏ⁾")


@claim("1b-gradient")
@for_all(runs)
def test_the_double_sum_is_the_derivative_of_the_loss(student, W, U, x, h, dL_dh):
    """∂L/∂W says how L = L_0 + ... + L_T moves with every entry of W, which acts at every step."""
    required = oracles.loss_gradient(W, U, x, h, dL_dh)
    within = tolerances.loss_gradient(W, U, x, h, dL_dh)
    agree(student.rnn.loss_gradient(W, h, dL_dh), required, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(runs)
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
@for_all(runs)
def test_a_loss_at_the_last_step_reaches_the_first(student, W, U, x, h, dL_dh):
    """A loss at t = T alone still counts the use of W at every step, back to the first."""
    last_alone = np.zeros(h.shape)
    last_alone[-1] = dL_dh[-1]
    required = oracles.loss_gradient(W, U, x, h, last_alone)
    within = tolerances.loss_gradient(W, U, x, h, last_alone)
    agree(student.rnn.loss_gradient(W, h, last_alone), required, within, what="∂L/∂W")


@claim("1b-gradient")
@for_all(terms_and_edges)
def test_the_functions_of_the_gradient_keep_their_contract(student, W, U, x, h, dL_dh, t, k):
    """The functions return float64, the same every time, arguments unchanged, for n = T = 1 too."""
    run = W, U, x, h
    partial = student.rnn.immediate_jacobian.under_contract(h, k)
    within = tolerances.immediate_jacobian(*run, k)
    agree(partial, oracles.immediate_jacobian(*run, k), within, what="∂⁺h_k/∂W", double=True)
    term = student.rnn.gradient_term.under_contract(W, h, dL_dh, t, k)
    within = tolerances.gradient_term(*run, dL_dh, t, k)
    agree(term, oracles.gradient_term(*run, dL_dh, t, k), within, what="∂L_t/∂W⁽ᵏ⁾", double=True)
    dW = student.rnn.loss_gradient.under_contract(W, h, dL_dh)
    within = tolerances.loss_gradient(*run, dL_dh)
    agree(dW, oracles.loss_gradient(*run, dL_dh), within, what="∂L/∂W", double=True)


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
@for_all(steps_and_none)
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
