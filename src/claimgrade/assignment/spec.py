"""What a course claims, as typed data: read from `spec/`, validated, and never guessed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from . import shapes

LANGUAGES = ("en", "zh")
KINDS = ("float", "complex", "integer", "text", "data")

Reveal = Literal["verdict", "gap", "hints"]
Positive = Annotated[float, msgspec.Meta(gt=0)]
Package = Annotated[str, msgspec.Meta(pattern=r"^(?!claimgrade\b)\w[\w.-]*$")]  # never the grader
T = TypeVar("T")


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


def load(directory: Path) -> Spec:
    """Read and validate `spec/`; `SpecError` names the file and the key that are wrong."""
    head = _read(directory / "assignment.toml", AssignmentFile)
    functions: dict[str, Function] = {}
    claims: dict[str, Claim] = {}
    for module in head.modules:
        file = directory / f"{module}.toml"
        part = _read(file, ModuleSpec)
        for name, function in part.functions.items():
            _check_function(file, name, function)
            functions[f"{module}.{name}"] = function
        for claim in part.claims:
            _check_claim(file, claim, part, claims)
            claims[claim.id] = claim
    claims = dict(sorted(claims.items(), key=lambda item: item[1].bonus))
    total = sum(claim.points for claim in claims.values() if not claim.bonus)
    if total != head.points:
        raise SpecError(
            f"{directory / 'assignment.toml'}: points = {head.points:g}, "
            f"but the points of the claims add up to {total:g}"
        )
    texts = {
        language: _read(directory / "text" / f"{language}.toml", SpecText) for language in LANGUAGES
    }
    for language, text in texts.items():
        _check_text(directory / "text" / f"{language}.toml", text, claims)
    _check_messages(directory / "text", texts)
    return Spec(head.name, head.points, head.modules, functions, claims, texts, head.packages)


def _read(file: Path, type_: type[T]) -> T:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=type_)
    except FileNotFoundError:
        raise SpecError(f"{file} is missing") from None
    except msgspec.ValidationError as error:
        raise SpecError(f"{file}: {error}{_which(file, str(error))}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SpecError(f"{file} is not TOML: {error}") from None


def _which(file: Path, message: str) -> str:
    """` (claim 1a-...)` where a message points into `$.claims[3]`: an index helps nobody."""
    raw: dict[str, Any] = msgspec.toml.decode(file.read_bytes())
    if found := re.search(r"\$\.claims\[(\d+)\]", message):
        return f" (claim {raw['claims'][int(found[1])].get('id', 'without an id')})"
    if "$.claims[...]" in message:
        return f" (claim {_first_unlike(ClaimText, raw['claims'])})"
    if "$.functions[...]" in message:
        return f" (function {_first_unlike(Function, raw['functions'])})"
    return ""


def _first_unlike(type_: type[Strict], tables: dict[str, Any]) -> str:
    """The name of the first table that is not of this type."""
    for name, table in tables.items():
        try:
            msgspec.convert(table, type_)
        except msgspec.ValidationError:
            return name
    raise ValueError(f"every table is a {type_.__name__}")


def _check_function(file: Path, name: str, function: Function) -> None:
    where = f"{file}: functions.{name}"
    if function.kind not in KINDS:
        raise SpecError(
            f"{where}.returns = {function.returns!r}: it begins with one of {', '.join(KINDS)}"
        )
    try:
        bound = set().union(*(_names_bound(*argument) for argument in function.arguments.items()))
        arrays = set(function.arguments.values()) - {"integer", "data"}
        unbound = set().union(*map(shapes.names, [*arrays, *function.shapes])) - bound
    except ValueError as error:
        raise SpecError(f"{where}: {error}") from None
    if unbound:
        raise SpecError(f"{where}: no argument gives {', '.join(sorted(unbound))}")


def _names_bound(argument: str, shape: str) -> set[str]:
    match shape:
        case "integer":
            return {argument}
        case "data":
            return set()
        case _ if shape.partition(" ")[0] in KINDS:
            raise ValueError(
                f"arguments.{argument} = {shape!r}: an argument is a shape without a kind, "
                '"integer" or "data"'
            )
        case _:
            return shapes.names_bound(shape)


def _check_claim(file: Path, claim: Claim, part: ModuleSpec, earlier: dict[str, Claim]) -> None:
    where = f"{file}: claim {claim.id}"
    if claim.id in earlier:
        raise SpecError(f"{where}: the id is taken by an earlier claim")
    if not claim.id.startswith(f"{claim.exercise}-"):
        raise SpecError(f"{where}: an id begins with its exercise, {claim.exercise!r}, and a dash")
    if not claim.properties:
        raise SpecError(f"{where}: properties is empty; a claim needs at least one")
    for name in claim.functions:
        if name not in part.functions:
            raise SpecError(
                f"{where}: functions names {name!r}, which [functions] doesn't describe"
            )


def _check_text(file: Path, text: SpecText, claims: dict[str, Claim]) -> None:
    _same_keys(f"{file}: [claims]", set(text.claims), set(claims))
    for id_, claim in claims.items():
        said = text.claims[id_]
        where = f"{file}: [claims.{id_}.properties]"
        _same_keys(where, set(said.properties), set(claim.properties))


def _check_messages(directory: Path, texts: dict[str, SpecText]) -> None:
    (first, original), *others = texts.items()
    for language, text in others:
        where = f"{directory / f'{language}.toml'}: [messages] against {first}.toml"
        _same_keys(where, set(text.messages), set(original.messages))
        for key, sentence in text.messages.items():
            expected = placeholders(original.messages[key])
            _same_keys(f"{where}: placeholders of {key}", placeholders(sentence), expected)


def placeholders(sentence: str) -> set[str]:
    """The names in braces that a sentence expects to be given."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _same_keys(where: str, found: set[str], expected: set[str]) -> None:
    problems = [f"{key!r} is missing" for key in sorted(expected - found)]
    problems += [f"{key!r} is unknown" for key in sorted(found - expected)]
    if problems:
        raise SpecError(f"{where}: {'; '.join(problems)}")
