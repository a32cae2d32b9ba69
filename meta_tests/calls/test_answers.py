"""Answers of the other kinds: whole numbers, complex numbers, text and data."""

import numpy as np
import pytest

from claimgrade.assignment.messages import engine_sentences
from claimgrade.assignment.spec import Function
from claimgrade.calls.answers import check_dtype, checked
from claimgrade.calls.failures import Fails


def function(returns):
    return Function({"T": "integer"}, returns)


def key_of(returns, value):
    with pytest.raises(Fails) as failure:
        checked("f", function(returns), (2,), value)
    return failure.value.key


@pytest.mark.parametrize("value", [[[1, 2]], [[1.0, 2.0]], np.array([[1, 2]]), [(1, 2)]])
def test_whole_numbers_are_whole_in_any_dress(value):
    answer = checked("f", function("integer 1 T"), (2,), value)
    assert answer.dtype == np.int64
    assert answer.tolist() == [[1, 2]]


@pytest.mark.parametrize("value", [[[1.5, 2]], [[np.nan, 1]]])
def test_fractions_are_not_whole(value):
    assert key_of("integer 1 T", value) == "not_whole"


def test_an_empty_list_stands_for_any_empty_shape():
    for kind in ("integer", "float"):
        assert checked("f", function(f"{kind} T 3"), (0,), []).shape == (0, 3)


def test_a_real_answer_is_a_complex_one_but_not_the_reverse():
    assert checked("f", function("complex T"), (1,), [1.0]).dtype == np.float64
    assert checked("f", function("complex T"), (1,), [1j]).dtype == np.complex128
    assert key_of("float T", [1j, 1.0]) == "complex_numbers"


@pytest.mark.parametrize(
    "returns, value",
    [
        ("float", 3 + 0j),
        ("float", np.complex128(3)),
        ("float T", [3 + 0j, 3]),
        ("float T", [3 - 0j, complex(3, -0.0)]),
        ("float T", np.array([3, 3], complex)),
        ("float T T", [np.array([3, 3]), [3 + 0j, 3]]),
        ("integer T", np.array([3, 3], complex)),
    ],
)
def test_an_imaginary_part_of_exactly_0_does_no_harm(returns, value):
    answer = checked("f", function(returns), (2,), value)
    assert answer.dtype == (np.int64 if returns.startswith("integer") else np.float64)
    assert (answer == 3).all()


def test_of_several_arrays_each_may_be_complex():
    first, second = checked("f", function("float T 3, T"), (2,), [np.full((2, 3), 1 + 0j), [1, 2]])
    assert first.dtype == second.dtype == np.float64


@pytest.mark.parametrize("imaginary", [1e-300, -5e-324, np.nan, np.inf])
@pytest.mark.parametrize("returns", ["float T", "integer T"])
def test_any_other_imaginary_part_makes_a_number_complex(returns, imaginary):
    assert key_of(returns, [1.0, complex(1, imaginary)]) == "complex_numbers"


def test_a_complex_number_of_single_precision_stays_single():
    answer = checked("f", function("float T"), (2,), np.ones(2, np.complex64))
    assert answer.dtype == np.float32


def test_the_real_part_must_be_finite_too():
    assert key_of("float T", np.array([1, complex(np.nan, 0)])) == "not_finite"


def test_several_shapes_are_a_list_of_arrays():
    first, second = checked("f", function("float T 3, T"), (2,), [[[1, 2, 3]] * 2, [4, 5]])
    assert (first.shape, second.shape) == ((2, 3), (2,))
    assert first.dtype == second.dtype == np.float64


@pytest.mark.parametrize(
    "value, key, name",
    [
        (np.zeros((2, 3)), "not_several", "f"),
        ({"W": 1}, "not_several", "f"),
        ([[1.0, 2.0]], "wrong_count", "f"),
        ([np.zeros((2, 3)), np.zeros(3)], "wrong_shape", "f(...)[1]"),
        ([np.full((2, 3), np.nan), np.zeros(2)], "not_finite", "f(...)[0]"),
        ([np.zeros((2, 3)), ["a", "b"]], "not_numbers", "f(...)[1]"),
    ],
)
def test_what_is_wrong_with_one_of_several_names_its_place(value, key, name):
    with pytest.raises(Fails) as failure:
        checked("f", function("float T 3, T"), (2,), value)
    assert (failure.value.key, failure.value.details["function"]) == (key, name)


@pytest.mark.parametrize(
    "language, key, said",
    [
        ("en", "not_several", "f returned dict; a tuple of arrays of the shapes (T, 3), (T,) is"),
        ("en", "wrong_count", "f returned a tuple of 1; a tuple of arrays of the shapes (T, 3)"),
        ("zh", "not_several", "f 返回了 dict；应返回由数组组成的元组"),
        ("zh", "wrong_count", "f 返回的元组有 1 个元素；应返回由数组组成的元组"),
    ],
)
def test_the_sentences_about_several_arrays(language, key, said):
    value = {"not_several": {}, "wrong_count": [1.0]}[key]
    with pytest.raises(Fails) as failure:
        checked("f", function("float T 3, T"), (2,), value)
    assert engine_sentences(language)[key].format(**failure.value.details).startswith(said)


def test_text_is_a_string():
    assert checked("f", function("text"), (2,), "bounded") == "bounded"
    assert key_of("text", 3) == "not_text"


def test_data_is_anything_but_none():
    assert checked("f", function("data"), (2,), {"a": [1]}) == {"a": [1]}
    assert key_of("data", None) == "returned_none"


@pytest.mark.parametrize(
    "returns, dtype, key",
    [
        ("integer T", "float64", "wrong_dtype"),
        ("float T", "float16", "single_precision"),
        ("complex T", "complex64", "single_precision"),
        ("float T", "complex64", "single_precision"),
        ("integer T", "complex128", "wrong_dtype"),
        ("float T", "longdouble", "wrong_dtype"),
        ("float T, T", "float32, float64", "single_precision"),
        ("float T, T", "float64, int64", "wrong_dtype"),
    ],
)
def test_another_dtype_breaks_the_contract(returns, dtype, key):
    with pytest.raises(Fails) as failure:
        check_dtype("f", function(returns), dtype)
    assert failure.value.key == key


@pytest.mark.parametrize(
    "returns, dtype",
    [
        ("integer T", "int32"),
        ("float T", "float64"),
        ("float T", "complex128"),
        ("float T", ""),
        ("data", "int8"),
    ],
)
def test_the_documented_dtype_keeps_it(returns, dtype):
    check_dtype("f", function(returns), dtype)
