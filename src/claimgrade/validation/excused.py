"""What an author knows to be no mistake of the suite: `specimens/equivalent.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from ..assignment.spec import SpecError, Strict

EQUIVALENT = "equivalent.toml"


class Equivalents(Strict):
    """Mutants that compute what the reference does, and why."""

    reason: str
    mutants: list[str]


class Earned(Strict):
    """Properties, as `claim/property`, that answers of a form alone may hold, and why."""

    form: str
    reason: str
    properties: list[str]


class EquivalentsFile(Strict):
    """`specimens/equivalent.toml`."""

    equivalent: list[Equivalents] = msgspec.field(default_factory=list)
    earned: list[Earned] = msgspec.field(default_factory=list)


class Excused(NamedTuple):
    """What an author knows of and keeps, each with the reason.

    Mutants that are equivalent to the reference, and the (form, property) that may be earned.
    """

    mutants: Mapping[str, str]
    earned: Mapping[tuple[str, str], str]


def read(specimens: Path) -> Excused:
    """What `equivalent.toml` lists; nothing where there is no list."""
    file = specimens / EQUIVALENT
    if not file.exists():
        return Excused({}, {})
    try:
        listed = msgspec.toml.decode(file.read_bytes(), type=EquivalentsFile)
    except msgspec.MsgspecError as error:
        raise SpecError(f"{file}: {error}") from None
    return Excused(
        {mutant: entry.reason for entry in listed.equivalent for mutant in entry.mutants},
        {(entry.form, key): entry.reason for entry in listed.earned for key in entry.properties},
    )
