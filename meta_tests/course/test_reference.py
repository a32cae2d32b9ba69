"""What every function of the reference keeps to; its values are verified in test_reference_*.py."""

import inspect

import numpy as np
import pytest

from reference import lstm, rnn, spectrum

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

M_RNN, U_RNN = [[0.5, -0.25], [1.0, 0.75]], [[1.0, 0.5, -0.5], [0.25, 2.0, -1.0]]
STATES = [[0.5, -1.0], [0.25, 0.5], [0.75, 0.125]]
COTANGENTS = [[1.0, 2.0], [3.0, 4.0], [-1.0, 0.5]]
W_LSTM = np.arange(-20, 20).reshape(4, 2, 5) / 16
B_LSTM = np.arange(8).reshape(4, 2) / 8
X_LSTM = [[1.0, 2.0, -0.5], [0.25, -1.0, 1.0]]

CALLS = [
    (rnn.sigmoid, [[-1.0, 0.5], [2.0, 0.0]]),
    (rnn.sigmoid_prime, [[-1.0, 0.5], [2.0, 0.0]]),
    (rnn.layer_jacobian, U_RNN, [1.0, -0.5, 2.0]),
    (rnn.hidden_states, M_RNN, U_RNN, [0.5, -1.0], [[1.0, 2.0, 0.5], [0.25, -1.0, 1.0]]),
    (rnn.state_jacobian, M_RNN, STATES, 2, 0),
    (rnn.immediate_jacobian, STATES, 2),
    (rnn.gradient_term, M_RNN, STATES, COTANGENTS, 2, 1),
    (rnn.loss_gradient, M_RNN, STATES, COTANGENTS),
    (rnn.expanded_sum, 3),
    (rnn.jacobian_norm_bound, M_RNN, 2, 0),
    (spectrum.power, [[1.0, 2.0], [1.0, 3.0]], [0.5, -0.75], 3),
    (spectrum.w_to_the_30th,),
    (spectrum.limit_of_powers, [0.5, -1.5]),
    (lstm.gates, W_LSTM, B_LSTM, [0.5, -1.0], [1.0, 2.0, -0.5]),
    (lstm.cell_state, [0.5, 1.0], [0.25, 0.75], [-1.0, 0.5], [3.0, -2.0]),
    (lstm.hidden_state, [0.5, 1.0], [0.25, -3.0]),
    (lstm.step, W_LSTM, B_LSTM, [0.5, -1.0], [2.0, -3.0], [1.0, 2.0, -0.5]),
    (lstm.gate_roles,),
    (lstm.always_nonnegative,),
    (lstm.ranges,),
    (lstm.cell_jacobian, [[0.5, 0.25], [0.75, 1.0], [0.125, 0.5]], 2, 0),
    (lstm.loss_gradient, W_LSTM, B_LSTM, [0.5, -1.0], [0.5, 0.25], X_LSTM, COTANGENTS),
]
calls = pytest.mark.parametrize(
    ("function", "arguments"),
    [pytest.param(function, arguments, id=function.__name__) for function, *arguments in CALLS],
)


def arrays(answer):
    """The arrays in an answer; words and intervals as they are."""
    return answer if isinstance(answer, tuple) else (answer,)


def forms(argument):
    """One argument in every form a caller may choose: as it is, and as these arrays."""
    array = np.asarray(argument)
    if array.dtype.kind == "i":
        return [argument, array, array, array]
    return [array.tolist(), array, np.asfortranarray(array), array.astype(np.float32)]


def test_every_function_is_called():
    public = {
        function
        for module in (rnn, spectrum, lstm)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert {function for function, *_ in CALLS} == public


@calls
def test_every_form_of_the_arguments_gives_the_same_answer(function, arguments):
    variants = list(zip(*map(forms, arguments), strict=True)) or [()]
    first, *others = [arrays(function(*variant)) for variant in variants]
    for other in others:
        for a, b in zip(first, other, strict=True):
            np.testing.assert_equal(a, b)
            assert getattr(a, "dtype", None) == getattr(b, "dtype", None)


@calls
def test_an_array_has_the_documented_type_and_belongs_to_the_caller(function, arguments):
    given_arrays = [np.array(argument) for argument in arguments]
    for answer in arrays(function(*given_arrays)):
        if isinstance(answer, np.ndarray):
            assert answer.dtype == (np.int64 if function is rnn.expanded_sum else np.float64)
            assert not any(np.shares_memory(answer, argument) for argument in given_arrays)


@calls
def test_read_only_arguments_stay_as_they_were(function, arguments):
    given_arrays = [np.array(argument) for argument in arguments]
    for array in given_arrays:
        array.setflags(write=False)
    first, second = function(*given_arrays), function(*given_arrays)
    np.testing.assert_equal(first, second)
    for array, argument in zip(given_arrays, arguments, strict=True):
        np.testing.assert_array_equal(array, argument)


def test_the_fixed_answers_are_fresh_on_every_call():
    for function in (lstm.gate_roles, lstm.ranges):
        function().clear()
        assert function()
    spectrum.w_to_the_30th()[:] = 0
    assert spectrum.w_to_the_30th().all()


def test_one_unit_one_input_is_enough():
    W, b = np.ones((4, 1, 2)), np.zeros((4, 1))
    assert lstm.gates(W, b, [0.0], [0.0]).shape == (4, 1)
    assert [a.shape for a in lstm.step(W, b, [0.0], [0.0], [0.0])] == [(1,), (1,)]
    assert lstm.cell_jacobian([[0.5]], 0, 0).shape == (1, 1)
    assert rnn.layer_jacobian([[2.0]], [0.0]).tolist() == [[0.5]]
    assert rnn.hidden_states([[1.0]], [[1.0]], [0.5], []).tolist() == [[0.5]]
