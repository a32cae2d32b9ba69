"""What something was made from, in one short text: equal only where everything that counts is."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from .isolation.stage import regular
from .tree import MAX_MEMBERS, MAX_UNPACKED, is_passed_over

_PACKAGE = Path(__file__).parent
JUDGES = ("spec", "reference", "tests", "conftest.py")  # what draws, asks and judges
PARTS = (*JUDGES, "specimens")  # what a session reads


def of_grader(assignment: Path, settings: object, parts: Iterable[str] = PARTS) -> str:
    """Of everything but the submission: assignment, settings, this package, and the machine."""
    found = hashlib.sha256(msgspec.json.encode([sys.platform, platform.machine(), settings]))
    for part in (*(assignment / name for name in parts), _PACKAGE):
        for path in files(part):
            found.update(_entry(part, path, path.read_bytes()))
    return found.hexdigest()


def of_submission(path: Path) -> str:
    """Of its name and every file; "" where it holds more, or larger ones, than can be graded."""
    found = hashlib.sha256(path.name.encode("utf-8", "surrogateescape"))
    left = MAX_UNPACKED
    for count, file in enumerate(files(path)):
        content = regular(file, left) or b""
        left -= len(content)
        if left < 0 or count >= MAX_MEMBERS:
            return ""
        found.update(_entry(path, file, content))
    return found.hexdigest()


def _entry(root: Path, path: Path, content: bytes) -> bytes:
    name = str(path.relative_to(root)).encode("utf-8", "surrogateescape")
    return hashlib.sha256(name).digest() + hashlib.sha256(content).digest()


def files(root: Path) -> Iterator[Path]:
    """A file itself, or every file below a directory, always in the same order."""
    if root.is_file():
        yield root
    for directory, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not is_passed_over(f))
        yield from (Path(directory, name) for name in sorted(names))
