"""What a course claims, as typed data (`spec_files` reads it)."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Annotated, Literal

import msgspec

LANGUAGES = ("en", "zh")
KINDS = ("float", "complex", "integer", "text", "data")

Reveal = Literal["verdict", "gap", "hints"]
Positive = Annotated[float, msgspec.Meta(gt=0)]
Package = Annotated[str, msgspec.Meta(pattern=r"^(?!claimgrade\b)\w[\w.-]*$")]  # never the grader


class SpecError(Exception):
    """A spec that contradicts itself or the tests; the sentence names the file and the key."""


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A table that refuses keys it doesn't know."""


class Function(Strict):
    """One function that a student writes.

    `arguments` maps each parameter, in order, to its shape, to `"integer"` (which binds its own
    name in shapes) or to `"data"`. `returns` is a kind and a shape, `"float n d"`, or the shapes
    of several arrays, `"float n d, n"`.
    """

    arguments: dict[str, str]
    returns: str

    @property
    def kind(self) -> str:
        return self.returns.partition(" ")[0]

    @property
    def shapes(self) -> list[str]:
        return [shape.strip() for shape in self.returns.partition(" ")[2].split(",")]


class Claim(Strict):
    """One claim: a statement, what it is worth, and the weights of its properties.

    `reveal` says how much students see where it fails: that it does, also how, also hints.
    """

    id: str
    exercise: str
    functions: list[str]
    points: Positive
    latex: str
    plain: str
    source: str
    properties: dict[str, Positive]
    bonus: bool = False
    reveal: Reveal = "hints"

    def worth(self, name: str) -> float:
        """The points of a property: its share of the claim's, by weight."""
        return self.points * self.properties[name] / sum(self.properties.values())


class ModuleSpec(Strict):
    """One file of the spec: the functions of one module, and the claims about them."""

    functions: dict[str, Function]
    claims: list[Claim]


class AssignmentFile(Strict):
    """`spec/assignment.toml`.

    `packages` are those that students may import beside the standard library; whatever is installed
    where none are named.
    """

    name: str
    points: Positive
    modules: list[str]
    packages: list[Package] | None = None


class ClaimText(Strict):
    """What a claim says in one language: its title, a sentence a property, stepped questions."""

    title: str
    hints: Annotated[list[str], msgspec.Meta(min_length=1)]
    properties: dict[str, str]


class SpecText(Strict):
    """`spec/text/LANGUAGE.toml`."""

    title: str
    claims: dict[str, ClaimText]
    messages: dict[str, str] = {}


class Spec(Strict):
    """A whole, validated spec, in the order of the files; the bonus claims stand last."""

    name: str
    points: float
    modules: list[str]
    functions: dict[str, Function]
    claims: dict[str, Claim]
    texts: dict[str, SpecText]
    packages: list[str] | None = None

    def properties(self) -> Iterator[tuple[Claim, str]]:
        """Every property, as (claim, name), in the order of the report."""
        for claim in self.claims.values():
            for name in claim.properties:
                yield claim, name


def placeholders(sentence: str) -> set[str]:
    """The names in braces that a sentence expects to be given."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
