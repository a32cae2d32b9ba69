"""Exercises 1a and 1b: the sigmoid, one layer, and the chain of states."""

import numpy as np
from answers import agree_from
from rnn_strategies import (
    far_numbers,
    layers,
    layers_and_edges,
    long_runs,
    numbers,
    numbers_of_any_shape,
    runs,
    runs_and_edges,
    saturated_layers,
    saturated_runs,
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
def test_sigma_and_sigma_prime_keep_their_contract(student, z, form):
    """They return float64 of the shape of z, the same every time, z unchanged or a list of whole
    numbers."""
    s = student.rnn.sigmoid.under_contract(*form(z))
    agree_from(form, s, oracles.sigmoid(z), tolerances.sigmoid(), what="σ(z)")
    q = student.rnn.sigmoid_prime.under_contract(*form(z))
    agree_from(form, q, oracles.sigmoid_prime(z), tolerances.sigmoid_prime(), what="σ'(z)")


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
def test_layer_jacobian_keeps_its_contract(student, W, x, form):
    """layer_jacobian returns float64, the same every time, W and x unchanged, for n = 1 and lists
    of whole numbers too."""
    required = np.transpose([oracles.layer_derivative(W, x, e_j) for e_j in np.eye(len(x))])
    J = student.rnn.layer_jacobian.under_contract(*form(W, x))
    agree_from(form, J, required, within=tolerances.layer_jacobian(W, x), what="∂y/∂x")


# 1b the chain of states


@claim("1b-states")
@for_all(long_runs)
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
@for_all(long_runs)
def test_the_jacobian_is_the_derivative_of_the_forward_map(student, W, U, x, h, t, k):
    """Column j of ∂h_t/∂h_k says how h_t moves when entry j of h_k does, t - k steps earlier."""
    required = oracles.state_jacobian(W, U, x, h, t, k)
    within = tolerances.state_jacobian(W, U, x, h, t, k)
    agree(student.rnn.state_jacobian(W, h, t, k), required, within, what="∂h_t/∂h_k")


@claim("1b-states")
@for_all(runs_and_edges)
def test_the_functions_of_the_states_keep_their_contract(student, W, U, x, h, t, k, form):
    """The functions return float64, the same every time, arguments unchanged, for T = 0 and lists
    of whole numbers too."""
    yours = student.rnn.hidden_states.under_contract(*form(W, U, h[0], x))
    agree_from(form, yours, h, within=tolerances.hidden_states(W, U, x, h), what="h")
    J = student.rnn.state_jacobian.under_contract(*form(W, h), t, k)
    within = tolerances.state_jacobian(W, U, x, h, t, k)
    agree_from(form, J, oracles.state_jacobian(W, U, x, h, t, k), within, what="∂h_t/∂h_k")
