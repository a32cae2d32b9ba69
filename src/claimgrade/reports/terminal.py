"""The summary under a pytest run: a line for what holds or is missing, a block for what fails."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import pytest

from ..grade import ClaimGrade, Failure, Grade, PropertyGrade, Verdict
from ..spec import Spec
from ..text import Texts
from . import values

WIDTH = 79
LABEL = 14  # columns before the content of a block
_MARKUP: dict[Verdict, dict[str, bool]] = {"holds": {"green": True}, "missing": {"yellow": True}}


def summarise(
    writer: pytest.TerminalReporter,
    spec: Spec,
    grade: Grade,
    texts: Texts,
    *,
    hints: int,
    student: str,
) -> None:
    """Write score, claims and how to make the run again."""
    title = f" {texts.assignment.title}: {score(grade, texts)} "
    left = "=" * ((WIDTH - values.width(title)) // 2)
    writer.line(values.pad(left + title, WIDTH, "="), bold=True)
    if grade.verdicts <= {"missing", "not run"}:
        function = next(iter(spec.functions)).replace(".", ".py: ", 1)
        for line in values.wrapped(texts("start_here", function=function), WIDTH, lines=2):
            writer.line(line)
    for claim in grade.claims:
        markup = {} if claim.declined else _MARKUP.get(claim.verdict, {"red": True})
        writer.line(headline(claim, texts), **markup)
        failing = first_failing(claim)
        if failing is not None:
            plain = spec.claims[claim.id].plain
            for line in block(claim, failing, plain, texts, hints):
                writer.line(line)
    writer.line("")
    writer.line(texts("reproduce", seed=grade.seed, examples=grade.examples))
    writer.line(again(grade, student))
    writer.line(texts(f"isolation_{grade.isolation}"))


def score(grade: Grade, texts: Texts) -> str:
    """`98 of 100 points`, and the bonus where there is any."""
    key = "score_with_bonus" if grade.bonus else "score"
    numbers = {
        name: f"{getattr(grade, name):.4g}" for name in ("score", "max_score", "bonus", "max_bonus")
    }
    return texts(key, **numbers)


def again(grade: Grade, student: str) -> str:
    """The command that makes the run again, on its first failing property if there is one."""
    failing = next(filter(None, map(first_failing, grade.claims)), None)
    only = f" -k {failing.id.partition('/')[2]}" if failing else ""
    return f"pytest --student={shlex.quote(student)} --hypothesis-seed={grade.seed}{only}"


def headline(claim: ClaimGrade, texts: Texts) -> str:
    """`1a Title ....... 6 of 12  does not hold`."""
    left = f"{claim.exercise} {claim.title}"
    points = texts("points", points=f"{claim.points:.4g}", max_points=f"{claim.max_points:.4g}")
    right = f"{points:>10}  {verdict_word(claim, texts)}"
    return f"{values.pad(left, 44)} {right}"


def verdict_word(claim: ClaimGrade, texts: Texts) -> str:
    """The verdict in the language of the report."""
    if claim.declined:
        return texts("verdict_declined")
    return texts(f"verdict_{claim.verdict.replace(' ', '_')}")


def first_failing(claim: ClaimGrade) -> PropertyGrade | None:
    """The property to show: not missing ones, which the headline has said."""
    shown = ("fails", "crashed", "timed out", "grader fault")
    return next((part for part in claim.properties if part.verdict in shown), None)


def block(
    claim: ClaimGrade, failing: PropertyGrade, plain: str, texts: Texts, hints: int
) -> Iterator[str]:
    """What is wrong, the gap, a hint: at most a dozen lines."""
    failure = failing.failure
    assert failure is not None, failing.id
    yield from _wrapped(texts("label_claim"), plain)
    yield from _wrapped(texts("label_property"), failing.statement)
    yield from _wrapped(texts("label_verdict"), failure.message)
    if failure.inputs:
        shown = "  ".join(f"{name} = {values.inline(v)}" for name, v in failure.inputs.items())
        yield from _wrapped(texts("label_input"), shown, lines=3)
    yield from _gap(failure, texts)
    if failure.looks_like:
        yield from _wrapped(texts("label_looks_like"), failure.looks_like)
    if failure.student_traceback:
        yield from _traceback(failure.student_traceback, texts)
    if failure.printed:
        yield from _wrapped(texts("label_printed"), failure.printed, lines=1)
    questions = texts.claim(claim.id).hints
    for place, question in enumerate(questions[:hints], start=1):
        label = texts("label_hint", number=place, total=len(questions))
        yield from _wrapped(label, question)
    if failure.where:
        yield _labelled(texts("label_where"), f"{failure.where} {failure.function}".strip())
    others = [
        part.failure.message
        for part in claim.properties
        if part is not failing and part.failure is not None and part.verdict != "missing"
    ]
    different = [message for message in dict.fromkeys(others) if message != failure.message]
    for message in different[:2]:
        yield from _wrapped(texts("label_more"), message, lines=1)


def _gap(failure: Failure, texts: Texts) -> Iterator[str]:
    """Required and yours, side by side where both are matrices."""
    required, yours = failure.required, failure.yours
    digits = values.digits_to_tell_apart(required, yours)
    both = values.is_matrix(required) and values.is_matrix(yours)
    if both:
        left, right = values.grid(required, digits), values.grid(yours, digits)
        columns = max(len(line) for line in left) + 3
        if LABEL + columns + len(right[0]) <= WIDTH and len(left) == len(right):
            yield _labelled("", values.pad(texts("label_required"), columns) + texts("label_yours"))
            for a, b in zip(left, right, strict=True):
                yield _labelled("", values.pad(a, columns) + b)
            return
    for label, value in (("label_required", required), ("label_yours", yours)):
        if value is not None:
            yield from _wrapped(texts(label), values.inline(value, digits), lines=2)


def _traceback(text: str, texts: Texts) -> Iterator[str]:
    lines = text.rstrip().splitlines()[-5:]
    yield _labelled(texts("label_traceback"), "")
    for line in lines:
        yield _labelled("", line.removeprefix("  ")[: WIDTH - LABEL])


def _labelled(label: str, content: str) -> str:
    return "  " + values.pad(label, LABEL - 2) + content


def _wrapped(label: str, content: str, lines: int = 2) -> Iterator[str]:
    """A label and its content, broken to the width, cut where it is too long."""
    parts = values.wrapped(content, WIDTH - LABEL, lines)
    yield _labelled(label, parts[0])
    for part in parts[1:]:
        yield _labelled("", part)
