"""A package that a worker may not read is as good as not installed.

Others look for it and do without: numpy.f2py, say, takes charset_normalizer only if it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


def hide_what_is_unreadable() -> None:
    """From now on, `import` does not find what this process may not open."""
    place = sys.meta_path.index(PathFinder)
    sys.meta_path[place] = Readable  # a finder may be a class


class Readable(PathFinder):
    """Finds modules on a path, as long as their files can be read."""

    @classmethod
    def find_spec(
        cls,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """The module's spec; None also where its file may not be opened."""
        spec = super().find_spec(fullname, path, target)
        if path is None and spec is not None and spec.has_location and spec.origin:
            try:
                open(spec.origin, "rb").close()
            except PermissionError:
                return None
        return spec
