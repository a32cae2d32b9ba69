"""From outcomes to points: a pure function of the spec and of what each property ended with.

The records here are the canonical result, `grade.json`; `schemas/grade-1.json` is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from ..assignment.messages import Texts
from ..assignment.spec import Claim, Reveal, Spec
from ..pictures import Picture

SCHEMA: Literal["claimgrade/grade/1"] = "claimgrade/grade/1"

Verdict = Literal["holds", "fails", "missing", "crashed", "timed out", "grader fault", "not run"]
_WORST_FIRST: tuple[Verdict, ...] = (
    "grader fault", "crashed", "timed out", "fails", "missing", "not run", "holds",
)  # fmt: skip


class Failure(msgspec.Struct, kw_only=True):
    """Why a property isn't held, as data and as one sentence.

    `inputs` are the arguments of `function` in the minimal case; `differing` lists the indices of
    the wrong entries of `yours`. Arrays are nested lists; numbers JSON can't hold are strings.
    """

    message: str
    function: str = ""
    where: str = ""
    inputs: dict[str, Any] = {}
    required: Any = None
    yours: Any = None
    differing: list[list[int]] = []
    looks_like: str | None = None
    student_traceback: str | None = None
    printed: str = ""


class Outcome(msgspec.Struct, kw_only=True):
    """What one property ended with."""

    claim: str
    property: str
    verdict: Verdict
    examples: int = 0
    seconds: float = 0.0
    failure: Failure | None = None


def worse(before: Outcome | None, outcome: Outcome) -> Outcome:
    """Of two outcomes of one property, as of a test and of what it takes down afterwards."""
    both = [outcome] if before is None else [outcome, before]
    return min(both, key=lambda each: _WORST_FIRST.index(each.verdict))


class PropertyGrade(msgspec.Struct):
    id: str
    statement: str
    verdict: Verdict
    points: float
    max_points: float
    examples: int
    seconds: float
    failure: Failure | None


class ClaimGrade(msgspec.Struct):
    id: str
    exercise: str
    title: str
    bonus: bool
    verdict: Verdict
    points: float
    max_points: float
    properties: list[PropertyGrade]
    pictures: list[Picture] = []
    reveal: Reveal = "hints"

    @property
    def declined(self) -> bool:
        """Whether it is a bonus claim that was not begun: nothing is amiss then."""
        return self.bonus and self.verdict == "missing"

    @property
    def falls_short(self) -> bool:
        """Whether points are lost here: a bonus that was not begun loses none."""
        return self.points < self.max_points and not self.declined


class Run(msgspec.Struct, kw_only=True):
    """What a result needs to be understood and made again.

    `profile` is Hypothesis' ("" where nothing was run); `hides_seed` keeps the seed, and the
    command that needs it, from what students read.
    """

    assignment: str
    submission: str
    isolation: str
    seed: int
    examples: int
    versions: dict[str, str]
    profile: str = ""
    hides_seed: bool = False
    notes: list[str] = []
    unreadable: str = ""


class Grade(msgspec.Struct):
    """`grade.json`. Every claim and property is present, with its maximum, whatever happened.

    `notes` say what holds for the submission as a whole: what was read under another name than the
    template's, where a file stopped. `unreadable` says why nothing was graded: then the points, all
    0, are none that were earned, and a person has to look at it.
    """

    schema: Literal["claimgrade/grade/1"]
    assignment: str
    submission: str
    score: float
    max_score: float
    bonus: float
    max_bonus: float
    isolation: str
    seed: int
    examples: int
    complete: bool
    versions: dict[str, str]
    claims: list[ClaimGrade]
    profile: str = ""
    hides_seed: bool = False
    notes: list[str] = []
    unreadable: str = ""

    @property
    def verdicts(self) -> set[Verdict]:
        return {part.verdict for claim in self.claims for part in claim.properties}

    @property
    def is_faulty(self) -> bool:
        """Whether the grader itself failed: what is lost then is not the student's."""
        return "grader fault" in self.verdicts


def grade(spec: Spec, texts: Texts, run: Run, outcomes: Mapping[tuple[str, str], Outcome]) -> Grade:
    """Points for every claim: its maximum times the share of its weights that hold."""
    claims = [_grade_claim(claim, texts, outcomes) for claim in spec.claims.values()]

    def total(what: str, *, bonus: bool) -> float:
        return _rounded(sum(getattr(claim, what) for claim in claims if claim.bonus is bonus))

    parts = [part for claim in claims for part in claim.properties]
    return Grade(
        schema=SCHEMA,
        assignment=run.assignment,
        submission=run.submission,
        score=total("points", bonus=False),
        max_score=total("max_points", bonus=False),
        bonus=total("points", bonus=True),
        max_bonus=total("max_points", bonus=True),
        isolation=run.isolation,
        seed=run.seed,
        examples=run.examples,
        complete=all(part.verdict != "not run" for part in parts),
        versions=run.versions,
        claims=claims,
        profile=run.profile,
        hides_seed=run.hides_seed,
        notes=[*run.notes],
        unreadable=run.unreadable,
    )


def _grade_claim(
    claim: Claim, texts: Texts, outcomes: Mapping[tuple[str, str], Outcome]
) -> ClaimGrade:
    """Points are rounded once they are added up."""
    said = texts.claim(claim.id)
    ended = {
        name: outcomes.get((claim.id, name)) or _not_run(claim.id, name, texts)
        for name in claim.properties
    }
    held = [name for name, outcome in ended.items() if outcome.verdict == "holds"]
    verdicts = {outcome.verdict for outcome in ended.values()}
    return ClaimGrade(
        id=claim.id,
        exercise=claim.exercise,
        title=said.title,
        bonus=claim.bonus,
        verdict=next(verdict for verdict in _WORST_FIRST if verdict in verdicts),
        points=_rounded(sum(map(claim.worth, held))),
        max_points=claim.points,
        properties=[
            _grade_property(claim, outcome, said.properties[name])
            for name, outcome in ended.items()
        ],
        reveal=claim.reveal,
    )


def _grade_property(claim: Claim, outcome: Outcome, sentence: str) -> PropertyGrade:
    worth = _rounded(claim.worth(outcome.property))
    return PropertyGrade(
        id=f"{claim.id}/{outcome.property}",
        statement=sentence,
        verdict=outcome.verdict,
        points=worth if outcome.verdict == "holds" else 0.0,
        max_points=worth,
        examples=outcome.examples,
        seconds=outcome.seconds,
        failure=outcome.failure,
    )


def _not_run(claim: str, name: str, texts: Texts) -> Outcome:
    failure = Failure(message=texts("not_run"))
    return Outcome(claim=claim, property=name, verdict="not run", failure=failure)


def _rounded(points: float) -> float:
    """Points to a millionth: 12 · 1/3 three times is 12."""
    return round(points, 6)
