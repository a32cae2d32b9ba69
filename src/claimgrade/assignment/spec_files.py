"""Reads `spec/`: what contradicts itself is told by file and key, and nothing is guessed at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from . import shapes
from .spec import (
    KINDS,
    LANGUAGES,
    AssignmentFile,
    Claim,
    ClaimText,
    Function,
    ModuleSpec,
    Spec,
    SpecError,
    SpecText,
    Strict,
    placeholders,
)

T = TypeVar("T")


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


def _same_keys(where: str, found: set[str], expected: set[str]) -> None:
    problems = [f"{key!r} is missing" for key in sorted(expected - found)]
    problems += [f"{key!r} is unknown" for key in sorted(found - expected)]
    if problems:
        raise SpecError(f"{where}: {'; '.join(problems)}")
