"""Exercise 3: the gates of an LSTM, their ranges, and the constant error carousel."""

import numpy as np
from answers import agree_from, interval, listed, names, roles, too_wide, unconfined
from lstm_strategies import (
    carousels,
    carousels_and_edges,
    gates,
    open_carousels,
    saturated_weights,
    weights,
    weights_and_edges,
    weights_and_ends,
)

import oracles
import tolerances
from claimgrade import agree, between, claim, for_all, require

# 3a what the gates do


@claim("3a-roles")
@for_all(gates)
def test_the_cell_state_keeps_f_of_the_old_and_adds_i_of_the_new(student, f, i, c_tilde, c_prev):
    """c_t = f ⊙ c_{t-1} + i ⊙ c̃_t."""
    within = tolerances.cell_state(f, i, c_tilde, c_prev)
    c = student.lstm.cell_state(f, i, c_tilde, c_prev)
    agree(c, f * c_prev + i * c_tilde, within, what="c_t")


@claim("3a-roles")
@for_all(gates)
def test_the_hidden_state_is_o_times_tanh_c(student, o, c_prev):
    """h_t = o ⊙ tanh(c_t)."""
    h = student.lstm.hidden_state(o, c_prev)
    agree(h, o * np.tanh(c_prev), within=tolerances.hidden_state(o), what="h_t")


@claim("3a-roles")
@for_all(weights)
def test_a_step_is_the_gates_then_c_then_h(student, W, b, h_prev, c_prev, x):
    """A step computes the gates, then c_t, then h_t, and returns (h_t, c_t)."""
    h_c = student.lstm.step(W, b, h_prev, c_prev, x)
    within = tolerances.step(W, b, h_prev, c_prev, x)
    agree(h_c, oracles.step(W, b, h_prev, c_prev, x), within, what="(h_t, c_t)")


@claim("3a-roles")
@for_all(gates)
def test_without_i_the_candidate_has_no_effect(student, f, i, c_tilde, c_prev, other_c_tilde):
    """With i = 0, c_t = f ⊙ c_{t-1}, whatever c̃_t is."""
    within = tolerances.cell_state(f, 0 * i, c_tilde, c_prev)
    c = student.lstm.cell_state(f, 0 * i, c_tilde, c_prev)
    agree(c, f * c_prev, within, what="c_t")
    agree(student.lstm.cell_state(f, 0 * i, other_c_tilde, c_prev), c, within, what="c_t")


@claim("3a-roles")
@for_all(gates)
def test_without_f_the_old_cell_state_has_no_effect(student, f, i, c_tilde, c_prev, other_c_prev):
    """With f = 0, c_t = i ⊙ c̃_t, whatever c_{t-1} is."""
    within = tolerances.cell_state(0 * f, i, c_tilde, c_prev)
    c = student.lstm.cell_state(0 * f, i, c_tilde, c_prev)
    agree(c, i * c_tilde, within, what="c_t")
    agree(student.lstm.cell_state(0 * f, i, c_tilde, other_c_prev), c, within, what="c_t")


@claim("3a-roles")
@for_all(weights)
def test_without_o_h_is_hidden_and_c_stays(student, W, b, h_prev, c_prev, x):
    """With o = 0 (by a bias of -1000), h_t is 0 and c_t is what it was."""
    closed = b.copy()
    closed[2] = -1000
    _, required = oracles.step(W, b, h_prev, c_prev, x)
    _, within = tolerances.step(W, b, h_prev, c_prev, x)
    h, c = student.lstm.step(W, closed, h_prev, c_prev, x)
    agree(h, 0 * h, within=tolerances.sigmoid(), what="h_t")
    agree(c, required, within, what="c_t")


@claim("3a-roles")
@for_all(weights)
def test_o_does_not_enter_the_cell_state(student, W, b, h_prev, c_prev, x, W_o, b_o):
    """Other weights and another bias of the output gate leave c_t as it was."""
    other_W, other_b = W.copy(), b.copy()
    other_W[2], other_b[2] = W_o, b_o
    _, required = oracles.step(W, b, h_prev, c_prev, x)
    _, within = tolerances.step(W, b, h_prev, c_prev, x)
    _, c = student.lstm.step(other_W, other_b, h_prev, c_prev, x)
    agree(c, required, within, what="c_t")


@claim("3a-roles")
def test_gate_roles_names_what_closing_each_gate_shows(student):
    """gate_roles names, for each gate, what is lost when that gate alone is closed."""
    yours, required = roles(student.lstm.gate_roles()), oracles.roles()
    require(yours == required, "roles_differ", required=required, yours=yours)


