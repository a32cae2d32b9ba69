"""What can be sent, and what can not."""

import fractions
import struct

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.data import data

from claimgrade.calls import wire


def same(a, b):
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and (repr(a) == repr(b))


@given(data)
def test_plain_data_comes_back_as_it_went(value):
    assert same(wire.decode(wire.encode(wire.plain(value))), value)


@given(st.binary(max_size=200))
def test_bytes_that_nobody_encoded_are_refused_or_decoded_never_worse(raw):
    try:
        wire.decode(raw)
    except msgspec.DecodeError:
        return


@pytest.mark.parametrize("shape", [(2**63, 0), (0, 2**62), (2**40, 0, 2**40), (2**61,), (1,)])
def test_an_array_that_is_not_of_its_size_is_refused(shape):
    header = struct.pack(f"<BB{len(shape)}Q", 0, len(shape), *shape)
    message = msgspec.msgpack.encode(msgspec.msgpack.Ext(1, header))
    with pytest.raises(msgspec.DecodeError, match="array size"):
        wire.decode(message)


class Tensor:
    def __array__(self, dtype=None, copy=None):
        return np.arange(3.0)


@pytest.mark.parametrize(
    "value, expected",
    [
        ((1, 2.0), [1, 2.0]),
        ("\ud800", "?"),
        ({3, 1, 2}, [1, 2, 3]),
        (np.float64(0.5), np.array(0.5)),
        (np.array([[1.0, 2.0]]).view(np.matrix), np.array([[1.0, 2.0]])),
        (np.ma.masked_array([1.0, 2.0], [True, False]), np.array([1.0, 2.0])),
        (np.array([1, 2], "u1"), np.array([1, 2], "i8")),
        (np.array([1.0], "f2"), np.array([1.0], "f4")),
        (np.array([1.0], np.longdouble), np.array([1.0])),
        (np.array([1j], np.clongdouble), np.array([1j])),
        (np.complex64(1j), np.array(1j, "c8")),
        (np.array(["f", "i"]), ["f", "i"]),
        (np.asfortranarray([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0], [3.0, 4.0]])),
        (Tensor(), np.arange(3.0)),
    ],
)
def test_relatives_of_plain_data_become_plain(value, expected):
    assert same(wire.plain(value), expected)


@pytest.mark.parametrize(
    "value, reason, what",
    [
        ((i for i in range(3)), "not_data", "generator"),
        (fractions.Fraction(1, 3), "not_data", "Fraction"),
        (np.array([None, 1], object), "not_data", "array of object"),
        (len, "not_data", "builtin_function_or_method"),
        (2**70, "integer_too_large", "int"),
        ({1: 2}, "key_not_a_string", "int"),
        ([[[[[[[[[[1]]]]]]]]]], "too_deep", "list"),
        (np.broadcast_to(0.0, (10**5, 10**5)), "too_large", "array of shape (100000, 100000)"),
    ],
)
def test_what_is_not_data_is_named(value, reason, what):
    with pytest.raises(wire.NotData) as refused:
        wire.plain(value)
    assert (refused.value.reason, refused.value.what) == (reason, what)


def test_an_array_arrives_as_a_copy():
    original = np.zeros(3)
    arrived = wire.decode(wire.encode(original))
    arrived[0] = 1
    assert original[0] == 0
