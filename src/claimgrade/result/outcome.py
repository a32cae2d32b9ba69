"""From the exception that ended a property to its outcome, as data."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
from hypothesis.errors import Flaky

from ..assignment.messages import Texts
from ..calls.failures import Crashed, Fails, LastCall, Missing, Shortfall, Stopped
from .grade import Failure, Verdict

MAX_NUMBERS = 400  # entries of an array or a list that a record keeps; a larger one is described
MAX_TEXT = 400  # characters of a string that a record keeps

NOT_FOUND = re.compile(r"ModuleNotFoundError: No module named '(\w+)")


def judge(
    error: BaseException | None, call: LastCall | None, texts: Texts
) -> tuple[Verdict, Failure | None]:
    """The verdict, and its failure record where it isn't "holds".

    `call` is the last call made; an error that knows its own call goes before it.
    """
    if isinstance(error, Shortfall) and error.call is not None:
        call = error.call
    match error:
        case None:
            return "holds", None
        case Missing():
            return "missing", Failure(
                message=texts(error.key, **error.details), **_place(call, inputs=False)
            )
        case Stopped():
            return error.verdict, Failure(message=texts(error.key, **error.details), **_place(call))
        case Fails() if texts.can_say(error.key, _named(error, call)):
            return "fails", Failure(
                message=texts(error.key, **_named(error, call)),
                required=as_json(error.required),
                yours=as_json(error.yours),
                differing=error.differing,
                **_place(call),
            )
        case Crashed():
            return "crashed", Failure(
                message=_said(error, texts),
                student_traceback=error.traceback,
                **_place(call),
            )
        case Flaky():
            return "fails", Failure(message=texts("flaky"), **_place(call))
        case _:
            return "grader fault", Failure(message=texts("grader_fault"), **_place(call))


def as_json(value: Any) -> Any:
    """A value that was sent, as JSON can hold it: NaN and complex numbers as strings."""
    match value:
        case np.ndarray() | np.generic():
            if value.size > MAX_NUMBERS:
                return f"array of shape {value.shape}"
            return as_json(value.tolist())
        case str():
            return value[:MAX_TEXT]
        case bool() | int() | None:
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case complex():
            return f"{value:g}"
        case dict() | list() | tuple() | set() | frozenset() if len(value) > MAX_NUMBERS:
            return f"{type(value).__name__} of {len(value)}"
        case dict():
            return {str(key): as_json(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [as_json(item) for item in value]
        case _:
            return str(value)


def _said(error: Crashed, texts: Texts) -> str:
    """What was raised, and the rule that it tells about, if it does."""
    raised = {"function": error.function, "error": error.error}
    if error.error.startswith("PermissionError:"):
        return texts("refused", **raised)
    absent = NOT_FOUND.match(error.error)
    if absent is None:
        return texts("crashed", **raised)
    if texts.packages is None or absent[1] in texts.packages:
        return texts("not_here", **raised)
    return texts("not_allowed", **raised, packages=", ".join(texts.packages))


def _named(error: Fails, call: LastCall | None) -> dict[str, Any]:
    """The details of a sentence; a quantity without a name is called after the function."""
    details = error.details
    if details.get("what") == "" and call is not None:
        return {**details, "what": call.function.rpartition(".")[2]}
    return details


def _place(call: LastCall | None, *, inputs: bool = True) -> dict[str, Any]:
    if call is None:
        return {}
    shown = {name: as_json(value) for name, value in call.inputs.items()} if inputs else {}
    return {"function": call.function, "where": call.where, "inputs": shown}
