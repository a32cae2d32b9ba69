"""Serialisation of plain data, in both directions.

None, booleans, whole numbers of 64 bits, floats, complex numbers, strings, lists (tuples and sets
become lists), dictionaries with string keys, and arrays of float64, float32, complex128, complex64,
int64 and bool. Never pickle, never object arrays; subclasses are stripped.
"""

from __future__ import annotations

import math
import re
import struct
from typing import Any, Literal, NoReturn

import msgspec
import numpy as np

MAX_BYTES = 8 << 20  # of one array, and of one message: an honest answer is a few kilobytes
MAX_DEPTH = 8
MAX_DIMENSIONS = 8

_ARRAY, _COMPLEX = 1, 2
_DTYPES = ("<f8", "<f4", "<c16", "<i8", "|b1", "<c8")
_OF_NUMPY = (np.ndarray, np.generic)
_SINGLE = {"e": "<f4", "f": "<f4", "F": "<c8"}
_AS_DTYPES = [np.dtype(name) for name in _DTYPES]
_BY_KIND = {"f": "<f8", "c": "<c16", "i": "<i8", "u": "<i8", "b": "|b1"}
_HEADER = struct.Struct("<BB")
_SHAPES = [struct.Struct(f"<{ndim}Q") for ndim in range(MAX_DIMENSIONS + 1)]
# All but tab and newline: C0, delete, C1, what reorders or hides text around it, no characters
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)


Reason = Literal["not_data", "too_deep", "integer_too_large", "key_not_a_string", "too_large"]


class NotData(Exception):
    """A value that can't pass: `reason` is a sentence key, `what` names the offender."""

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(reason, what)
        self.reason = reason
        self.what = what


def encode(message: Any) -> bytes:
    """Plain data (see `plain`), or a struct of it, as bytes."""
    return _encoder.encode(message)


def decode(data: bytes, type_: Any = Any) -> Any:
    """The inverse of `encode`; `msgspec.DecodeError` for bytes that no `encode` has written."""
    try:
        return msgspec.msgpack.decode(data, type=type_, ext_hook=_from_ext)
    except (UnicodeDecodeError, RecursionError, MemoryError) as error:
        raise msgspec.DecodeError(f"malformed message: {type(error).__name__}") from None


def plain(value: Any, depth: int = 0) -> Any:
    """The value with exact types only, subclasses stripped; `NotData` for what can't pass."""
    if depth > MAX_DEPTH:
        raise NotData("too_deep", type(value).__name__)
    if value is None or type(value) in (bool, float, complex):
        return value
    if isinstance(value, _OF_NUMPY):
        return _plain_array(np.asarray(value))
    if isinstance(value, int):
        return _plain_int(int(value))
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, list | tuple):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, set | frozenset):
        return [plain(item, depth + 1) for item in _in_order(value)]
    if isinstance(value, dict):
        return {_plain_key(key): plain(item, depth + 1) for key, item in value.items()}
    if hasattr(value, "__array__"):  # a tensor of another library
        return plain(np.asarray(value), depth + 1)
    raise NotData("not_data", type(value).__name__)


def text(value: str) -> str:
    """A string that UTF-8 and XML can hold and a terminal can show: no control codes."""
    if type(value) is str and value.isprintable():  # which has neither
        return value
    return _CONTROL.sub("\ufffd", str.encode(value, "utf-8", "replace").decode("utf-8"))


def _plain_int(value: int) -> int:
    if not -(2**63) <= value < 2**63:
        raise NotData("integer_too_large", "int")
    return value


def _plain_key(key: Any) -> str:
    if not isinstance(key, str):
        raise NotData("key_not_a_string", type(key).__name__)
    return text(key)


def _in_order(items: set[Any] | frozenset[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:
        return list(items)


def _plain_array(array: np.ndarray[Any, Any]) -> Any:
    if array.dtype.kind in "US":
        return plain(array.tolist())
    if array.dtype.kind not in _BY_KIND:
        raise NotData("not_data", f"array of {array.dtype}")
    if array.nbytes > MAX_BYTES or array.ndim > MAX_DIMENSIONS:
        raise NotData("too_large", f"array of shape {array.shape}")
    dtype = _SINGLE.get(array.dtype.char, _BY_KIND[array.dtype.kind])
    return array.astype(dtype, order="C", copy=False)


def _to_ext(value: Any) -> msgspec.msgpack.Ext:
    if type(value) is np.ndarray:
        header = _HEADER.pack(_DTYPES.index(value.dtype.str), value.ndim)
        dimensions = _SHAPES[value.ndim].pack(*value.shape)
        return msgspec.msgpack.Ext(_ARRAY, header + dimensions + value.tobytes())
    if type(value) is complex:
        return msgspec.msgpack.Ext(_COMPLEX, struct.pack("<dd", value.real, value.imag))
    raise TypeError(f"{type(value).__name__} is not plain data")


def _from_ext(code: int, data: memoryview) -> Any:
    if code == _COMPLEX and len(data) == 16:
        return complex(*struct.unpack("<dd", data))
    if code != _ARRAY or len(data) < _HEADER.size:
        _refuse("unknown extension")
    kind, ndim = _HEADER.unpack_from(data)
    start = _HEADER.size + 8 * ndim
    if kind >= len(_DTYPES) or ndim > MAX_DIMENSIONS or len(data) < start:
        _refuse("array header")
    shape = _SHAPES[ndim].unpack_from(data, _HEADER.size)
    dtype = _AS_DTYPES[kind]
    if math.prod(shape) * dtype.itemsize != len(data) - start:
        _refuse("array size")
    try:
        return np.ndarray(shape, dtype, data, start).copy()
    except ValueError:  # an empty array, of which one side is longer than there can be
        _refuse("array size")


def _refuse(what: str) -> NoReturn:
    raise msgspec.DecodeError(f"malformed {what}")


_encoder = msgspec.msgpack.Encoder(enc_hook=_to_ext)
