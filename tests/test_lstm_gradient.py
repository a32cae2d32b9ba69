"""Exercise 3d: the full gradient of an LSTM, with every path through the gates."""

import numpy as np
from answers import agree_from
from lstm_strategies import (
    layers,
    layers_and_edges,
    long_and_loud_layers,
    loud_layers,
    unit_inputs,
)

import oracles
import tolerances
from claimgrade import agree, claim, for_all


def both_agree(yours, required, within, what="∂L/∂{0}"):
    """∂L/∂W, then ∂L/∂b."""
    for place, weights in enumerate("Wb"):
        agree(yours[place], required[place], within[place], what.format(weights))


@claim("3d-lstm-gradient")
@for_all(long_and_loud_layers)
def test_the_gradient_of_W_is_the_derivative_of_the_loss(student, W, b, h_0, c_0, x, dL_dh):
    """∂L/∂W says how L = L_0 + ... + L_T moves with every entry of W, which acts at every step."""
    required, _ = oracles.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    within, _ = tolerances.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    dW, _ = student.lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    agree(dW, required, within, what="∂L/∂W")


@claim("3d-lstm-gradient")
@for_all(long_and_loud_layers)
def test_the_gradient_of_b_is_the_derivative_of_the_loss(student, W, b, h_0, c_0, x, dL_dh):
    """∂L/∂b says how L moves with every entry of b, gate by gate, summed over the steps."""
    _, required = oracles.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    _, within = tolerances.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    _, db = student.lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    agree(db, required, within, what="∂L/∂b")


@claim("3d-lstm-gradient")
@for_all(unit_inputs)
def test_every_step_adds_its_own_use_of_the_weights(student, W, b, h_0, c_0, x, dL_dh):
    """If x_k is the unit vector e_k, column H+k-1 of ∂L/∂W is what b does at step k alone."""
    H, steps = len(h_0), range(1, len(x) + 1)
    uses = [oracles.lstm_gradient(W, b, h_0, c_0, x, dL_dh, uses=[k])[1] for k in steps]
    within, _ = tolerances.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    dW, _ = student.lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    agree(dW[:, :, H:], np.stack(uses, axis=2), within[:, :, H:], what="∂L/∂b⁽ᵏ⁾")


@claim("3d-lstm-gradient")
@for_all(long_and_loud_layers)
def test_a_loss_at_the_last_step_reaches_the_first_through_c_alone(
    student, W, b, h_0, c_0, x, dL_dh
):
    """A loss at t = T alone counts every step back to the first, also where W does not see h."""
    blind, last_alone = W.copy(), 0 * dL_dh
    blind[:, :, : len(h_0)], last_alone[-1] = 0, dL_dh[-1]
    for weights in (blind, W):
        required = oracles.lstm_gradient(weights, b, h_0, c_0, x, last_alone)
        within = tolerances.lstm_gradient(weights, b, h_0, c_0, x, last_alone)
        yours = student.lstm.loss_gradient(weights, b, h_0, c_0, x, last_alone)
        both_agree(yours, required, within)


@claim("3d-lstm-gradient")
@for_all(layers)
def test_an_open_forget_gate_hands_the_error_on(student, W, b, h_0, c_0, x, dL_dh):
    """With f = 1 (by a bias of 1000) the gate f has no gradient, and all others the right one."""
    opened = b.copy()
    opened[0] = 1000
    required = oracles.lstm_gradient(W, opened, h_0, c_0, x, dL_dh)
    within = tolerances.lstm_gradient(W, opened, h_0, c_0, x, dL_dh)
    both_agree(student.lstm.loss_gradient(W, opened, h_0, c_0, x, dL_dh), required, within)


@claim("3d-lstm-gradient")
@for_all(loud_layers)
def test_the_gradients_are_linear_in_dL_dh(student, W, b, h_0, c_0, x, dL_dh):
    """Both are linear in ∂L_t/∂h_t: the loss 2L - 3L' has the gradient 2 ∂L/∂W - 3 ∂L'/∂W."""
    other = dL_dh[::-1]  # the same losses, at other times
    required = oracles.lstm_gradient(W, b, h_0, c_0, x, 2 * dL_dh - 3 * other)
    within = tolerances.lstm_gradient(W, b, h_0, c_0, x, 2 * abs(dL_dh) + 3 * abs(other))
    dW, db = student.lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    other_dW, other_db = student.lstm.loss_gradient(W, b, h_0, c_0, x, other)
    sums = 2 * dW - 3 * other_dW, 2 * db - 3 * other_db
    both_agree(sums, required, [2 * bound for bound in within], "2 ∂L/∂{0} - 3 ∂L'/∂{0}")
    yours = student.lstm.loss_gradient(W, b, h_0, c_0, x, 2 * dL_dh - 3 * other)
    both_agree(yours, required, within, "∂(2L - 3L')/∂{0}")


@claim("3d-lstm-gradient")
@for_all(layers)
def test_a_loss_at_step_0_moves_neither_W_nor_b(student, W, b, h_0, c_0, x, dL_dh):
    """A loss at t = 0 adds nothing, alone or with others: h_0 depends neither on W nor on b."""
    alone, others = 0 * dL_dh, dL_dh.copy()
    alone[0], others[0] = dL_dh[0], 0
    required = oracles.lstm_gradient(W, b, h_0, c_0, x, others)
    within = tolerances.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    yours = student.lstm.loss_gradient(W, b, h_0, c_0, x, alone)
    both_agree(yours, (0 * W, 0 * b), [tolerances.exact()] * 2, "∂L_0/∂{0}")
    yours = student.lstm.loss_gradient(W, b, h_0, c_0, x, dL_dh)
    both_agree(yours, required, within)


@claim("3d-lstm-gradient")
@for_all(layers)
def test_no_steps_give_zeros_and_one_step_its_own_use(student, W, b, h_0, c_0, x, dL_dh):
    """With T = 0 both are zeros, of the shapes of W and b, and with T = 1 one use of each."""
    yours = student.lstm.loss_gradient(W, b, h_0, c_0, x[:0], dL_dh[:1])
    both_agree(yours, (0 * W, 0 * b), [tolerances.exact()] * 2)
    one = W, b, h_0, c_0, x[:1], dL_dh[:2]
    required, within = oracles.lstm_gradient(*one), tolerances.lstm_gradient(*one)
    yours = student.lstm.loss_gradient(*one)
    both_agree(yours, required, within)


@claim("3d-lstm-gradient")
@for_all(layers_and_edges)
def test_loss_gradient_keeps_its_contract(student, W, b, h_0, c_0, x, dL_dh, form):
    """loss_gradient returns two float64 arrays, the same every time, for H = D = 1, T = 0 and
    lists of whole numbers too."""
    required = oracles.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    within = tolerances.lstm_gradient(W, b, h_0, c_0, x, dL_dh)
    yours = student.lstm.loss_gradient.under_contract(*form(W, b, h_0, c_0, x, dL_dh))
    for place, what in enumerate(("∂L/∂W", "∂L/∂b")):
        agree_from(form, yours[place], required[place], within[place], what)
