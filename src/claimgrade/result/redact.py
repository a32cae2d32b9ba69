"""What students may see of a result: an exam holds back more than homework does."""

from __future__ import annotations

from msgspec.structs import replace

from ..assignment.spec import Reveal
from .grade import ClaimGrade, Failure, Grade, Verdict

_NOT_A_GAP: tuple[Verdict, ...] = ("missing", "grader fault", "not run")


def shown(grade: Grade, withheld: str, level: Reveal | None = None) -> Grade:
    """The result as students see it; `level` goes before what each claim says.

    `withheld` is the sentence that stands for what is not shown.
    """
    claims = [_shown_claim(claim, level or claim.reveal, withheld) for claim in grade.claims]
    return replace(grade, claims=claims)


def shown_failure(failure: Failure, verdict: Verdict, level: Reveal, withheld: str) -> Failure:
    """At `verdict` that it fails, at `gap` how as well, at `hints` also what it looks like."""
    match level:
        case "hints":
            return failure
        case "gap":
            return replace(failure, looks_like=None)
        case "verdict":
            return Failure(message=failure.message if verdict in _NOT_A_GAP else withheld)


def _shown_claim(claim: ClaimGrade, level: Reveal, withheld: str) -> ClaimGrade:
    properties = [
        replace(part, failure=shown_failure(part.failure, part.verdict, level, withheld))
        if part.failure
        else part
        for part in claim.properties
    ]
    pictures = [] if level == "verdict" else claim.pictures
    return replace(claim, properties=properties, pictures=pictures, reveal=level)