@claim("3a-roles")
@for_all(weights_and_edges)
def test_the_functions_of_a_step_keep_their_contract(student, W, b, h_prev, c_prev, x, form):
    """The functions answer in the documented form, the same every time, arguments unchanged or
    lists of whole numbers."""
    roles(student.lstm.gate_roles.under_contract())
    f, i, o, c_tilde = oracles.gates(W, b, h_prev, x)
    c, within = f * c_prev + i * c_tilde, tolerances.cell_state(f, i, c_tilde, c_prev)
    yours = student.lstm.cell_state.under_contract(*form(f, i, c_tilde, c_prev))
    agree_from(form, yours, c, within, what="c_t")
    h = student.lstm.hidden_state.under_contract(*form(o, c))
    agree_from(form, h, o * np.tanh(c), within=tolerances.hidden_state(o), what="h_t")
    h_c, within = [o * np.tanh(c), c], tolerances.step(W, b, h_prev, c_prev, x)
    yours = student.lstm.step.under_contract(*form(W, b, h_prev, c_prev, x))
    agree_from(form, yours, np.array(h_c), within, what="(h_t, c_t)")


# 3b ranges


@claim("3b-ranges")
@for_all(weights)
def test_gates_are_sigma_and_tanh_of_affine_maps(student, W, b, h_prev, x):
    """f, i, o are σ and c̃ is tanh of W[gate] [h_{t-1}; x_t] + b[gate], in this order."""
    required = oracles.gates(W, b, h_prev, x)
    within = tolerances.gates(W, b, h_prev, x)
    agree(student.lstm.gates(W, b, h_prev, x), required, within, what="(f, i, o, c̃)")


@claim("3b-ranges")
@for_all(saturated_weights)
def test_gates_stay_in_their_ranges(student, W, b, h_prev, x):
    """f, i, o lie in [0, 1] and c̃ in [-1, 1] for inputs of any size, and reach both ends."""
    low, high, within = [[0], [0], [0], [-1]] + 0 * b, 1 + 0 * b, tolerances.sigmoid()
    between(student.lstm.gates(W, b, h_prev, x), low, high, within, what="(f, i, o, c̃)")
    agree(student.lstm.gates(0 * W, -1000 * high, h_prev, x), low, within, what="(f, i, o, c̃)")
    agree(student.lstm.gates(0 * W, 1000 * high, h_prev, x), high, within, what="(f, i, o, c̃)")


@claim("3b-ranges")
@for_all(saturated_weights)
def test_h_stays_in_its_range(student, W, b, h_prev, c_prev, x):
    """h lies in [-1, 1] for inputs of any size; open gates and c̃ = 1 give h = tanh(c_{t-1} + 1)."""
    within = tolerances.hidden_state(np.ones(len(c_prev)))
    h, _ = student.lstm.step(W, b, h_prev, c_prev, x)
    between(h, -1, 1, within, what="h_t")
    h, _ = student.lstm.step(0 * W, 0 * b + 1000, h_prev, c_prev, x)
    agree(h, np.tanh(c_prev + 1), within, what="h_t")


@claim("3b-ranges")
def test_f_i_and_o_and_no_others_are_never_negative(student):
    """always_nonnegative names f, i and o, and no other: some input makes c̃, c and h negative."""
    seen, named = oracles.negative_quantities(), names(student.lstm.always_nonnegative())
    left_out = {"f", "i", "o"} - named
    wrong = {f"{name} = {seen[name]:.3g}" for name in named & set(seen)}
    require(not wrong, "can_be_negative", yours=sorted(named), seen=listed(wrong))
    require(not left_out, "nonnegative_left_out", yours=sorted(named), names=listed(left_out))


@claim("3b-ranges")
def test_c_alone_is_not_confined(student):
    """The range of c alone is all real numbers: with f = i = c̃ = 1, c grows by 1 at each step."""
    answer, all_reals = student.lstm.ranges(), (-np.inf, np.inf)
    yours, wide = interval(answer, "c"), unconfined(answer) - {"c"}
    require(yours == all_reals, "c_is_confined", required=all_reals, yours=yours)
    require(not wide, "interval_too_wide", yours=answer, names=listed(wide))


@claim("3b-ranges")
@for_all(weights_and_ends)
def test_a_claimed_interval_holds_and_is_tight(student, W, b, h_prev, c_prev, x, name):
    """No value that occurs lies outside its interval, and values come close to both finite ends."""
    value = oracles.quantities(W, b, h_prev, c_prev, x)[name]
    answer = student.lstm.ranges()
    (low, high), wide = interval(answer, name), too_wide(answer, oracles.attained())
    told = {"name": name, "value": f"{value:.6g}", "low": f"{low:g}", "high": f"{high:g}"}
    require(low <= value <= high, "interval_left", yours=(low, high), **told)
    require(not wide, "interval_too_wide", yours=wide, names=listed(wide))


