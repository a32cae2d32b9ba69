"""What the trials of a suite prove of it, and every surprise: a pure function of their outcomes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import Literal, NamedTuple

from ..assignment.spec import Spec
from .excused import EQUIVALENT, Excused
from .faults import Fault
from .subjects import Kind
from .trials import Key, Trial

PATIENT = 20  # examples that a property may need, in the median, for what it catches

SurpriseKind = Literal[
    "internal grader error",
    "points for nothing",
    "not earned",
    "false alarm",
    "survivor",
    "wrong attribution",
    "surviving mutant",
    "not equivalent",
    "unexercised claim",
    "idle property",
    "slow property",
]


class Surprise(NamedTuple):
    """Something that a course author has to mend; `sentence` says what."""

    kind: SurpriseKind
    sentence: str


class Row(NamedTuple):
    """What a claim, or one property of it, catches.

    `caught`, with every seed, of the `named` chaffs that the claim must catch; `alone`: those of
    them that nothing else of the claim catches, with some seed; and the number of the example that
    did it, in the median and at worst (0 where nothing is caught).
    """

    caught: int
    named: int
    alone: int
    median: float
    worst: int


class Proof:
    """The kill matrix of an assignment, and what is surprising in it."""

    def __init__(
        self,
        spec: Spec,
        trials: Iterable[Trial],
        excused: Excused,
        untried: Mapping[str, Sequence[str]],
    ) -> None:
        self.spec = spec
        self.equivalents, self.earned = excused
        self.untried = untried
        self._trials = sorted(trials, key=lambda trial: (trial.subject.name, trial.seed))
        self.seeds = len({trial.seed for trial in self._trials})
        self.surprises = [
            *self._of_faults(),
            *self._of_forms(),
            *self._of_wheats(),
            *self._of_chaffs(),
            *self._of_mutants(),
            *self._of_claims(),
            *self._of_properties(),
        ]

    def by_name(self, kind: Kind) -> dict[str, list[Trial]]:
        """The trials of each subject of this kind, by seed."""
        trials = [trial for trial in self._trials if trial.subject.kind == kind]
        grouped = groupby(trials, key=lambda trial: trial.subject.name)
        return {name: list(of_one) for name, of_one in grouped}

    def claim(self, id_: str) -> Row:
        """What a claim catches."""
        return self._row(id_, self.spec.claims[id_].properties)

    def property(self, key: Key) -> Row:
        """What one property catches of what its claim must catch."""
        return self._row(key[0], [key[1]])

    def redundant(self) -> list[Key]:
        """The properties without which every chaff would still lose what it must."""
        keys = [(claim.id, name) for claim, name in self.spec.properties()]
        return [key for key in keys if not self.property(key).alone]

    def _row(self, claim: str, properties: Collection[str]) -> Row:
        chaffs = self.by_name("chaff").values()
        named = [trials for trials in chaffs if claim in trials[0].subject.loses]
        kills = [[first_kill(trial, claim, properties) for trial in trials] for trials in named]
        others = set(self.spec.claims[claim].properties) - set(properties)
        alone = [
            any(
                kill and not first_kill(trial, claim, others)
                for kill, trial in zip(of_one, trials, strict=True)
            )
            for of_one, trials in zip(kills, named, strict=True)
        ]
        examples = [kill for of_one in kills for kill in of_one if kill] or [0]
        caught = sum(map(all, kills))
        return Row(caught, len(named), sum(alone), median(examples), max(examples))

    def _of_faults(self) -> Iterator[Surprise]:
        """One for each line of a property and what it raises, with one input that made it."""
        found: dict[tuple[Key, str, str], list[tuple[Trial, Fault]]] = {}
        for trial in self._trials:
            for key, fault in trial.faults:
                kind, _, _ = fault.error.partition(":")
                found.setdefault((key, fault.place, kind), []).append((trial, fault))
        for ((claim, name), place, _), met in found.items():
            trial, fault = met[0]
            more = f" and {len(met) - 1} more" if len(met) > 1 else ""
            given = f": {fault.given}" if fault.given else ""
            yield Surprise(
                "internal grader error",
                f"{claim}/{name} {fault.error}, at {place}, tried on {trial.subject.name}{more} "
                f"(seed {trial.seed}){given}",
            )

    def _of_forms(self) -> Iterator[Surprise]:
        """A form earns what it holds with some seed."""
        held: dict[tuple[str, str], int] = {}
        for trial in (one for one in self._trials if one.subject.kind == "form"):
            at_fault = {key for key, _ in trial.faults}
            for key, example in trial.kills.items():
                if example is None and key not in at_fault:
                    held.setdefault((trial.subject.name, "/".join(key)), trial.seed)
        for (form, name), seed in held.items():
            if (form, name) not in self.earned:
                yield Surprise(
                    "points for nothing",
                    f"{form}, whatever is asked, earns {name} with seed {seed}; "
                    f"let it ask for more, or list it in {EQUIVALENT}",
                )
        for form, name in sorted(set(self.earned) - set(held)):
            yield Surprise("not earned", f"{name} is listed in {EQUIVALENT}, but {form} loses it")

    def _of_wheats(self) -> Iterator[Surprise]:
        for trial in self._trials:
            for (claim, name), example in _kills(trial) if trial.subject.kind == "wheat" else ():
                yield Surprise(
                    "false alarm",
                    f"{trial.subject.name} is correct, but fails {claim}/{name} "
                    f"at example {example} of seed {trial.seed}",
                )

    def _of_chaffs(self) -> Iterator[Surprise]:
        for name, trials in self.by_name("chaff").items():
            loses = trials[0].subject.loses
            for claim in sorted(loses):
                kept = [str(trial.seed) for trial in trials if claim not in lost(trial)]
                if kept:
                    yield Surprise("survivor", f"{name} keeps {claim} with seed {', '.join(kept)}")
            others = {key for trial in trials for key, _ in _kills(trial) if key[0] not in loses}
            for claim, by in sorted(others):
                yield Surprise(
                    "wrong attribution", f"{name} loses {claim}, which it does not name, by {by}"
                )

    def _of_mutants(self) -> Iterator[Surprise]:
        mutants = self.by_name("mutant")
        survive = {name for name, trials in mutants.items() if not all(map(lost, trials))}
        killed = {name for name, trials in mutants.items() if any(map(lost, trials))}
        for name in sorted(survive - set(self.equivalents)):
            yield Surprise(
                "surviving mutant",
                f"{name} keeps every point; catch it, or list it in {EQUIVALENT}",
            )
        for name in sorted(set(self.equivalents) & killed):
            yield Surprise("not equivalent", f"{name} is listed in {EQUIVALENT}, but is killed")
        for name in sorted(set(self.equivalents) - set(mutants)):
            yield Surprise("not equivalent", f"{name} is listed in {EQUIVALENT}, but is no mutant")

    def _of_claims(self) -> Iterator[Surprise]:
        for id_ in self.spec.claims:
            if not self.claim(id_).named:
                yield Surprise("unexercised claim", f"{id_} is named by no chaff")

    def _of_properties(self) -> Iterator[Surprise]:
        for claim, name in self.spec.properties():
            row = self.property((claim.id, name))
            if row.named and not row.worst:
                yield Surprise("idle property", f"{claim.id}/{name} catches no chaff of its claim")
            if row.median > PATIENT:
                yield Surprise(
                    "slow property",
                    f"{claim.id}/{name} needs {row.median:g} examples in the median; "
                    f"{PATIENT} should do",
                )


def lost(trial: Trial) -> set[str]:
    """The claims that lose points."""
    return {claim for (claim, _), _ in _kills(trial)}


def first_kill(trial: Trial, claim: str, properties: Collection[str] | None = None) -> int | None:
    """The least example with which one of these properties, or any, of a claim fails."""
    kills = (
        example
        for (of, name), example in _kills(trial)
        if of == claim and (properties is None or name in properties)
    )
    return min(kills, default=None)


def _kills(trial: Trial) -> list[tuple[Key, int]]:
    return [(key, example) for key, example in trial.kills.items() if example is not None]
