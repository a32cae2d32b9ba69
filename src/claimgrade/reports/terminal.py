"""The summary under a pytest run: a line for what holds or is missing, a block for what fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..result.grade import ClaimGrade, Failure, Grade, PropertyGrade, Verdict
from . import ascii, numbers, wording

WIDTH = 79
LABEL = 14  # columns before the content of a block
SCREEN = 24  # lines of the smallest usual window
BLOCK = 11  # lines of a claim under its headline
GRID = 4  # rows of a matrix
NOTES = 3  # lines on what was read
UNSEEN = ("missing", "declined", "not run")  # of each the claims share a line
TRACEBACK = 4  # lines of a student's own
_MARKUP: dict[Verdict, dict[str, bool]] = {"holds": {"green": True}, "missing": {"yellow": True}}


class Line(NamedTuple):
    """A line, and whether it is coloured by a verdict."""

    text: str
    verdict: Verdict | None = None


class Part(NamedTuple):
    """Lines that belong together; of two parts the one of higher rank is left out first."""

    rank: int
    lines: list[str]


def summarise(writer: pytest.TerminalReporter, summary: Summary) -> None:
    """Write the summary."""
    title, *lines = summary.lines()
    writer.line(title.text, bold=True)
    for text, verdict in lines:
        markup = _MARKUP.get(verdict, {"red": True}) if verdict else {}
        writer.line(text, **markup)


class Summary:
    """Score, claims, the next step, and how to make the run again, for a console that has the
    characters of an `encoding`."""

    def __init__(
        self,
        spec: Spec,
        grade: Grade,
        texts: Texts,
        *,
        hints: int,
        student: str,
        assignment: str = "",
        encoding: str = "utf-8",
    ) -> None:
        self._spec = spec
        self._grade = grade
        self._texts = texts
        self._hints = hints
        self._student = student
        self._assignment = assignment
        self._encoding = encoding

    def lines(self) -> list[Line]:
        """Where it takes more than a screen, only the claim to turn to next is shown in full."""
        whole = self._lines(short=False)
        return whole if len(whole) <= SCREEN else self._lines(short=True)

    def _lines(self, *, short: bool) -> list[Line]:
        body = [*self._notes(), *self._claims(short=short)]
        return [self._title(), *body, Line(""), *self._closing()]

    def _notes(self) -> Iterator[Line]:
        """What was read under another name than the template's."""
        if self._grade.notes:
            said = self._legible(" ".join(self._grade.notes))
            yield from map(Line, numbers.wrapped(said, WIDTH, lines=NOTES))

    def _title(self) -> Line:
        score = wording.score(self._grade, self._texts)
        title = self._legible(f" {self._texts.assignment.title}: {score} ")
        left = "=" * ((WIDTH - numbers.width(title)) // 2)
        return Line(numbers.pad(left + title, WIDTH, "="))

    def _claims(self, *, short: bool) -> Iterator[Line]:
        chosen = wording.next_claim(self._grade)
        for claim in self._grade.claims:
            failing = wording.first_failing(claim)
            if wording.kind(claim) not in UNSEEN:
                yield Line(self._headline([claim]), claim.verdict)
            if failing is not None:
                brief = short and claim is not chosen
                lines = self._verdict(failing) if brief else self._block(claim, failing)
                yield from map(Line, lines)
        for kind in UNSEEN:
            claims = [claim for claim in self._grade.claims if wording.kind(claim) == kind]
            if claims:
                verdict = None if claims[0].declined else claims[0].verdict
                yield Line(self._headline(claims), verdict)

    def _closing(self) -> Iterator[Line]:
        grade, texts = self._grade, self._texts
        sentences = [
            wording.advice(self._spec, grade, texts),
            wording.inputs(grade, texts),
            texts(f"isolation_{grade.isolation}"),
        ]
        for sentence in filter(None, sentences):
            yield from map(Line, numbers.wrapped(self._legible(sentence), WIDTH, lines=2))
        again = wording.again(grade, self._student, self._assignment)
        yield from [Line(self._legible(again))] if again else []

    def _headline(self, claims: list[ClaimGrade]) -> str:
        """`1a Title       6 of 12  does not hold`; several claims in a line are their exercises."""
        exercises = dict.fromkeys(claim.exercise for claim in claims)
        left = wording.name(claims[0]) if len(claims) == 1 else ", ".join(exercises)
        earned, most = sum(c.points for c in claims), sum(c.max_points for c in claims)
        points = "" if claims[0].declined else wording.points(earned, most, self._texts)
        word = wording.claim_word(claims[0], self._texts)
        left = numbers.wrapped(self._legible(left), 44, lines=1)[0]
        return f"{numbers.pad(left, 44)} {points:>10}  {self._legible(word)}"

    def _block(self, claim: ClaimGrade, failing: PropertyGrade) -> list[str]:
        """What is wrong, the gap, a hint; where it grows too long, the least important goes."""
        parts = list(self._parts(claim, failing))
        while sum(len(part.lines) for part in parts) > BLOCK and len(parts) > 1:
            parts.remove(max(parts, key=lambda part: part.rank))
        return [line for part in parts for line in part.lines]

    def _parts(self, claim: ClaimGrade, failing: PropertyGrade) -> Iterator[Part]:
        texts, failure = self._texts, failing.failure
        assert failure is not None, failing.id
        yield Part(0, self._verdict(failing))
        yield Part(7, self._labelled(texts("label_claim"), self._spec.claims[claim.id].plain, 1))
        yield Part(6, self._labelled(texts("label_property"), failing.statement, 2))
        if failure.inputs:
            shown = "  ".join(f"{name} = {numbers.inline(v)}" for name, v in failure.inputs.items())
            yield Part(3, self._labelled(texts("label_input"), shown, 2))
        yield Part(2, list(self._gap(failure)))
        if failure.student_traceback:
            yield Part(1, self._traceback(failure.student_traceback))
        if failure.printed:
            yield Part(5, self._labelled(texts("label_printed"), failure.printed, 1))
        if failure.looks_like:
            yield Part(1, self._labelled(texts("label_looks_like"), failure.looks_like, 2))
        yield Part(1, list(self._questions(claim)))
        yield Part(4, self._where(claim, failure))
        for rank, message in enumerate(wording.others(claim, failing)[:2], start=8):
            yield Part(rank, self._labelled(texts("label_more"), message, 1))

    def _verdict(self, failing: PropertyGrade) -> list[str]:
        assert failing.failure is not None, failing.id
        return self._labelled(self._texts("label_verdict"), failing.failure.message, 2)

    def _questions(self, claim: ClaimGrade) -> Iterator[str]:
        questions = wording.hints(claim, self._texts)
        for number, question in enumerate(questions[: self._hints], start=1):
            label = self._texts("label_hint", number=number, total=len(questions))
            yield from self._labelled(label, question, 2)

    def _where(self, claim: ClaimGrade, failure: Failure) -> list[str]:
        """The place in the student's file, and how to see this claim alone with another hint."""
        place = f"{failure.where} {failure.function.rpartition('.')[2]}".strip()
        further = ""
        if self._hints < len(wording.hints(claim, self._texts)):
            options = f"-k {claim.id} --hints={self._hints + 1}"
            further = self._texts("label_further", options=options)
        gap = WIDTH - LABEL - numbers.width(place) - numbers.width(further)
        content = place + " " * gap + further if gap > 1 else place
        return [self._row(self._texts("label_where"), self._legible(content))] if place else []

    def _gap(self, failure: Failure) -> Iterator[str]:
        """Required and yours, side by side where both are matrices and there is room."""
        required, yours = failure.required, failure.yours
        digits = numbers.digits_to_tell_apart(required, yours)
        if numbers.depth(required) == numbers.depth(yours) == 2 and len(required) == len(yours):
            first = failure.differing[0][0] if failure.differing else 0
            start = min(first, max(0, len(yours) - GRID))
            note = f" [{start}:{start + GRID}]" if len(yours) > GRID else ""
            left, right = (
                [
                    self._legible(self._texts(key)) + note,
                    *numbers.grid(value, digits)[start:][:GRID],
                ]
                for key, value in (("label_required", required), ("label_yours", yours))
            )
            columns = max(map(numbers.width, left)) + 3
            if LABEL + columns + len(right[1]) <= WIDTH:
                pairs = zip(left, right, strict=True)
                yield from (self._row("", numbers.pad(a, columns) + b) for a, b in pairs)
                return
        for key, value in (("label_required", required), ("label_yours", yours)):
            if value is not None:
                yield from self._labelled(self._texts(key), numbers.inline(value, digits), 2)

    def _traceback(self, text: str) -> list[str]:
        """The last lines; what does not fit is cut, for code must not be broken."""
        lines = [self._legible(line.removeprefix("  ")) for line in text.rstrip().splitlines()]
        first, *rest = (numbers.cut(line, WIDTH - LABEL) for line in lines[-TRACEBACK:])
        label = self._texts("label_traceback")
        return [self._row(label, first), *(self._row("", line) for line in rest)]

    def _labelled(self, label: str, content: str, lines: int) -> list[str]:
        """A label and its content, broken to the width, cut where it is too long."""
        rows = numbers.wrapped(self._legible(content), WIDTH - LABEL, lines)
        return [self._row(label, rows[0]), *(self._row("", row) for row in rows[1:])]

    def _row(self, label: str, content: str) -> str:
        return "  " + numbers.pad(self._legible(label), LABEL - 2) + content

    def _legible(self, text: str) -> str:
        return ascii.legible(text, self._encoding)
