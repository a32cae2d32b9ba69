"""The proof of a suite for its author: lines for the terminal, and a page with the kill matrix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..reports import html
from ..storage import files
from .kill_matrix import PATIENT, Proof, first_kill
from .trials import Trial


class Cell(NamedTuple):
    """One claim against one specimen: whether it is to be lost, and the example that showed it.

    Of several seeds the worst; 0 where the claim is kept.
    """

    claim: str
    named: bool
    example: int

    @property
    def style(self) -> str:
        """How the cell is drawn: as what was expected, or as a surprise."""
        if self.named != bool(self.example):
            return "surprise"
        if not self.named:
            return "kept"
        return "first" if self.example == 1 else "soon" if self.example <= PATIENT else "late"


class Column(NamedTuple):
    """One specimen in the kill matrix."""

    name: str
    sentence: str
    cells: list[Cell]


def lines(proof: Proof) -> Iterator[str]:
    """A line a claim, the figures, what is redundant, and every surprise."""
    yield f"{'claim':<24}{'chaffs':>7}{'caught':>8}{'examples: median':>19}{'worst':>7}"
    for id_ in proof.spec.claims:
        row = proof.claim(id_)
        yield f"{id_:<24}{row.named:>7}{row.caught:>8}{row.median:>19g}{row.worst:>7}"
    yield ""
    yield figures(proof)
    if proof.untried:
        yield untried(proof)
    redundant = proof.redundant()
    if redundant:
        yield f"Redundant properties, never the only one of their claim to catch: {len(redundant)}."
    yield from (f"{surprise.kind}: {surprise.sentence}" for surprise in proof.surprises)
    yield verdict(proof)


def figures(proof: Proof) -> str:
    """What was tried, in one sentence."""
    seeds = f"{proof.seeds} seed{'s' if proof.seeds > 1 else ''}"
    return (
        f"{len(proof.by_name('wheat'))} wheats, {len(proof.by_name('chaff'))} chaffs, "
        f"{len(proof.by_name('mutant'))} mutants of the reference "
        f"({len(proof.equivalents)} equivalent), {seeds}."
    )


def untried(proof: Proof) -> str:
    """What was left out, in one sentence."""
    packages = ", ".join(sorted({package for needs in proof.untried.values() for package in needs}))
    return f"Specimens left out, for they need packages that are not here: {packages}."


def verdict(proof: Proof) -> str:
    """The last line: whether there is anything to mend."""
    count = len(proof.surprises)
    if not count:
        return "No surprise: every mistake is caught, no correct work is accused."
    return f"{count} surprise{'s' if count > 1 else ''}."


def columns(proof: Proof) -> list[Column]:
    """The kill matrix: chaffs in the order of the first claim that they lose, then wheats."""
    found = [
        _column(list(proof.spec.claims), trials)
        for kinds in (proof.by_name("chaff"), proof.by_name("wheat"))
        for trials in kinds.values()
    ]
    return sorted(found, key=lambda column: [not cell.named for cell in column.cells])


def write(proof: Proof, path: Path) -> None:
    """Write the page, whole or not at all."""
    template = html.environment().get_template("proof.html")
    page = template.render(
        proof=proof,
        columns=columns(proof),
        figures=figures(proof),
        untried=untried(proof) if proof.untried else "",
        verdict=verdict(proof),
        patient=PATIENT,
    )
    files.write(path, page.encode())


def _column(claims: list[str], trials: list[Trial]) -> Column:
    subject = trials[0].subject
    cells = []
    for claim in claims:
        kills = [first_kill(trial, claim) for trial in trials]
        named = claim in subject.loses
        kept = named and None in kills
        cells.append(Cell(claim, named, 0 if kept else max(kill or 0 for kill in kills)))
    return Column(subject.name, subject.sentence, cells)
