"""Is an answer what the spec documents: the kind, the shape, finite numbers?"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..assignment import shapes
from ..assignment.spec import Function
from .failures import Fails

Array = np.ndarray[Any, np.dtype[Any]]

_DOCUMENTED = {
    "float": {"float64", "complex128"},  # of which each imaginary part was found to be 0
    "complex": {"complex128", "float64"},
    "integer": {"int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8"},
}


def sizes_of(function: Function, arguments: tuple[Any, ...]) -> shapes.Sizes:
    """The sizes that a call's arguments give to the names in the function's shapes."""
    sizes: shapes.Sizes = {}
    for (name, shape), value in zip(function.arguments.items(), arguments, strict=True):
        if shape == "integer":
            sizes[name] = int(value)
        elif shape != "data":
            shapes.bind(shape, np.shape(value), sizes)
    return sizes


def checked(name: str, function: Function, arguments: tuple[Any, ...], value: Any) -> Any:
    """The answer as the property may use it; `Fails` where it isn't what is documented.

    Numbers come back as an array of the documented shape, or a list of them where several shapes
    are documented: float64, complex128 (single precision stays single), or int64; `"text"` as a
    string; `"data"` as it came. A complex number whose imaginary part is exactly 0 is real.
    """
    if value is None:
        raise Fails("returned_none", function=name)
    if function.kind == "data":
        return value
    if function.kind == "text":
        if not isinstance(value, str):
            raise Fails("not_text", function=name, type=_type(value), yours=value)
        return value
    sizes = sizes_of(function, arguments)
    if len(function.shapes) == 1:
        return _array(name, function.kind, function.shapes[0], sizes, value)
    form = ", ".join(map(shapes.as_tuple, function.shapes))
    if not isinstance(value, list):
        raise Fails("not_several", function=name, type=_type(value), form=form, yours=value)
    if len(value) != len(function.shapes):
        raise Fails("wrong_count", function=name, count=len(value), form=form, yours=value)
    return [
        _array(f"{name}(...)[{place}]", function.kind, shape, sizes, part)
        for place, (shape, part) in enumerate(zip(function.shapes, value, strict=True))
    ]


def _array(name: str, kind: str, shape: str, sizes: shapes.Sizes, value: Any) -> Array:
    size = shapes.size_of(shape, sizes)
    array = _numbers(name, kind, value, _described(shape, size))
    if array.shape == (0,) and 0 in size:  # an empty list has lost its other dimensions
        array = array.reshape(size)
    if array.shape != size:
        raise Fails(
            "wrong_shape",
            function=name,
            shape=array.shape,
            required_shape=_described(shape, size),
            yours=array,
        )
    if not np.isfinite(array).all():
        wrong = np.argwhere(~np.isfinite(array)).tolist()
        raise Fails("not_finite", function=name, yours=array, differing=wrong)
    return array


def check_dtype(name: str, function: Function, dtypes: str) -> None:
    """The documented dtype, and float32 told apart from a plainly wrong one."""
    if not dtypes or function.kind not in _DOCUMENTED:
        return
    for dtype in dtypes.split(", "):
        if dtype in _DOCUMENTED[function.kind]:
            continue
        key = "single_precision" if dtype in ("float32", "float16", "complex64") else "wrong_dtype"
        documented = "int64" if function.kind == "integer" else "float64"
        raise Fails(key, function=name, dtype=dtype, documented=documented)


def _numbers(name: str, kind: str, value: Any, shape: str) -> Array:
    try:
        array = np.asarray(value)
    except ValueError:
        parts = len(value)
        raise Fails("ragged", function=name, parts=parts, shape=shape, yours=value) from None
    if array.size == 0 and array.dtype.kind == "f":
        array = array.astype("<i8") if kind == "integer" else array
    if array.dtype.kind == "c" and kind != "complex":
        array = _real(name, array)
    if array.dtype.kind not in "fic":
        raise Fails("not_numbers", function=name, type=_type(value), yours=value)
    if kind == "integer":
        return _whole(name, array)
    return array.astype("<f8") if array.dtype.kind == "i" else array


def _real(name: str, array: Array) -> Array:
    """Complex numbers whose imaginary parts are exactly 0, as what they are.

    They do no harm: from numpy 2.5, eig gives such for a symmetric matrix, too.
    """
    if array.imag.any():
        raise Fails("complex_numbers", function=name, yours=array)
    return array.real.copy()


def _whole(name: str, array: Array) -> Array:
    whole = array.astype("<i8") if np.isfinite(array).all() else array
    if not np.array_equal(whole, array) or whole.dtype.kind != "i":
        raise Fails("not_whole", function=name, yours=array)
    return whole


def _type(value: Any) -> str:
    return f"array of {value.dtype}" if isinstance(value, np.ndarray) else type(value).__name__


def _described(shape: str, size: tuple[int, ...]) -> str:
    if shape in ("", shapes.ANY):
        return str(size)
    return f"{shapes.as_tuple(shape)} = {size}"
