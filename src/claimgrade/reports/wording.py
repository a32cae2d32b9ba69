"""What a reader is told first, whoever draws it: the score, the next step, the failure to show."""

from __future__ import annotations

import shlex
from typing import Any

from .. import defaults
from ..assignment.messages import Sentences, Texts
from ..assignment.spec import Spec
from ..result.grade import ClaimGrade, Grade, PropertyGrade, Verdict

BEGUN: tuple[Verdict, ...] = ("fails", "crashed", "timed out", "grader fault")


def score(grade: Grade, texts: Sentences) -> str:
    """`98 of 100 points`, and the bonus where there is any; no number of what was not graded."""
    if grade.unreadable:
        return texts("not_graded")
    key = "score_with_bonus" if grade.bonus else "score"
    numbers = {
        name: f"{getattr(grade, name):.4g}" for name in ("score", "max_score", "bonus", "max_bonus")
    }
    return texts(key, **numbers)


def points(earned: float, most: float, texts: Sentences) -> str:
    """`6 of 12`."""
    return texts("points", points=f"{earned:.4g}", max_points=f"{most:.4g}")


def verdict_word(verdict: Verdict, texts: Sentences) -> str:
    """The verdict in the language of the report."""
    return texts(f"verdict_{verdict.replace(' ', '_')}")


def claim_word(claim: ClaimGrade, texts: Sentences) -> str:
    """The verdict of a claim; a bonus that was not begun is not called missing."""
    return texts("verdict_declined") if claim.declined else verdict_word(claim.verdict, texts)


def kind(claim: ClaimGrade) -> str:
    """What a claim is drawn as: its verdict, or `declined`."""
    return "declined" if claim.declined else claim.verdict


def name(claim: ClaimGrade) -> str:
    """`1a Title`."""
    return f"{claim.exercise} {claim.title}"


def first_failing(claim: ClaimGrade) -> PropertyGrade | None:
    """The property to show: not missing ones, which the verdict of the claim has said."""
    return next((part for part in claim.properties if part.verdict in BEGUN), None)


def hints(claim: ClaimGrade, texts: Texts) -> list[str]:
    """The questions that lead on; none where they are not revealed."""
    return texts.claim(claim.id).hints if claim.reveal == "hints" else []


def held(graded: Grade | ClaimGrade) -> int:
    """How many claims, or properties of a claim, hold."""
    parts: list[Any] = list(graded.claims if isinstance(graded, Grade) else graded.properties)
    return sum(part.verdict == "holds" for part in parts)


def next_claim(grade: Grade) -> ClaimGrade | None:
    """The claim with the cheapest gain.

    Work that was begun comes before work that was not, and there the most points a failing
    property; what is missing is best done in the order of the sheet; what was not run is unknown.
    """
    open_ = [claim for claim in grade.claims if kind(claim) not in ("holds", "grader fault")]
    begun = [claim for claim in open_ if first_failing(claim) is not None]
    missing = [claim for claim in open_ if kind(claim) == "missing"]
    return max(begun, key=_gain_a_property, default=next(iter(missing), None))


def _gain_a_property(claim: ClaimGrade) -> float:
    return (claim.max_points - claim.points) / (len(claim.properties) - held(claim))


def advice(spec: Spec, grade: Grade, texts: Texts) -> str:
    """What to do next, in a sentence; "" where nobody can tell."""
    if grade.unreadable:
        modules = ", ".join(f"{module}.py" for module in spec.modules)
        return texts("hand_in_again", modules=modules)
    if grade.verdicts <= {"missing", "not run"}:
        return texts("start_here", function=next(iter(spec.functions)).replace(".", ".py: ", 1))
    claim = next_claim(grade)
    if claim is None:
        done = all(kind(claim) in ("holds", "declined") for claim in grade.claims)
        return texts("all_hold") if done else ""
    total = len(claim.properties)
    failing = total - held(claim)
    key = "next_property" if failing == 1 else "next_properties"
    return texts(
        "next_missing" if claim.verdict == "missing" else key,
        claim=name(claim),
        failing=failing,
        total=total,
        points=f"{claim.max_points - claim.points:.4g}",
    )


def inputs(grade: Grade, texts: Texts) -> str:
    """Which inputs there were: everyone's, by a seed that may be told, or not."""
    key = "reproduce_hidden" if grade.hides_seed else "reproduce"
    return texts(key, seed=grade.seed, examples=grade.examples)


def again(grade: Grade, student: str, assignment: str = "") -> str:
    """The command that makes the run again, on what fails of the claim to turn to next."""
    claim = next_claim(grade)
    return command(grade, student, first_failing(claim) if claim else None, assignment)


def command(grade: Grade, student: str, failing: PropertyGrade | None, assignment: str = "") -> str:
    """The command that makes the run again, on one property if one is given.

    `student` and `assignment` are paths; without the latter it is the built-in one. "" where the
    seed is hidden, for without it there is no such command.
    """
    if grade.hides_seed:
        return ""
    profile = "" if grade.profile == defaults.PROFILE else grade.profile
    named = {
        "assignment": assignment,
        "student": student,
        "hypothesis-profile": profile,
        "hypothesis-seed": str(grade.seed),
    }
    options = [f"--{option}={shlex.quote(value)}" for option, value in named.items() if value]
    only = ["-k", failing.id.partition("/")[2]] if failing else []
    return " ".join(["pytest", *options, *only])


def others(claim: ClaimGrade, shown: PropertyGrade) -> list[str]:
    """The sentences of the other properties that fall short, each once."""
    said = [
        part.failure.message
        for part in claim.properties
        if part.failure is not None and part.verdict != "missing"
    ]
    first = shown.failure.message if shown.failure else ""
    return [message for message in dict.fromkeys(said) if message != first]
