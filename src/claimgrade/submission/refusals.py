"""Why the modules of a hand-in can't be told: none is there, or too many are."""

from __future__ import annotations

from collections.abc import Iterable

from ..storage.tree import Source, SubmissionError, Tree
from .shown import shown

MOST_HELD = 4  # entries that are named of a hand-in in which nothing was found


def several(key: str, module: str, sources: Iterable[Source]) -> SubmissionError:
    found = ", ".join(shown(source.place) for source in sources)
    return SubmissionError(key, module=module, found=found)


def nothing(tree: Tree, modules: Iterable[str]) -> SubmissionError:
    """That none of the modules is there, and what is."""
    listed = ", ".join(f"{module}.py" for module in modules)
    inside = (place.relative_to(tree.wrapping) for place in tree.files)
    held = [*dict.fromkeys(f"{p.parts[0]}/" if len(p.parts) > 1 else p.name for p in inside)]
    if not held and tree.root.is_dir():
        held = sorted(f"{e.name}/" if e.is_dir() else e.name for e in tree.root.iterdir())
    if not held:
        return SubmissionError("holds_nothing", modules=listed)
    some, more = ", ".join(map(shown, held[:MOST_HELD])), len(held) - MOST_HELD
    if more <= 0:
        return SubmissionError("found_nothing", modules=listed, held=some)
    return SubmissionError("found_nothing_of_many", modules=listed, held=some, more=more)
