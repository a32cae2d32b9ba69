"""What a class's pages need of each grade, and the gradebook, a table that spreadsheets read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..reports import wording
from ..result.grade import Grade
from ..storage import files
from ..storage.tables import table


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One submission: a few hundred bytes, whatever its result weighs.

    `earned` says the score in words, with the bonus where there is any. `points` are those of the
    claims, in the order of the spec; `falls_short` says which claims lose points, by their verdicts
    in words; `looks_like` holds (claim, misconception); `seed`, `profile` and `isolation` are what
    it was graded with. Without a grade, `remark` says why, and the rest is empty: the grader failed
    (`faulty`), it could not be read (`unreadable`), or its result is of another sheet.
    """

    name: str
    graded: bool
    remark: str = ""
    unreadable: bool = False
    kept: bool = False
    complete: bool = True
    faulty: bool = False
    earned: str = ""
    score: float = 0.0
    bonus: float = 0.0
    points: tuple[float, ...] = ()
    falls_short: tuple[str, ...] = ()
    looks_like: tuple[tuple[str, str], ...] = ()
    seed: str = ""
    profile: str = ""
    isolation: str = ""

    @staticmethod
    def of(name: str, grade: Grade, texts: Texts, *, kept: bool = False) -> Entry:
        """The digest of a grade; sentences that many share are kept once."""
        similar = {
            (sys.intern(claim.id), sys.intern(part.failure.looks_like)): None
            for claim in grade.claims
            for part in claim.properties
            if part.failure and part.failure.looks_like
        }
        return Entry(
            name=name,
            graded=True,
            kept=kept,
            complete=grade.complete,
            faulty=grade.is_faulty,
            earned=sys.intern(wording.score(grade, texts)),
            score=grade.score,
            bonus=grade.bonus,
            points=tuple(claim.points for claim in grade.claims),
            falls_short=tuple(map(sys.intern, _falls_short(grade, texts))),
            looks_like=tuple(similar),
            seed=str(grade.seed),
            profile=sys.intern(grade.profile),
            isolation=sys.intern(grade.isolation),
        )

    @staticmethod
    def without_grade(name: str, why: str) -> Entry:
        """The grader failed: there are no points, not even none."""
        return Entry(name=name, graded=False, remark=why, faulty=True)

    @staticmethod
    def unread(name: str, why: str) -> Entry:
        """It could not be read: a person decides about the points."""
        return Entry(name=name, graded=False, remark=why, unreadable=True)

    @staticmethod
    def outdated(name: str, why: str) -> Entry:
        """There is a result, but none that has a place in these pages."""
        return Entry(name=name, graded=False, remark=why)

    @property
    def status(self) -> str:
        """A word for the gradebook, the same in every language."""
        if self.graded:
            return "graded"
        return "unreadable" if self.unreadable else "grader fault" if self.faulty else "outdated"

    @property
    def summary(self) -> str:
        """Why it has not all points."""
        return self.remark or "; ".join(self.falls_short)


def write(spec: Spec, entries: Sequence[Entry], path: Path) -> None:
    """Write the gradebook, whole or not at all.

    With a byte order mark, for without one Excel takes names for another alphabet's.
    """
    most, most_bonus = (maximum(spec, bonus=bonus) for bonus in (False, True))
    head = ["name", "status", "score", "max_score", "bonus", "max_bonus", *spec.claims, "summary"]
    rows = [[*head, "seed", "profile", "isolation"]]
    for entry in entries:
        blank = [""] * (4 + len(spec.claims))
        points = [entry.score, most, entry.bonus, most_bonus, *entry.points]
        numbers = [f"{number:.10g}" for number in points] if entry.graded else blank
        made_with = [entry.seed, entry.profile, entry.isolation]
        rows.append([entry.name, entry.status, *numbers, entry.summary, *made_with])
    files.write(path, table(rows).encode("utf-8-sig"))


def _falls_short(grade: Grade, texts: Texts) -> Iterator[str]:
    """`1a-affine, 1b-slope: does not hold`, a line a verdict."""
    by_verdict: dict[str, list[str]] = {}
    for claim in grade.claims:
        if claim.falls_short:
            by_verdict.setdefault(wording.claim_word(claim, texts), []).append(claim.id)
    for verdict, ids in by_verdict.items():
        every = len(ids) == len(grade.claims)
        claims = texts("class_every_claim") if every else ", ".join(ids)
        yield texts("class_falls_short", claims=claims, verdict=verdict)


def maximum(spec: Spec, *, bonus: bool) -> float:
    """The points that can be earned."""
    return sum(claim.points for claim in spec.claims.values() if claim.bonus is bonus)