@claim("3b-ranges")
@for_all(weights_and_edges)
def test_the_functions_of_the_ranges_keep_their_contract(student, W, b, h_prev, x, name, form):
    """gates, always_nonnegative and ranges answer in the documented form, the same every time, for
    lists of whole numbers too."""
    names(student.lstm.always_nonnegative.under_contract())
    interval(student.lstm.ranges.under_contract(), name)
    required, within = oracles.gates(W, b, h_prev, x), tolerances.gates(W, b, h_prev, x)
    yours = student.lstm.gates.under_contract(*form(W, b, h_prev, x))
    agree_from(form, yours, required, within, what="(f, i, o, c̃)")


# 3c the constant error carousel


@claim("3c-carousel")
@for_all(gates)
def test_an_open_cell_keeps_its_state(student, f, c_tilde, c_prev):
    """With i = 0, f = 1 gives c_t = c_{t-1} and f = 1/2 gives c_{t-1}/2, exactly."""
    half = student.lstm.cell_state(f**0 / 2, 0 * f, c_tilde, c_prev)
    agree(half, c_prev / 2, within=tolerances.exact(), what="c_t")
    whole = student.lstm.cell_state(f**0, 0 * f, c_tilde, c_prev)
    agree(whole, c_prev, within=tolerances.exact(), what="c_t")


@claim("3c-carousel")
@for_all(open_carousels)
def test_an_open_carousel_hands_the_gradient_on_unchanged(student, f, t, k):
    """With f = 1 after step k, ∂c_t/∂c_k = I, however long; half-open gates halve it every step."""
    whole, lately = np.eye(f.shape[1]), max(k, t - 20)
    half, within = whole / 2.0 ** (t - lately), tolerances.cell_jacobian(f / 2, t, lately)
    agree(student.lstm.cell_jacobian(f / 2, t, lately), half, within, what="∂c_t/∂c_k")
    agree(student.lstm.cell_jacobian(f, t, k), whole, within=tolerances.exact(), what="∂c_t/∂c_k")


@claim("3c-carousel")
@for_all(carousels)
def test_the_jacobian_is_the_product_of_the_forget_gates(student, f, t, k):
    """∂c_t/∂c_k = diag(f_{k+1} ⊙ ... ⊙ f_t), unit by unit."""
    product = oracles.product_of_gates(f, t, k)
    within = tolerances.cell_jacobian(f, t, k)
    agree(student.lstm.cell_jacobian(f, t, k), np.diag(product), within, what="∂c_t/∂c_k")


@claim("3c-carousel")
@for_all(carousels)
def test_the_jacobians_of_the_cell_compose(student, f, t, j, k):
    """∂c_t/∂c_k = ∂c_t/∂c_j · ∂c_j/∂c_k for every step j between."""
    required = np.diag(oracles.product_of_gates(f, t, k))
    within = 2 * tolerances.cell_jacobian(f, t, k)
    J_tj, J_jk = student.lstm.cell_jacobian(f, t, j), student.lstm.cell_jacobian(f, j, k)
    agree(J_tj @ J_jk, required, within, what="∂c_t/∂c_j · ∂c_j/∂c_k")
    agree(student.lstm.cell_jacobian(f, t, k), J_tj @ J_jk, within, what="∂c_t/∂c_k")


@claim("3c-carousel")
@for_all(carousels)
def test_it_decays_at_least_as_fast_as_the_largest_gate(student, f, t, k):
    """No entry of ∂c_t/∂c_k exceeds max(f)^{t-k}, which equal gates attain."""
    largest = f[k + 1 : t + 1].max()
    bound, equal = largest ** (t - k), largest + 0 * f
    within = tolerances.cell_jacobian(equal, t, k).max()
    between(student.lstm.cell_jacobian(f, t, k), -bound, bound, within, what="∂c_t/∂c_k")
    attained = student.lstm.cell_jacobian(equal, t, k).diagonal()
    agree(attained, 0 * f[0] + bound, within, what="∂c_t/∂c_k")


@claim("3c-carousel")
@for_all(carousels)
def test_it_is_the_derivative_of_the_iterated_update(student, f, i, c_tilde, c_k, t, k):
    """∂c_t/∂c_k says how c_t moves with c_k when c ← f ⊙ c + i ⊙ c̃ is iterated, f, i, c̃ fixed."""
    required = oracles.cell_jacobian(f, i, c_tilde, c_k, t, k)
    within = tolerances.cell_jacobian(f, t, k)
    agree(student.lstm.cell_jacobian(f, t, k), required, within, what="∂c_t/∂c_k")


@claim("3c-carousel")
@for_all(carousels_and_edges)
def test_cell_jacobian_keeps_its_contract(student, f, t, k, form):
    """cell_jacobian returns float64, the same every time, and takes H = 1, T = 0, t = k and lists
    of whole numbers."""
    required, within = np.diag(oracles.product_of_gates(f, t, k)), tolerances.cell_jacobian(f, t, k)
    J = student.lstm.cell_jacobian.under_contract(*form(f), t, k)
    agree_from(form, J, required, within, what="∂c_t/∂c_k")
