"""What is to be said of a hand-in in which the modules were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..storage.sources import regular
from ..storage.tree import MAX_UNPACKED, Source, Tree
from . import contents
from .shown import shown


class Note(NamedTuple):
    """The key of a sentence about what was read, and what fills it in."""

    key: str
    details: dict[str, Any]


def hidden(tree: Tree, sources: Mapping[str, Source], functions: Iterable[str]) -> list[Note]:
    """Functions of two modules that have one name in one file: Python keeps the second only."""
    notes = []
    first: dict[tuple[Source, str], str] = {}
    for module, _, name in (function.partition(".") for function in functions):
        source = sources.get(module)
        if source is None or first.setdefault((source, name), module) == module:
            continue
        content = regular(tree.root / source.place, MAX_UNPACKED) or b""
        defined = contents.definitions(source, content)
        alias = f"{module}_{name}"
        if defined.count(name) > 1 and alias not in defined:
            found = shown(source.place)
            notes.append(Note("hidden", {"found": found, "name": name, "alias": alias}))
    return notes
