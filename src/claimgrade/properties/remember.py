"""Remember what a pure function gave: oracles and bounds are asked about the same cases again."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

import numpy as np

MOST_BYTES = 32 << 20  # of all that is remembered; what was asked for longest ago goes first
NUMBERS = "biufcSU"  # kinds of arrays, of strings too, that their dtype, shape and bytes determine
PLAIN = bool, int, float, complex, str, type(None)

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Key = tuple[Any, ...]


class Remembered(NamedTuple):
    """A result, and what it takes to keep it, with what was asked."""

    result: Any
    size: int


class Cache:
    """Results of functions by what they were asked, so many bytes in all."""

    def __init__(self, most: int) -> None:
        self.size = 0
        self._most = most
        self._known: OrderedDict[Key, Remembered] = OrderedDict()

    def get(self, key: Key) -> Remembered | None:
        """What is remembered under this key."""
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
        return known

    def add(self, key: Key, result: Any) -> None:
        """Remember one more, and forget those for which there is no more room."""
        size = sum(map(sys.getsizeof, (*key, *_parts(result))))
        self._known[key] = Remembered(result, size)
        self.size += size
        while self.size > self._most:
            _, forgotten = self._known.popitem(last=False)
            self.size -= forgotten.size


_cache = Cache(MOST_BYTES)


def remembered(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Compute a pure function once for the same arguments, then give copies of what it gave.

    For the oracles and bounds of an assignment, which many properties ask about the same cases.
    Arguments and results are arrays, numbers, strings, and tuples, lists and dictionaries of them.
    Results are the same to the last bit, remembered or not: the function, too, gets copies, in
    which arrays lie in memory row by row. An error is not remembered.

    >>> @remembered
    ... def square(x):
    ...     print("computed")
    ...     return x * x
    >>> square(3.0), square(3.0)
    computed
    (9.0, 9.0)
    """

    @wraps(function)
    def ask(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        key = (function, *_parts(args), *_parts(kwargs))
        known = _cache.get(key)
        if known is None:
            result = function(*_copied(args), **_copied(kwargs))
            _cache.add(key, _copied(result))
            known = Remembered(result, 0)
        given: Result = _copied(known.result)
        return given

    return ask


def _parts(value: Any) -> Iterator[Any]:
    """A value as what tells it from any other: types, sizes, bytes and numbers, one by one."""
    kind = type(value)
    if isinstance(value, np.ndarray | np.generic) and value.dtype.kind in NUMBERS:
        yield from (kind, value.dtype.str, value.shape, value.tobytes())
    elif kind in PLAIN:
        yield from (kind, repr(value))  # in which 0.0 is not -0.0
    elif kind is dict:
        yield from (kind, len(value))
        for name, part in value.items():
            yield from _parts(name)
            yield from _parts(part)
    elif kind in (tuple, list):
        yield from (kind, len(value))
        for part in value:
            yield from _parts(part)
    else:
        raise TypeError(f"{kind.__name__} is nothing that can be remembered")


def _copied(value: Any) -> Any:
    """A value that shares no array, list or dictionary with this one."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, dict):
        return {name: _copied(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(map(_copied, value))
    return value
