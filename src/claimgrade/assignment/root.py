"""An assignment is a directory: `spec/`, `reference/`, `tests/`, `student_template/`."""

from __future__ import annotations

from pathlib import Path

from . import spec_files
from .spec import Spec, SpecError

_PACKAGE = Path(__file__).resolve().parents[1]


class Assignment:
    """The directory and its validated spec; `SpecError` where either is not what it should be."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.tests = self.root / "tests"
        for part in ("spec", "tests"):
            if not (self.root / part).is_dir():
                raise SpecError(f"{root} is not an assignment: it has no directory {part}/")
        self.spec: Spec = spec_files.load(self.root / "spec")


def default_root() -> Path:
    """The assignment that comes with the package: bundled in a wheel, or this very checkout."""
    bundled = _PACKAGE / "bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parents[1]
