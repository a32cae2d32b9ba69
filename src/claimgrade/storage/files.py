"""Files that are either there as a whole or not at all, and names for them."""

from __future__ import annotations

import os
import tempfile
from itertools import chain, count
from pathlib import Path


def write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write through a temporary neighbour, so that what was there survives a failure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def free_name(own: str, taken: set[str]) -> str:
    """A name, with the first free number where it is taken; from now on it is."""
    numbered = (f"{own}-{number}" for number in count(2))
    name = next(name for name in chain([own], numbered) if name not in taken)
    taken.add(name)
    return name
