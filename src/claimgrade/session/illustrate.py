"""The pictures of one result: `PICTURES` in the assignment's `tests/pictures.py` says which.

They are made when everything has been judged, and cost nothing but a little time: whatever a
student's code does now, and whatever is wrong with a picture, leaves verdicts and points alone.
"""

from __future__ import annotations

import runpy
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from ..assignment.messages import Texts
from ..calls.backends import Access
from ..calls.failures import Missing, Shortfall, Stopped
from ..calls.student import Student
from ..pictures import Picture
from ..result.grade import ClaimGrade, Grade


class Case(NamedTuple):
    """One failing call: its arguments by name, and what its failure says; lists are arrays."""

    inputs: dict[str, Any]
    required: Any
    yours: Any


Maker = Callable[[Student, Mapping[str, Case], Texts], Iterable[Picture]]
Fault = Callable[[str, str], None]  # whose fault it is, and how it came about


def pictures(
    tests: Path, grade: Grade, access: Access, texts: Texts, fault: Fault
) -> dict[str, list[Picture]]:
    """The pictures of every claim that holds, or fails on inputs that are known.

    A maker gets the student, the failing call of each function by the function's name (none, where
    the claim holds) and the sentences. All of them together get the time of one property.
    """
    access.begin_property()
    made = {}
    for claim_id, maker in _makers(tests, fault).items():
        claim = next((claim for claim in grade.claims if claim.id == claim_id), None)
        if claim is None:
            fault("pictures", f"tests/pictures.py: the spec has no claim {claim_id!r}")
        elif claim.verdict == "holds" or failing(claim):
            made[claim_id] = _make(maker, claim, access.student, texts, fault)
    return made


def failing(claim: ClaimGrade) -> dict[str, Case]:
    """The call in which each function first failed.

    A string stands for an array that was too large to keep: such a call is left out.
    """
    cases: dict[str, Case] = {}
    for part in claim.properties:
        failure = part.failure if part.verdict == "fails" else None
        if failure is not None and failure.function:
            inputs = {name: _array(value) for name, value in failure.inputs.items()}
            case = Case(inputs, _array(failure.required), _array(failure.yours))
            if not any(isinstance(value, str) for value in inputs.values()):
                cases.setdefault(failure.function, case)
    return cases


def _array(value: Any) -> Any:
    """Nested lists as an array, if they are one; complex numbers have become strings."""
    if not isinstance(value, list):
        return value
    try:
        array = np.array(value)
        return array.astype(complex) if array.dtype.kind == "U" else array
    except ValueError:
        return value


def _makers(tests: Path, fault: Fault) -> dict[str, Maker]:
    if not (tests / "pictures.py").is_file():
        return {}
    sys.path.insert(0, str(tests))  # in a session that only gathers results, it isn't there yet
    try:
        makers: dict[str, Maker] = runpy.run_path(str(tests / "pictures.py"))["PICTURES"]
    except Exception:
        fault("pictures", traceback.format_exc())
        return {}
    finally:
        sys.path.remove(str(tests))
    return makers


def _make(
    maker: Maker, claim: ClaimGrade, student: Student, texts: Texts, fault: Fault
) -> list[Picture]:
    """What a maker makes, if it is data that a result can hold."""
    try:
        with np.errstate(all="ignore"):
            made = list(maker(student, failing(claim), texts))
        return msgspec.json.decode(msgspec.json.encode(made), type=list[Picture])
    except (Shortfall, Missing, Stopped):  # no answer, or none of the right form: no picture
        return []
    except Exception:
        fault(f"pictures of {claim.id}", traceback.format_exc())
        return []
