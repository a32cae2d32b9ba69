"""Modules under names that others may have, loaded for a while and then put away."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def apart(names: Collection[str]) -> Iterator[None]:
    """Whatever is loaded under these names inside is gone afterwards, and what was there is back.

    So is `sys.path`.
    """
    path, others = list(sys.path), taken(names)
    try:
        yield
    finally:
        taken(names)
        sys.modules.update(others)
        sys.path[:] = path


def taken(names: Collection[str]) -> dict[str, ModuleType]:
    """The modules of these names and those inside them, and `sys.modules` without them."""
    inside = tuple(f"{name}." for name in names)
    found = [name for name in sys.modules if name in names or name.startswith(inside)]
    return {name: sys.modules.pop(name) for name in found}
