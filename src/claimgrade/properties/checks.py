"""The comparisons that a property is written with; each failure says what differs, and how."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..calls.answers import Array
from ..calls.failures import Fails

SINGLE = 2.0**29  # float32 rounds 2**-24 where float64 rounds 2**-53: bounds grow by the quotient
MAX_SHOWN = 64  # differing entries that a failure lists


def agree(
    yours: Any, required: Any, within: Any = 0.0, what: str = "", *, double: bool = False
) -> None:
    """`abs(yours - required) <= within`, entry by entry.

    `within` is an absolute bound for float64 arithmetic, a scalar or of the shape of `required`.
    An answer that keeps the bound at single precision passes too, for lost precision is not a
    wrong formula; `double=True` demands the bound itself, unless the answer is in single precision.
    `what` names the quantity in mathematics. `ValueError`, the grader's fault and not a student's,
    where the shapes differ, or `within` is negative or NaN.

    >>> agree([0.3, 2.0], [0.1 + 0.2, 2.0], within=1e-16)
    >>> agree([[1.0, 3.0], [2.0, 4.0]], [[1.0, 2.0], [3.0, 4.0]], within=1e-15, what="W")
    Traceback (most recent call last):
    claimgrade.calls.failures.Fails: ('transposed', ...)
    """
    mine, right = np.asarray(yours), np.asarray(required)
    if mine.shape != right.shape:
        raise ValueError(f"a property compared shapes {mine.shape} and {right.shape}")
    bound = _bound(within, right)
    error = np.abs(mine - right)
    if double and mine.dtype not in (np.float32, np.complex64):
        if (error <= bound).all():
            return
        if (error <= bound * SINGLE).all():
            raise _failure("lost_precision", mine, right, bound, what, digits=_digits(error, right))
    elif (error <= bound * SINGLE).all():
        return
    key, details = _pattern(mine, right, bound * SINGLE)
    raise _failure(key, mine, right, bound * SINGLE, what, **details)


def between(yours: Any, low: Any, high: Any, within: Any = 0.0, what: str = "") -> None:
    """`low <= yours <= high` up to `within`, entry by entry; infinite ends are none.

    As in `agree`, `within` is a bound for float64 arithmetic, single precision passes too, and
    `ValueError` says that `within` is negative or NaN, or that an end is NaN.

    >>> between([0.0, 0.5, 1.0], 0.0, 1.0, what="the gate f")
    >>> between([0.0, 1.5], 0.0, 1.0, what="the gate f")
    Traceback (most recent call last):
    claimgrade.calls.failures.Fails: ('outside', ...)
    """
    mine = np.asarray(yours)
    slack = _bound(within, mine) * SINGLE
    below, above = (np.broadcast_to(np.asarray(end), mine.shape) for end in (low, high))
    if np.isnan(below).any() or np.isnan(above).any():
        raise ValueError(f"a property asked for {what or 'a value'} between {low} and {high}")
    outside = ~((mine >= below - slack) & (mine <= above + slack))
    if not outside.any():
        return
    indices = np.argwhere(outside).tolist()
    first = tuple(indices[0])
    raise Fails(
        "outside",
        yours=mine,
        differing=indices[:MAX_SHOWN],
        what=what,
        index=_index(first),
        value=_number(mine[first]),
        low=_number(below[first]),
        high=_number(above[first]),
    )


def require(
    condition: Any, key: str, *, required: Any = None, yours: Any = None, **details: Any
) -> None:
    """Anything else; `key` is a sentence in `spec/text/`, filled in with `details`.

    >>> require(len("forget") == 6, "unknown_role", role="forget")
    >>> require("remember" in {"forget", "input"}, "unknown_role", role="remember")
    Traceback (most recent call last):
    claimgrade.calls.failures.Fails: ('unknown_role', {'role': 'remember'})
    """
    if not condition:
        raise Fails(key, required=required, yours=yours, **details)


def _bound(within: Any, right: Array) -> Array:
    """`within` in the shape it bounds; `ValueError` where no answer at all could keep it."""
    bound = np.broadcast_to(np.asarray(within), right.shape)
    if not (bound >= 0).all():
        raise ValueError(f"a property compared within {within}, but a bound is 0 or more")
    return bound


def _failure(key: str, mine: Array, right: Array, bound: Array, what: str, **details: Any) -> Fails:
    wrong = np.argwhere(~(np.abs(mine - right) <= bound)).tolist()
    first = tuple(wrong[0])
    value, expected = _apart(mine[first], right[first])
    return Fails(
        key,
        required=right,
        yours=mine,
        differing=wrong[:MAX_SHOWN],
        what=what,
        index=_index(first),
        value=value,
        expected=expected,
        wrong=len(wrong),
        entries=mine.size,
        **details,
    )


def _pattern(mine: Array, right: Array, bound: Array) -> tuple[str, dict[str, Any]]:
    """The plainest description of how an answer is wrong: transposed, negated, a factor off."""
    square = right.ndim == 2 and right.shape[0] == right.shape[1] > 1
    if square and (np.abs(mine.T - right) <= bound).all():
        return "transposed", {}
    if not mine.any():
        return "all_zero", {}
    if (np.abs(mine + right) <= bound).all():
        return "negated", {}
    factor = _factor(mine, right, bound)
    if factor is not None:
        return "factor", {"factor": _number(factor)}
    return ("differs" if right.size > 1 else "differs_number"), {}


def _factor(mine: Array, right: Array, bound: Array) -> float | None:
    """c where yours = c · required in two entries at least, and c is not 0."""
    if np.count_nonzero(right) < 2 or mine.dtype.kind == "c":
        return None
    c = float((mine * right).sum() / (right * right).sum())
    close = np.abs(mine - c * right) <= bound * (1 + abs(c)) + 1e-9 * np.abs(mine)
    return c if close.all() and abs(c) > 1e-3 and abs(c - 1) > 1e-3 else None


def _digits(error: Array, right: Array) -> int:
    """How many leading digits agree, by the largest error against the largest entry."""
    relative = float(error.max()) / max(float(np.abs(right).max()), np.finfo(float).tiny)
    return int(np.clip(-np.log10(relative), 1, 15))


def _index(index: tuple[int, ...]) -> str:
    return f"[{', '.join(str(i) for i in index)}]" if index else ""


def _number(value: Any, digits: int = 6) -> str:
    return f"{value:.{digits}g}"


def _apart(value: Any, expected: Any) -> tuple[str, str]:
    """Two numbers with enough digits to see that they differ, and no more."""
    for digits in (6, 9, 12):
        pair = _number(value, digits), _number(expected, digits)
        if pair[0] != pair[1]:
            return pair
    return _number(value, 17), _number(expected, 17)
