"""A `grade.json` as every exporter takes it: one test a claim, and what the student is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ..assignment.messages import Sentences
from ..assignment.spec import Reveal
from ..calls import wire
from ..reports import numbers, wording
from ..result import grade_file, redact, roll
from ..result.grade import ClaimGrade, Grade, PropertyGrade
from .errors import ExportError

Tell = Callable[[str], object]


class Options(NamedTuple):
    """What a platform must be told beyond the results."""

    visibility: str | None = None
    roster: Path | None = None
    column: str | None = None


class Test(NamedTuple):
    """A claim: its points count in the total, which those of a bonus don't."""

    claim: ClaimGrade
    name: str
    points: float
    max_points: float
    seconds: float
    headline: str
    details: str
    is_unread: bool = False  # nothing was graded: a person has to look at the submission

    @property
    def output(self) -> str:
        return f"{self.headline}\n{self.details}".strip()


class Result(NamedTuple):
    """One submission; `finished` is when its result was written, in seconds since 1970.

    `ungraded` says why it, or a part of it, was not graded: its points are no grade then.
    """

    path: Path
    grade: Grade
    finished: float
    headline: str
    tests: list[Test]
    ungraded: str = ""

    @property
    def seconds(self) -> float:
        return round(sum(test.seconds for test in self.tests), 4)


def read(path: Path, language: str, level: Reveal | None) -> Result:
    """Read a result; `level` goes before what its claims reveal.

    It is known by the name of its directory, as in the class's pages: two hand-ins that are called
    the same have one each. Raises `NotAGrade`, and `ExportError` where it is not complete.
    """
    say = Sentences(language)
    graded = grade_file.read(path)
    if is_in_its_directory(path):
        graded = msgspec.structs.replace(graded, submission=directory_of(path).name)
    if not graded.complete:
        raise ExportError(f"{path} is not complete, some properties were not run: grade it again")
    seen = redact.shown(graded, say("withheld"), level)
    tests = [_test(claim, say) for claim in seen.claims]
    headline = wording.score(graded, say)
    ungraded = graded.unreadable or _fault(graded, say)
    if ungraded:
        headline = wire.text(f"{headline}. {ungraded}")
    if graded.unreadable:
        word = say("not_graded")
        tests = [test._replace(headline=word, is_unread=True) for test in tests]
    return Result(path, graded, path.stat().st_mtime, headline, tests, ungraded)


def is_in_its_directory(path: Path) -> bool:
    """Whether it is where `claimgrade grade -o` put it, and not a file on its own."""
    return path.name == roll.RESULT and (path.parent / roll.REPORT).exists()


def directory_of(path: Path) -> Path:
    """The directory of a result, by its name."""
    return path.absolute().parent


def number(points: float) -> str:
    """Points to a millionth: `87.857143`, `12`."""
    return f"{points:.6f}".rstrip("0").rstrip(".")


def as_json(content: dict[str, Any]) -> str:
    """What a person can read, too."""
    return msgspec.json.format(msgspec.json.encode(content)).decode()


def _fault(graded: Grade, say: Sentences) -> str:
    """Where the grader itself failed: what is lost there is not the student's."""
    parts = [(claim.id, part.verdict) for claim in graded.claims for part in claim.properties]
    claims = dict.fromkeys(id_ for id_, verdict in parts if verdict == "grader fault")
    return say("export_fault", claims=", ".join(claims)) if claims else ""


def _test(claim: ClaimGrade, say: Sentences) -> Test:
    points = wording.points(claim.points, claim.max_points, say)
    headline = "headline_bonus" if claim.bonus else "headline"
    return Test(
        claim,
        wording.name(claim),
        0.0 if claim.bonus else claim.points,
        0.0 if claim.bonus else claim.max_points,
        sum(part.seconds for part in claim.properties),
        say(headline, verdict=wording.claim_word(claim, say), points=points),
        wire.text("\n".join(_details(claim, say))),
    )


def _details(claim: ClaimGrade, say: Sentences) -> Iterator[str]:
    """What is wrong, the gap, what it looks like; then what else falls short."""
    shown = wording.first_failing(claim)
    if shown is None or claim.reveal == "verdict":
        said = [part.failure.message for part in claim.properties if part.failure]
        yield from dict.fromkeys(said)
        return
    yield from _evidence(shown, say)
    yield from wording.others(claim, shown)


def _evidence(shown: PropertyGrade, say: Sentences) -> Iterator[str]:
    failure = shown.failure
    assert failure is not None, shown.id
    digits = numbers.digits_to_tell_apart(failure.required, failure.yours)
    inputs = "  ".join(f"{name} = {numbers.inline(v)}" for name, v in failure.inputs.items())
    labelled = {
        "label_property": shown.statement,
        "label_input": inputs,
        "label_required": _value(failure.required, digits),
        "label_yours": _value(failure.yours, digits),
        "label_looks_like": failure.looks_like,
        "label_where": f"{failure.where} {failure.function.rpartition('.')[2]}".strip(),
        "label_traceback": failure.student_traceback,
        "label_printed": failure.printed,
    }
    yield failure.message
    for label, content in labelled.items():
        if content:
            yield say("labelled", label=say(label), content=content)


def _value(value: object, digits: int) -> str:
    return "" if value is None else numbers.inline(value, digits)
