"""The page of a class: the distribution, the claims, the misconceptions, and every submission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple
from urllib.parse import quote

from ..assignment.messages import Texts
from ..assignment.spec import Spec
from ..reports import html
from ..result.roll import REPORT
from ..storage import files
from .gradebook import Entry, maximum

BINS = 10  # of the distribution; all points have one more to themselves
MOST_MISCONCEPTIONS = 20  # that are listed


class Bin(NamedTuple):
    """How many submissions have that many points; `part` is how tall that is, at most 100."""

    label: str
    submissions: int
    part: float


class ClaimRow(NamedTuple):
    """How a class fared with one claim: the average, and how many earned every point of it."""

    name: str
    mean: float
    max_points: float
    full: int


class Misconception(NamedTuple):
    """What the answers of several submissions look like, and to which claim they belong."""

    claim: str
    sentence: str
    submissions: int


def write(spec: Spec, entries: Sequence[Entry], texts: Texts, path: Path) -> None:
    """Write the page, whole or not at all."""
    files.write(path, render(spec, entries, texts).encode())


def render(spec: Spec, entries: Sequence[Entry], texts: Texts) -> str:
    """The page as a string; what could not be graded or read counts nowhere."""
    graded = [entry for entry in entries if entry.graded]
    scores = [entry.score for entry in graded]
    most = maximum(spec, bonus=False)
    return (
        html.environment()
        .get_template("overview.html")
        .render(
            spec=spec,
            texts=texts,
            entries=entries,
            most=most,
            mean=mean(scores) if scores else None,
            median=median(scores) if scores else None,
            bins=distribution(scores, most),
            claims=by_claim(spec, graded, texts),
            misconceptions=misconceptions(spec, graded, texts),
            made_with=[*dict.fromkeys(made_with(entry, texts) for entry in graded)],
            made=lambda entry: made_with(entry, texts) if entry.graded else "",
            unreadable=[entry for entry in entries if entry.unreadable],
            link=lambda entry: f"{quote(entry.name)}/{REPORT}",
        )
    )


def made_with(entry: Entry, texts: Texts) -> str:
    """`Seed 20260101, profile grade, level A`."""
    return texts("class_made_with", seed=entry.seed, profile=entry.profile, level=entry.isolation)


def distribution(scores: Sequence[float], most: float) -> list[Bin]:
    """Tenths of the maximum, each without its upper end, and the maximum itself."""
    counts = Counter(min(int(BINS * score / most), BINS) for score in scores)
    tallest = max(counts.values(), default=1)
    edges = [f"{most * place / BINS:.4g}" for place in range(BINS + 1)]
    labels = [f"{low} – {high}" for low, high in pairwise(edges)]
    return [
        Bin(label, counts[place], 100 * counts[place] / tallest)
        for place, label in enumerate([*labels, edges[-1]])
    ]


def by_claim(spec: Spec, graded: Sequence[Entry], texts: Texts) -> list[ClaimRow]:
    """In the order of the sheet."""
    rows = []
    for place, claim in enumerate(spec.claims.values()):
        points = [entry.points[place] for entry in graded]
        average = mean(points) if points else 0.0
        full = sum(earned == claim.points for earned in points)
        rows.append(ClaimRow(_name(spec, claim.id, texts), average, claim.points, full))
    return rows


def misconceptions(spec: Spec, graded: Sequence[Entry], texts: Texts) -> list[Misconception]:
    """The most frequent ones; a submission counts once for each that it shows."""
    counts = Counter(similar for entry in graded for similar in entry.looks_like)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        Misconception(_name(spec, claim, texts), sentence, count)
        for (claim, sentence), count in ranked[:MOST_MISCONCEPTIONS]
    ]


def _name(spec: Spec, claim: str, texts: Texts) -> str:
    """`1a Title`."""
    return f"{spec.claims[claim].exercise} {texts.claim(claim).title}"
