"""Answers of the right form alone: students who know the shapes of a sheet, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from ..assignment import shapes
from ..assignment.spec import Function
from ..calls import wire
from ..calls.answers import sizes_of
from ..calls.student import Send
from ..calls.worker import Call, evaluated

ONES = "an array of ones"
FIRST = "the first argument"
_WORDS = {"an array of zeros": "", ONES: "1", FIRST: ""}
_DTYPES = {"complex": complex, "integer": int}
FORMS = tuple(_WORDS)


def sender(form: str, functions: Mapping[str, Function]) -> Send:
    """A submission that answers every question in this form."""

    def send(_: str, message: bytes) -> bytes:
        call = wire.decode(message, Call)
        function = functions[f"{call.module}.{call.function}"]
        return wire.encode(evaluated(partial(_answer, form, function), call))

    return send


def _answer(form: str, function: Function, *arguments: Any) -> Any:
    if function.kind == "text":
        return _WORDS[form]
    if function.kind == "data":
        return arguments[0] if form == FIRST and arguments else _WORDS[form]
    sizes = sizes_of(function, arguments)
    parts = [
        _array(form, function.kind, shapes.size_of(s, sizes), arguments) for s in function.shapes
    ]
    return parts[0] if len(parts) == 1 else parts


def _array(form: str, kind: str, size: tuple[int, ...], arguments: tuple[Any, ...]) -> Any:
    if form == FIRST and arguments and np.shape(arguments[0]) == size:
        return np.array(arguments[0])
    make: Callable[..., Any] = np.ones if form == ONES else np.zeros
    return make(size, _DTYPES.get(kind, float))
